"""Data on how words are written: months in many languages, look-alike letters, words that hashtags are made of."""
