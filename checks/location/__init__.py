"""Questions about where a person lives, works and goes."""
