"""What LinkedIn's tables tell of a member's circle and activity: connections, invitations, messages, posts, follows."""

from collections.abc import Iterator

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.model import (
    Audience,
    Connection,
    ConnectionKind,
    Like,
    LinkedApp,
    MediaUse,
    Membership,
    MembershipKind,
    Moment,
    Passage,
    PassageKind,
    Photo,
    Source,
    Thread,
    Voice,
)
from privacy_audit.sheets import Cells, sheet
from privacy_audit.text import unescape

_VISIBILITY = {
    "PUBLIC": Audience.EVERYONE,
    "ANYONE": Audience.EVERYONE,
    "MEMBER_NETWORK": Audience.FRIENDS,
    "CONNECTIONS": Audience.FRIENDS,
    "CONNECTIONS_ONLY": Audience.FRIENDS,
}
_MESSAGES = ("CONVERSATION ID", "CONTENT")


def connection(_visit: Visit, row: Cells) -> Iterator[Found]:
    name = " ".join(filter(None, (row.text("First Name"), row.text("Last Name"))))
    points = tuple(filter(None, (row.text("Email Address"),)))
    note = ", ".join(filter(None, (row.text("Position"), row.text("Company"))))
    if name or row.text("URL"):
        since, handle = row.moment("Connected On"), row.text("URL")
        yield Connection(row.source, ConnectionKind.FRIEND, name, since, handle, points, note)


def contact(_visit: Visit, row: Cells) -> Iterator[Found]:
    """The address book that was uploaded."""
    names = (row.text("First Name", "FirstName"), row.text("Last Name", "LastName"))
    name = " ".join(filter(None, names)) or row.text("Full Name", "Name")
    columns = ("Emails", "Email Address", "EmailAddresses", "PhoneNumbers", "Phone Numbers")
    points = tuple(filter(None, (row.text(column) for column in columns)))
    if name or points:
        yield Connection(row.source, ConnectionKind.CONTACT, name, contact_points=points)
    if name:
        yield Passage(name, PassageKind.CONTACT_NAME, Voice.OWNER, row.source)


def invitation(_visit: Visit, row: Cells) -> Iterator[Found]:
    outgoing = row.text("Direction").upper() == "OUTGOING"
    kind = ConnectionKind.REQUEST_SENT if outgoing else ConnectionKind.REQUEST_RECEIVED
    name, words, when = row.text("To") if outgoing else row.text("From"), row.text("Message"), row.moment("Sent At")
    if not name:
        return
    yield Connection(row.source, kind, name, when, note=words)
    if words:
        voice = Voice.OWNER if outgoing else Voice.OTHER
        yield Passage(words, PassageKind.MESSAGE, voice, row.source, "" if outgoing else name, when=when)


def follow(_visit: Visit, row: Cells) -> Iterator[Found]:
    if name := row.text("Organization", "FullName", "Full Name"):
        when = row.moment("Followed On", "Date")
        if row.text("Organization"):
            yield Membership(row.source, MembershipKind.PAGE_FOLLOWED, name, when)
            yield Passage(name, PassageKind.PAGE_NAME, Voice.UNKNOWN, row.source, when=when)
        else:
            yield Connection(row.source, ConnectionKind.FOLLOWING, name, when, note=row.text("Status"))


def share(_visit: Visit, row: Cells) -> Iterator[Found]:
    """A post; LinkedIn is one of the few that say who could see each."""
    words, when = unescape(row.text("ShareCommentary")), row.moment("Date")
    audience = _VISIBILITY.get(row.text("Visibility").upper(), Audience.UNKNOWN)
    if words or row.text("ShareLink", "SharedUrl", "MediaUrl"):
        yield Passage(words, PassageKind.POST, Voice.OWNER, row.source, when=when, audience=audience)
    if row.text("MediaUrl"):
        yield Photo(row.source, None, use=MediaUse.POST, caption=words, uploaded=when, audience=audience)


def comment(_visit: Visit, row: Cells) -> Iterator[Found]:
    if words := unescape(row.text("Message")):
        yield Passage(words, PassageKind.COMMENT, Voice.OWNER, row.source, when=row.moment("Date"))


def reaction(_visit: Visit, row: Cells) -> Iterator[Found]:
    if on := row.text("Link"):
        yield Like(row.source, on, row.text("Type", "OptionText") or "vote", when=row.moment("Date"))


def picture(_visit: Visit, row: Cells) -> Iterator[Found]:
    """Only an address: the download brings no pictures."""
    if row.text("Media Link", "Link"):
        caption = row.text("Media Description")
        yield Photo(row.source, None, caption=caption, uploaded=row.moment("Date/Time", "Date"))
        if caption:
            yield Passage(caption, PassageKind.CAPTION, Voice.OWNER, row.source)


def endorsement(_visit: Visit, row: Cells) -> Iterator[Found]:
    """A colleague who endorsed the member, or was endorsed."""
    for kind in ("Endorser", "Endorsee"):
        name = " ".join(filter(None, (row.text(f"{kind} First Name"), row.text(f"{kind} Last Name"))))
        if name:
            when, skill = row.moment("Endorsement Date"), row.text("Skill Name")
            yield Like(row.source, name, f"{kind.lower()}: {skill}", when=when)


def service(_visit: Visit, row: Cells) -> Iterator[Found]:
    if name := row.text("Permitted Service", "Service", "Name"):
        yield LinkedApp(row.source, name, row.moment("Date", "Created On"))


def group(_visit: Visit, row: Cells) -> Iterator[Found]:
    if name := row.text("Name", "Event Name", "Group Name"):
        yield Membership(row.source, MembershipKind.GROUP, name, row.moment("Started On", "Event Time"))
        yield Passage(name, PassageKind.GROUP_NAME, Voice.UNKNOWN, row.source)


def messages(visit: Visit, member: Member) -> Iterator[Found]:
    """All conversations stand in one table; the owner is known by name or by the one address in all of them."""
    threads: dict[str, _Talk] = {}

    def message(_visit: Visit, row: Cells) -> Iterator[Found]:
        key = row.text("CONVERSATION ID") or row.source.pointer
        author, recipients = row.text("FROM"), row.text("TO")
        when, title = row.moment("DATE"), row.text("CONVERSATION TITLE")
        words = "\n".join(filter(None, (row.text("SUBJECT"), unescape(row.text("CONTENT")))))
        if not author and not words:
            return
        voice = Voice.OWNER if row.text("SENDER PROFILE URL") in visit.names else visit.voice(author)
        threads.setdefault(key, _Talk(row.source)).see(when, title, author, *recipients.split(","))
        place = title or recipients
        yield Passage(words, PassageKind.MESSAGE, voice, row.source, author, key, place, when=when)

    yield from sheet(_MESSAGES, message)(visit, member)
    for key, talk in threads.items():
        yield talk.record(key)


class _Talk:
    """One conversation as its rows go by."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._title = ""
        self._people: dict[str, None] = {}
        self._times: list[Moment] = []
        self._count = 0

    def see(self, when: Moment | None, title: str, *people: str) -> None:
        self._count += 1
        self._title = self._title or title
        self._people.update(dict.fromkeys(name.strip() for name in people if name.strip()))
        if when is not None:
            self._times = [min([when, *self._times]), max([when, *self._times])]

    def record(self, key: str) -> Thread:
        first, last = (self._times[0], self._times[-1]) if self._times else (None, None)
        title = self._title or ", ".join(self._people)
        return Thread(self._source, key, title, tuple(self._people), self._count, first=first, last=last)
