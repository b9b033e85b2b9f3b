"""Questions about pictures: what their captions, albums and places give away."""
