"""The guidance documents clause by clause, as data, and their loader."""
