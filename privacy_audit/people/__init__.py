"""Names of people: matching them, and signs that they were met through work."""
