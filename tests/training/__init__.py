"""Teaches the model of the second look; needs torch, in an environment of its own, and never runs with the program."""
