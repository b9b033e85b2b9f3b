"""Google Contacts and Calendar: whom the owner knows, and where and when they meet."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.importing import ReadProblem
from privacy_audit.model import (
    Connection,
    ConnectionKind,
    Membership,
    MembershipKind,
    Moment,
    Passage,
    PassageKind,
    Source,
    Voice,
)
from privacy_audit.sheets import Cells
from privacy_audit.text import decode_text, moment_from_text
from privacy_audit.vcards import Card, cards

_ODD = "This entry is empty or in a form that we do not know. Look at it in the download itself."
_UNENDED = "This entry of the file has no end, so it may not be whole. Ask for the export again."


@dataclass(slots=True)
class AddressBook:
    """The same people stand in "All Contacts", in "My Contacts" and in each label: told once."""

    told: set[tuple[str, tuple[str, ...]]] = field(default_factory=set)

    def __call__(self, visit: Visit, member: Member) -> Iterator[Found]:
        text = decode_text(visit.archive.read(member)).text
        for card in cards(text.splitlines()):
            source = visit.source(member, f"line {card.line}")
            if not card.complete:
                yield ReadProblem(source, _UNENDED)
            yield from self._person(source, card.title, (*card.texts("TEL"), *card.texts("EMAIL")), _note(card))

    def row(self, _visit: Visit, row: Cells) -> Iterator[Found]:
        given = (row.text("First Name", "Given Name"), row.text("Last Name", "Family Name"))
        points = [row.text(f"{kind} {n} - Value") for kind in ("Phone", "E-mail") for n in (1, 2, 3)]
        note = ", ".join(
            filter(
                None,
                (
                    row.text("Organization Title", "Organization 1 - Title"),
                    row.text("Organization Name", "Organization 1 - Name"),
                    row.text("Notes"),
                ),
            )
        )
        name = row.text("Name") or " ".join(filter(None, given))
        yield from self._person(row.source, name, tuple(filter(None, points)), note)

    def _person(self, source: Source, name: str, points: tuple[str, ...], note: str) -> Iterator[Found]:
        if (name, points) in self.told:
            return
        self.told.add((name, points))
        if not name and not points and not note:
            yield ReadProblem(source, _ODD)
            return
        yield Connection(source, ConnectionKind.CONTACT, name or points[0], contact_points=points, note=note)
        if name:
            yield Passage(name, PassageKind.CONTACT_NAME, Voice.OWNER, source)


def _note(card: Card) -> str:
    return ", ".join(filter(None, (card.text("TITLE"), card.text("ORG").replace(";", " ").strip(), card.text("NOTE"))))


def calendar(visit: Visit, member: Member) -> Iterator[Found]:
    """Events, with where they are."""
    text = decode_text(visit.archive.read(member)).text
    for card in cards(text.splitlines(), ("VEVENT",)):
        source, title = visit.source(member, f"line {card.line}"), card.text("SUMMARY")
        when = _card_time(card.text("DTSTART"))
        if not title and when is None:
            yield ReadProblem(source, _ODD)
            continue
        yield Membership(source, MembershipKind.EVENT, title, when, card.text("LOCATION"), "calendar")


def _card_time(text: str) -> Moment | None:
    """ "20240314T093000Z", or a day alone."""
    digits = text.rstrip("Z").replace("T", "")
    if not digits.isdecimal() or len(digits) not in (8, 14):
        return moment_from_text(text)
    clock = f"T{digits[8:10]}:{digits[10:12]}:{digits[12:14]}" if len(digits) > 8 else ""  # noqa: PLR2004 - of a day
    return moment_from_text(f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}{clock}{'Z' if text.endswith('Z') else ''}")
