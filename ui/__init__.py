"""The window and the terminal: everything that a person sees."""
