"""Word lists and tables of the domain, as data, and their loader."""
