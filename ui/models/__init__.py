"""Item models over core objects; no widgets."""
