"""Strava's smaller tables, row by row: people, words, clubs, apps, sign-ins, settings, hidden areas."""

from collections.abc import Iterator

from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.importers.strava.header import utc
from privacy_audit.model import (
    Audience,
    Connection,
    ConnectionKind,
    Like,
    LinkedApp,
    Login,
    MediaKind,
    MediaUse,
    Membership,
    MembershipKind,
    Passage,
    PassageKind,
    Photo,
    Place,
    PlaceKind,
    Setting,
    Voice,
)
from privacy_audit.sheets import Cells, Make

_FILMS = (".mp4", ".mov", ".m4v")
_AUDIENCES = {
    "everyone": Audience.EVERYONE,
    "public": Audience.EVERYONE,
    "followers": Audience.FRIENDS,
    "followers_only": Audience.FRIENDS,
    "mutuals": Audience.FRIENDS,
    "only_me": Audience.ONLY_ME,
    "only me": Audience.ONLY_ME,
    "private": Audience.ONLY_ME,
}


def _follow(kind: ConnectionKind) -> Make:
    def make(_visit: Visit, row: Cells) -> Iterator[Found]:
        number = row.text("Follower Athlete ID", "Following Athlete ID", "Followed Athlete ID", "Athlete ID")
        if number:
            yield Connection(row.source, kind, "", handle=number, note=row.text("Follow Status", "Favorite Status"))

    return make


def _contact(_visit: Visit, row: Cells) -> Iterator[Found]:
    name = row.text("Name", "Contact Name") or " ".join(filter(None, (row.text("First Name"), row.text("Last Name"))))
    points = tuple(
        filter(None, (row.text("Email", "Email Address", "Contact Value"), row.text("Phone", "Phone Number")))
    )
    if name or points:
        yield Connection(row.source, ConnectionKind.CONTACT, name or points[0], contact_points=points)
    if name:
        yield Passage(name, PassageKind.CONTACT_NAME, Voice.OWNER, row.source)


def _comment(_visit: Visit, row: Cells) -> Iterator[Found]:
    if words := row.text("Content", "Comment", "Text"):
        yield Passage(words, PassageKind.COMMENT, Voice.OWNER, row.source, when=utc(row.moment("Comment Date", "Date")))


def _post(_visit: Visit, row: Cells) -> Iterator[Found]:
    words = "\n".join(filter(None, (row.text("Title"), row.text("Content", "Text", "Post"))))
    if words:
        yield Passage(words, PassageKind.POST, Voice.OWNER, row.source, when=utc(row.moment("Post Date", "Date")))


def _reaction(_visit: Visit, row: Cells) -> Iterator[Found]:
    on = row.text("Parent Type", "Activity ID", "Parent ID")
    yield Like(
        row.source, on, row.text("Reaction Type", "Type") or "kudos", when=utc(row.moment("Reaction Date", "Date"))
    )


def _group(kind: MembershipKind) -> Make:
    def make(_visit: Visit, row: Cells) -> Iterator[Found]:
        name = row.text("Club Name", "Event Name", "Title", "Name")
        place = ", ".join(
            filter(None, (row.text("City", "Location", "Address"), row.text("State"), row.text("Country")))
        )
        words = row.text("Description", "Club Description")
        when = utc(row.moment("Join Date", "Start Date", "Date"))
        if name:
            yield Membership(row.source, kind, name, when, place, row.text("Club Type", "Activity Type", "Sport"))
            yield Passage(name, PassageKind.GROUP_NAME, Voice.UNKNOWN, row.source, place=words)

    return make


def _media(visit: Visit, row: Cells) -> Iterator[Found]:
    caption, file = row.text("Media Caption", "Caption"), row.text("Media Filename", "Filename", "Photo Filename")
    if not file and not caption:
        return
    kind = MediaKind.VIDEO if file.lower().endswith(_FILMS) else MediaKind.PHOTO
    yield Photo(row.source, visit.media(file), kind, MediaUse.POST, caption)
    if caption:
        yield Passage(caption, PassageKind.CAPTION, Voice.OWNER, row.source)


def _app(_visit: Visit, row: Cells) -> Iterator[Found]:
    if name := row.text("App Name", "Application Name", "Name", "App"):
        enabled = row.text("Enabled", "Status")
        yield LinkedApp(row.source, name, utc(row.moment("Date Connected", "Authorized At", "Date")), enabled)


def _login(_visit: Visit, row: Cells) -> Iterator[Found]:
    when = utc(row.moment("Login DateTime", "Login Date", "Date", "Created At"))
    ip, source = row.text("IP Address", "IP", "Login IP"), row.text("Login Source", "Source", "User Agent")
    if when or ip:
        yield Login(row.source, "sign-in", when, ip, source)


def _setting(_visit: Visit, row: Cells) -> Iterator[Found]:
    """A name and a value in each row, or a column for each setting."""
    name, value = (
        row.text("Setting Name", "Setting", "Preference", "Name"),
        row.text("Setting Value", "Value", "Enabled"),
    )
    pairs = [(name, value)] if name else [(column, text) for column in row.places for text in row.all(column)]
    for what, said in pairs:
        audience = _AUDIENCES.get(said.casefold().replace("-", "_"), Audience.UNKNOWN)
        yield Setting(row.source, what, said, audience=audience)


def _zone(_visit: Visit, row: Cells) -> Iterator[Found]:
    """What is hidden round one's own door is told in the archive in full."""
    where = [row.text("Address", "Privacy Zone Address"), row.text("Latitude"), row.text("Longitude")]
    radius = row.text("Radius", "Privacy Zone Radius")
    if any(where) or radius:
        yield Place(row.source, PlaceKind.PRIMARY, "Hidden area", where[0] or ", ".join(filter(None, where[1:])))
    if radius:
        yield Setting(row.source, "Hidden area", radius)


def _route(_visit: Visit, row: Cells) -> Iterator[Found]:
    if name := row.text("Route Name", "Name", "Segment Name"):
        yield Place(row.source, PlaceKind.SAVED, name)
        yield Passage(name, PassageKind.CAPTION, Voice.OWNER, row.source)


FILES: tuple[tuple[str, tuple[str, ...], Make], ...] = (
    ("followers.csv", ("Follower Athlete ID", "Athlete ID"), _follow(ConnectionKind.FOLLOWER)),
    ("following.csv", ("Following Athlete ID", "Followed Athlete ID", "Athlete ID"), _follow(ConnectionKind.FOLLOWING)),
    ("blocks.csv", ("Blocked Athlete ID", "Athlete ID"), _follow(ConnectionKind.BLOCKED)),
    ("contacts.csv", ("Name", "First Name", "Contact Name", "Email", "Contact Value"), _contact),
    ("comments.csv", ("Content", "Comment", "Text"), _comment),
    ("posts.csv", ("Content", "Title", "Text", "Post"), _post),
    ("reactions.csv", ("Reaction Type", "Parent Type", "Parent ID", "Type"), _reaction),
    ("clubs.csv", ("Club Name", "Name"), _group(MembershipKind.GROUP)),
    ("memberships.csv", ("Club Name", "Name"), _group(MembershipKind.GROUP)),
    ("events.csv", ("Event Name", "Title", "Name"), _group(MembershipKind.EVENT)),
    ("media.csv", ("Media Filename", "Media Caption"), _media),
    ("photos.csv", ("Media Filename", "Photo Filename", "Filename"), _media),
    ("connected_apps.csv", ("App Name", "Application Name", "App", "Name"), _app),
    ("logins.csv", ("Login DateTime", "Login Date", "IP Address", "Login IP"), _login),
    ("visibility_settings.csv", ("Setting Name", "Setting", "Name", "Activity Visibility"), _setting),
    ("general_preferences.csv", ("Setting Name", "Preference", "Name", "Measurement Preference"), _setting),
    ("privacy_zones.csv", ("Address", "Radius", "Privacy Zone Radius", "Latitude"), _zone),
    ("routes.csv", ("Route Name", "Name"), _route),
)  # fmt: skip
