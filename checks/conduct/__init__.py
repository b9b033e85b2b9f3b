"""Questions about posts that workplace guidance warns about."""
