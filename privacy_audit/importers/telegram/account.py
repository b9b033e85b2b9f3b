"""What a Telegram account export in JSON holds beside its chats: the profile, contacts, pictures and sign-ins."""

from collections.abc import Iterator

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.errors import ExportError
from privacy_audit.importers.telegram.recognition import IMPORTER_ID
from privacy_audit.importers.telegram.shapes import Card, Me, Picture, Session, WebSession, plain
from privacy_audit.importing import Holder, ReadProblem
from privacy_audit.model import (
    Audience,
    Connection,
    ConnectionKind,
    FieldKind,
    LinkedApp,
    Login,
    MediaKind,
    MediaUse,
    Moment,
    Passage,
    PassageKind,
    Photo,
    ProfileField,
    Source,
    Voice,
)
from privacy_audit.nested_lists import Piece, pieces, records
from privacy_audit.text import moment_from_seconds, moment_from_text

ME = ("personal_information",)
CONTACTS, SESSIONS, SITES = ("contacts", "list"), ("sessions", "list"), ("web_sessions", "list")
PICTURES, STORIES = ("profile_pictures",), ("stories",)
PATHS = frozenset({ME, CONTACTS, SESSIONS, SITES, PICTURES, STORIES})
_FIRST_CHATS = frozenset({("chats", "list"), ("messages",)})
_FILMS = (".mp4", ".mov", ".webm")


def moment(unix: object, text: str | None) -> Moment | None:
    """The seconds where they are there; else the text, which is in the zone of the computer that made the export."""
    return moment_from_seconds(unix) or moment_from_text(text or "")


def me_of(archive: Archive, member: Member) -> Me | None:
    """The owner, who stands near the beginning; None in the export of a single chat."""
    source = Source(IMPORTER_ID, member.path)
    try:
        with archive.stream(member) as stream:
            for piece in pieces(stream, lambda path: path == ME or path in _FIRST_CHATS):
                if not isinstance(piece, Piece) or piece.path != ME:
                    return None
                return next((item[1] for item in records(piece, Me, source) if not isinstance(item, ReadProblem)), None)
    except ExportError:
        return None  # told when the file is read
    return None


def holder_of(me: Me) -> Holder:
    name = " ".join(filter(None, (me.first_name, me.last_name))).strip()
    return Holder(
        names=(name,) if name else (),
        handles=(me.username.lstrip("@"),) if me.username else (),
        account_id=number_of(me.user_id),
    )


def number_of(identity: object) -> str:
    """The number of a user, with its kind before it where that is not "user": "channel12" is nobody's account."""
    return str(identity or "").removeprefix("user")


def profile(visit: Visit, member: Member, piece: Piece) -> Iterator[Found]:
    source = visit.source(member, "/personal_information")
    for item in records(piece, Me, source):
        if isinstance(item, ReadProblem):
            yield item
            continue
        yield from _profile(source, item[1])


def _profile(source: Source, me: Me) -> Iterator[Found]:
    holder = holder_of(me)
    for name in holder.names:
        yield ProfileField(source, FieldKind.NAME, name)
        yield Passage(name, PassageKind.HANDLE, Voice.OWNER, source)
    for handle in holder.handles:
        yield ProfileField(source, FieldKind.HANDLE, handle, audience=Audience.EVERYONE)
        yield Passage(handle, PassageKind.HANDLE, Voice.OWNER, source, audience=Audience.EVERYONE)
    if me.phone_number:
        yield ProfileField(source, FieldKind.PHONE, me.phone_number)
    if me.bio:
        yield ProfileField(source, FieldKind.BIO, me.bio)
        yield Passage(me.bio, PassageKind.BIO, Voice.OWNER, source)


def contacts(visit: Visit, member: Member, piece: Piece) -> Iterator[Found]:
    source = visit.source(member, "/contacts/list")
    for item in records(piece, Card, source):
        if isinstance(item, ReadProblem):
            yield item
            continue
        number, card = item
        yield Connection(
            visit.source(member, f"/contacts/list/{number}"),
            ConnectionKind.CONTACT,
            card.name,
            moment(card.unix, card.date),
            contact_points=tuple(filter(None, (card.phone_number,))),
        )


def pictures(visit: Visit, member: Member, piece: Piece) -> Iterator[Found]:
    """Profile pictures, and stories; pinned ones stay on the profile."""
    top = f"/{piece.path[0]}"
    use = MediaUse.PROFILE if piece.path == PICTURES else MediaUse.STORY
    for item in records(piece, Picture, visit.source(member, top)):
        if isinstance(item, ReadProblem):
            yield item
            continue
        number, picture = item
        source = visit.source(member, f"{top}/{number}")
        path, caption = picture.photo or picture.media or "", plain(picture.caption)
        yield Photo(
            source,
            visit.media(path),
            MediaKind.VIDEO if path.casefold().endswith(_FILMS) else MediaKind.PHOTO,
            use,
            caption,
            album="on the profile" if picture.pinned else "",
            uploaded=moment(picture.unix, picture.date),
        )
        if caption:
            yield Passage(caption, PassageKind.CAPTION, Voice.OWNER, source, when=moment(picture.unix, picture.date))


def sessions(visit: Visit, member: Member, piece: Piece) -> Iterator[Found]:
    source = visit.source(member, "/sessions/list")
    for item in records(piece, Session, source):
        if isinstance(item, ReadProblem):
            yield item
            continue
        number, session = item
        yield Login(
            visit.source(member, f"/sessions/list/{number}"),
            "session",
            moment(session.last_active_unix, session.last_active),
            session.last_ip or "",
            " ".join(filter(None, (session.device_model, session.platform, session.application_name))),
            ", ".join(filter(None, (session.last_region, session.last_country))),
        )


def sites(visit: Visit, member: Member, piece: Piece) -> Iterator[Found]:
    """Websites that the account is signed in to."""
    source = visit.source(member, "/web_sessions/list")
    for item in records(piece, WebSession, source):
        if isinstance(item, ReadProblem):
            yield item
            continue
        number, site = item
        yield LinkedApp(
            visit.source(member, f"/web_sessions/list/{number}"),
            site.domain_name or site.bot_username or "",
            moment(site.created_unix, site.created),
            "active",
        )
