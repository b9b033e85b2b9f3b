"""Questions about friends, contacts and colleagues."""
