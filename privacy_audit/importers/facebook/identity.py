"""The id of this importer, and what makes a message the same message in another export."""

from privacy_audit.meta.identity import message_identity

__all__ = ["IMPORTER_ID", "message_identity"]

IMPORTER_ID = "facebook"
