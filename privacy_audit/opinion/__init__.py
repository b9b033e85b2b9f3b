"""A learned second look at texts: a small model in a process of its own, joined with the rules."""
