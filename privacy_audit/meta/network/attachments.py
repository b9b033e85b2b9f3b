"""What hangs on a post, comment or story: pictures, places, links, events, life events, polls, things for sale."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from privacy_audit.importing import ReadProblem
from privacy_audit.meta.network.pictures import Setting, names_of, picture
from privacy_audit.meta.network.places import spot
from privacy_audit.meta.scene import Found, Position, Scene, fix, moment
from privacy_audit.meta.shapes import Activity, Attached, Event, LifeEvent, Poll, Sale
from privacy_audit.model import (
    MediaUse,
    Membership,
    MembershipKind,
    Moment,
    Passage,
    PassageKind,
    PlaceKind,
    Record,
    Source,
    Voice,
)
from privacy_audit.text import partial_date

_UNKNOWN_KIND = "Something is attached here in a form that we do not know. Look at it in the export itself."


@dataclass(frozen=True, slots=True)
class Carrier:
    """The item that something hangs on."""

    scene: Scene
    row: Activity
    use: MediaUse
    voice: Voice

    def passage(
        self, source: Source, text: str, *, voice: Voice | None = None, place: str = "", when: Moment | None = None
    ) -> Iterator[Passage]:
        if text.strip():
            when = when or moment(self.row.timestamp)
            yield Passage(text, PassageKind.POST, voice or self.voice, source, place=place, when=when)


def attached(scene: Scene, row: Activity, where: Position, use: MediaUse, voice: Voice) -> Iterator[Found]:
    """The records and further texts of everything that hangs on one item."""
    carrier = Carrier(scene, row, use, voice)
    for outer, group in enumerate(row.attachments or ()):
        for inner, thing in enumerate(group.data or ()):
            source = where.at(f"attachments/{outer}/data/{inner}")
            if thing == Attached():
                yield ReadProblem(source, _UNKNOWN_KIND)
                continue
            yield from _media_and_place(carrier, thing, source)
            yield from _told(carrier, thing, source)


def _media_and_place(carrier: Carrier, thing: Attached, source: Source) -> Iterator[Record | Passage]:
    if thing.media is not None:
        setting = Setting(carrier.use, tags=names_of(carrier.row.tags))
        yield from picture(carrier.scene, source, thing.media, setting)
    if thing.place is not None:
        yield from spot(source, PlaceKind.CHECK_IN, thing.place, carrier.row.timestamp)
    if thing.event is not None:
        yield from _event(carrier, thing.event, source)


def _told(carrier: Carrier, thing: Attached, source: Source) -> Iterator[Record | Passage]:
    if (link := thing.external_context) is not None:  # the words of the page linked to, not the owner's
        place = fix(link.url) or fix(link.source)
        yield from carrier.passage(source, fix(link.name), voice=Voice.OTHER, place=place)
    if thing.life_event is not None:
        yield from _life_event(carrier, thing.life_event, source)
    if thing.poll is not None:
        yield from carrier.passage(source, _poll(thing.poll))
    if thing.for_sale_item is not None:
        yield from _sale(carrier, thing.for_sale_item, source)
    if (appeal := thing.fundraiser) is not None:
        parts = (fix(appeal.title), fix(appeal.name), fix(appeal.description))
        yield from carrier.passage(source, "\n".join(filter(None, parts)))
    for text in (fix(thing.text), fix(thing.name)):
        yield from carrier.passage(source, text, voice=Voice.UNKNOWN)


def _event(carrier: Carrier, event: Event, source: Source) -> Iterator[Record | Passage]:
    yield membership_of(event, source, "shared")
    yield from carrier.passage(source, fix(event.description), voice=Voice.UNKNOWN, place=fix(event.name))


def membership_of(event: Event, source: Source, detail: str) -> Membership:
    place = event.place
    return Membership(
        source,
        kind=MembershipKind.EVENT,
        name=fix(event.name),
        when=moment(event.start_timestamp) or moment(event.create_timestamp),
        place=", ".join(filter(None, (fix(place.name), fix(place.address)))) if place else "",
        detail=detail,
    )


def _life_event(carrier: Carrier, event: LifeEvent, source: Source) -> Iterator[Record | Passage]:
    if event.place is not None:
        yield from spot(source, PlaceKind.CHECK_IN, event.place, carrier.row.timestamp)
    yield from carrier.passage(source, fix(event.title), when=_start(event))


def _start(event: LifeEvent) -> Moment | None:
    """The day that the event happened, which is rarely the day that it was posted."""
    parts = event.start_date or {}
    found = partial_date(parts.get("year"), parts.get("month"), parts.get("day"))
    day = found.as_date() if found is not None else None
    return Moment(datetime(day.year, day.month, day.day, tzinfo=UTC), zone_known=False) if day is not None else None


def _poll(poll: Poll) -> str:
    return "\n".join(filter(None, (fix(poll.question), *(fix(option.option) for option in poll.options or ()))))


def _sale(carrier: Carrier, sale: Sale, source: Source) -> Iterator[Record | Passage]:
    if sale.location is not None:
        yield from spot(source, PlaceKind.TAGGED, sale.location, carrier.row.timestamp)
    yield from carrier.passage(source, "\n".join(filter(None, (fix(sale.title), fix(sale.description)))))
