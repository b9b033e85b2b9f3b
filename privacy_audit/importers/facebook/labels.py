"""The names of labels, for the pages."""

from privacy_audit.meta.labels import plain_name

__all__ = ["plain_name"]
