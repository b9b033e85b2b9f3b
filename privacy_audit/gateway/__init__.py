"""The one door to the network: shut by default, open for two purposes that the user asks for, and every byte noted."""

from privacy_audit.gateway.door import Answer, Gateway, GatewayError, NotAgreedError
from privacy_audit.gateway.ledger import Entry, EntryKind, Ledger
from privacy_audit.gateway.purposes import PURPOSES, Purpose, Request

__all__ = [
    "PURPOSES",
    "Answer",
    "Entry",
    "EntryKind",
    "Gateway",
    "GatewayError",
    "Ledger",
    "NotAgreedError",
    "Purpose",
    "Request",
]
