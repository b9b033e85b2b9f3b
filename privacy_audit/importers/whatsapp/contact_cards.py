"""Reads the contact cards that were sent in a chat and lie beside it."""

from collections.abc import Iterator

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.model import Connection, ConnectionKind
from privacy_audit.text import decode_text
from privacy_audit.vcards import cards

_NO_CARD = "This contact card does not have the form it should have. Open it in the chat itself."


def read(visit: Visit, member: Member) -> Iterator[Found]:
    """One connection a card."""
    nothing = True
    for card in cards(decode_text(visit.archive.read(member)).text.splitlines()):
        points = (*card.texts("TEL"), *card.texts("EMAIL"))
        if card.title or points:
            nothing = False
            source = visit.source(member, f"line {card.line}")
            yield Connection(source, ConnectionKind.CONTACT, card.title, contact_points=points, note="sent in a chat")
    if nothing:
        yield visit.problem(member, "", _NO_CARD)
