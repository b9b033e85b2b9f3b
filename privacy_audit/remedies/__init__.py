"""Steps that fix a finding on each platform, as data, and their loader."""
