"""Documents made from a result: JSON, text and HTML."""
