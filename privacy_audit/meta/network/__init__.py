"""The exports of a social network as Meta writes them, Facebook's and Workplace's: JSON and HTML of every year."""
