"""Groups, pages and events that the owner belongs to, follows, runs or was asked to."""

from collections.abc import Iterator

from privacy_audit.archive import Member
from privacy_audit.meta.labels import labels
from privacy_audit.meta.network.attachments import membership_of
from privacy_audit.meta.network.people import named_in
from privacy_audit.meta.scene import Found, Reader, Scene, fix, moment
from privacy_audit.meta.shapes import Event, GroupAnswers, Named
from privacy_audit.meta.tables import each
from privacy_audit.model import Membership, MembershipKind, Passage, PassageKind, Source, Voice

_PAGES = (MembershipKind.PAGE_FOLLOWED, MembershipKind.PAGE_RUN)


def circles(root: str, kind: MembershipKind, detail: str = "") -> Reader:
    """A reader of a list of groups or pages. Who has left a group has a sentence there but no `data`."""
    name_kind = PassageKind.PAGE_NAME if kind in _PAGES else PassageKind.GROUP_NAME

    def read(scene: Scene, member: Member) -> Iterator[Found]:
        return each(scene, member, Named, root, make)

    def make(source: Source, row: Named) -> Iterator[Membership | Passage]:
        said = labels(row.label_values)
        title, when = fix(row.title), moment(row.timestamp or said.any_time())
        name = fix(row.name) or named_in(row) or said.text("name", "group", "page")
        if name:
            yield Membership(source, kind=kind, name=name, when=when, detail=detail)
            yield Passage(name, name_kind, Voice.OWNER, source, when=when)
        elif title:
            yield Membership(source, kind=kind, name=title, when=when, detail=detail or "left")
            yield Passage(title, name_kind, Voice.OWNER, source, when=when)

    return read


def events(root: str, detail: str) -> Reader:
    """A reader of a list of events; what the organiser wrote is the owner's own text where the owner was that."""
    hosted = root == "your_events"

    def read(scene: Scene, member: Member) -> Iterator[Found]:
        return each(scene, member, Event, root, make)

    def make(source: Source, row: Event) -> Iterator[Membership | Passage]:
        found = membership_of(row, source, detail)
        if found.name or found.place or found.when:
            yield found
        text = fix(row.description)
        if text:
            voice = Voice.OWNER if hosted else Voice.OTHER
            yield Passage(text, PassageKind.POST, voice, source, place=found.name, when=moment(row.create_timestamp))

    return read


def event_responses(scene: Scene, member: Member) -> Iterator[Found]:
    for answer in ("joined", "declined", "interested"):
        yield from events(f"event_responses/events_{answer}?", answer)(scene, member)


def membership_answers(scene: Scene, member: Member) -> Iterator[Found]:
    """What the owner told a group's moderators to be let in."""

    def make(source: Source, row: GroupAnswers) -> Iterator[Passage]:
        name, when = fix(row.group_name), moment(row.timestamp)
        for text in _texts((row.answer, row.answers, row.question_answers)):
            yield Passage(text, PassageKind.COMMENT, Voice.OWNER, source, place=name, when=when)
        if name:
            yield Passage(name, PassageKind.GROUP_NAME, Voice.OWNER, source, when=when)

    yield from each(scene, member, GroupAnswers, "group_membership_questions_answers/group_answers", make)


def _texts(value: object) -> Iterator[str]:
    """All texts under keys that nobody has written down yet, but for the questions."""
    if isinstance(value, str) and value.strip():
        yield fix(value)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if "question" not in key or not isinstance(item, str):
                yield from _texts(item)
