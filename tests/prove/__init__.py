"""Proofs of what the program promises: each promise, the tests that show it, and the figure that they measured."""
