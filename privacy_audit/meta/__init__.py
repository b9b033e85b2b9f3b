"""What Meta's exporter writes alike for all of its platforms: letters, lists, records, conversations."""
