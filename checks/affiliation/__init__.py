"""Questions about what links a person to a service."""
