"""Questions about who can see what."""
