"""Questions about facts that prove who somebody is."""
