"""LinkedIn: "Get a copy of your data", the basic and the complete archive of tables."""

from collections import Counter
from collections.abc import Iterator

from privacy_audit.archive import Archive
from privacy_audit.contents import Plan, Visit, carried_out
from privacy_audit.csv_table import Line, read_table, same_column
from privacy_audit.errors import ExportError
from privacy_audit.importers.linkedin import activity, profile
from privacy_audit.importing import ExportItem, Holder, Importer, LayoutEvidence, ReadOptions, ReadProblem, Recognition
from privacy_audit.model import Source, Voice
from privacy_audit.sheets import Make, sheet

IMPORTER_ID = "linkedin"
_PROOF = (
    "Profile.csv",
    "Connections.csv",
    "Email?Addresses.csv",
    "PhoneNumbers.csv",
    "Registration.csv",
    "Positions.csv",
)
_BASIC_ADVICE = (
    "This is the basic archive. It lacks your posts, comments and reactions: to have them checked, ask LinkedIn for "
    "the larger archive."
)
_NOT_TOLD = (
    "The basic archive holds no posts, comments or reactions; the larger archive, which comes a day later, does.",
    "LinkedIn's download brings no pictures, only their addresses, and not your profile picture.",
    "Who can see your connections, your e-mail address and your birthday is not in the download: look at Visibility in "
    "LinkedIn's settings.",
    "Posts of others that name you are not in it.",
)
_FILES: tuple[tuple[str, tuple[str, ...], Make], ...] = (
    ("Profile*.csv", ("First Name", "Headline"), profile.profile),
    ("Positions*.csv", ("Company Name",), profile.position),
    ("Volunteering*.csv", ("Company Name",), profile.position),
    ("Education*.csv", ("School Name",), profile.schooling),
    ("Email?Addresses*.csv", ("Email Address",), profile.email),
    ("PhoneNumbers*.csv", ("Number",), profile.phone),
    ("Whatsapp?Phone?Numbers*.csv", ("Number",), profile.phone),
    ("Skills*.csv", ("Name",), profile.skill),
    ("Languages*.csv", ("Name",), profile.skill),
    ("Certifications*.csv", ("Name",), profile.skill),
    ("Courses*.csv", ("Name",), profile.skill),
    ("Projects*.csv", ("Title",), profile.skill),
    ("Honors*.csv", ("Title",), profile.skill),
    ("Organizations*.csv", ("Name",), activity.group),
    ("Events*.csv", ("Event Name",), activity.group),
    ("Recommendations?Received*.csv", ("Text",), profile.recommendation(Voice.OTHER)),
    ("Recommendations?Given*.csv", ("Text",), profile.recommendation(Voice.OWNER)),
    ("Registration*.csv", ("Registered At",), profile.registration),
    ("Logins*.csv", ("Login Date", "IP Address"), profile.login),
    ("Security?Challenges*.csv", ("Challenge Date", "IP Address"), profile.login),
    ("Inferences?about?you*.csv", ("Inference",), profile.inference),
    ("Ad?Targeting*.csv", ("Company Names", "Job Titles", "Member Age"), profile.advertising),
    (
        "Jobs/*.csv",
        ("Company Name", "Job Title", "Job Titles", "Commute Preference Starting Address"),
        profile.application,
    ),
    ("Job?Applications*.csv", ("Company Name", "Job Title"), profile.application),
    ("Connections*.csv", ("Connected On",), activity.connection),
    ("ImportedContacts*.csv", ("FirstName", "First Name", "Full Name"), activity.contact),
    ("Contacts*.csv", ("First Name", "FirstName", "Emails"), activity.contact),
    ("Invitations*.csv", ("Direction", "Sent At"), activity.invitation),
    ("Company?Follows*.csv", ("Organization",), activity.follow),
    ("Member?Follows*.csv", ("FullName", "Full Name"), activity.follow),
    ("Shares*.csv", ("ShareCommentary", "ShareLink"), activity.share),
    ("Comments*.csv", ("Message",), activity.comment),
    ("Reactions*.csv", ("Link",), activity.reaction),
    ("Votes*.csv", ("Link", "OptionText"), activity.reaction),
    ("Rich?Media*.csv", ("Media Link", "Link"), activity.picture),
    ("Endorsement*.csv", ("Skill Name",), activity.endorsement),
    ("Services*.csv", ("Service", "Name"), activity.service),
)
_PRIVATE = ("SearchQueries*.csv", "Search?Queries*.csv")
_IGNORED = (
    "Saved?Items*.csv", "Ads?Clicked*.csv", "LAN?Ads*.csv", "Receipts*.csv", "Saved?Job?Alerts*.csv", "Learning*.csv",
    "Hashtag?Follows*.csv", "Causes?You?Care?About*.csv", "Private?identity?asset*.csv", "Verifications/**",
    "guide_messages.csv", "learning_*_messages.csv", "coach_messages.csv", "Publications*.csv", "Patents*.csv",
    "Test?Scores*.csv", "Articles/**",
)  # fmt: skip


def recognise(archive: Archive) -> Recognition | None:
    """Two of its tables, or the connections alone; names swap blanks and underscores between years."""
    found = sum(bool(archive.matching(pattern)) for pattern in _PROOF)
    if found < 2 and not (found and _is_connections(archive)):  # noqa: PLR2004 - one name alone could be anybody's
        return None
    complete = any(archive.find(name) for name in ("Shares.csv", "Comments.csv", "Reactions.csv", "Votes.csv"))
    layout = "complete archive" if complete else "basic archive"
    advice = "" if complete else _BASIC_ADVICE
    return Recognition(IMPORTER_ID, layout, LayoutEvidence.SOURCE, min(0.95, 0.5 + 0.1 * found), advice)


def _is_connections(archive: Archive) -> bool:
    member = archive.find("Connections.csv") or archive.find("Profile.csv")
    try:
        head = archive.head(member, 4096) if member else b""
    except ExportError:
        return False
    return b"Connected On" in head or b"First Name,Last Name,Maiden Name" in head


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    holder = _holder(archive)
    yield holder
    names = {*(name.casefold() for name in holder.names or options.own_names), *_own_address(archive)}
    readers = [(pattern, sheet(columns, make)) for pattern, columns, make in _FILES]
    visit = Visit(IMPORTER_ID, archive, options, frozenset(names))
    yield from carried_out(visit, Plan((*readers, ("messages.csv", activity.messages)), _PRIVATE, _IGNORED))


def _holder(archive: Archive) -> Holder:
    names = [" ".join(filter(None, row)) for row in _columns(archive, "Profile.csv", "First Name", "Last Name")]
    emails = [row[0] for row in _columns(archive, "Email?Addresses.csv", "Email Address")]
    return Holder(tuple(filter(None, names)), (), tuple(filter(None, emails)))


def _own_address(archive: Archive) -> tuple[str, ...]:
    """In messages the owner is the sender or recipient whose address stands in every conversation."""
    seen: dict[str, set[str]] = {}
    for key, sender, recipients in _columns(
        archive, "messages.csv", "CONVERSATION ID", "SENDER PROFILE URL", "RECIPIENT PROFILE URLS"
    ):
        seen.setdefault(key, set()).update(filter(None, (sender, *recipients.split(","))))
    counted = Counter(address for addresses in seen.values() for address in addresses)
    everywhere = [address for address, count in counted.items() if count == len(seen) > 1]
    return tuple(everywhere) if len(everywhere) == 1 else ()


def _columns(archive: Archive, pattern: str, *names: str) -> Iterator[tuple[str, ...]]:
    """Some columns of a table; what is damaged is told when the table itself is read."""
    for member in archive.matching(pattern)[:1]:
        try:
            with archive.stream(member) as stream:
                table = read_table(stream, names[:1], Source(IMPORTER_ID, member.path))
                if isinstance(table, ReadProblem):
                    return
                plain = [same_column(column) for column in table.columns]
                places = [plain.index(same_column(name)) if same_column(name) in plain else None for name in names]
                for row in table.rows:
                    if isinstance(row, Line):
                        yield tuple(row.cell(place) for place in places)
        except ExportError:
            return


_SOURCE, _MEMORY = LayoutEvidence.SOURCE, LayoutEvidence.MEMORY
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="LinkedIn",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(
        ("complete archive", LayoutEvidence.SOURCE),
        ("basic archive", LayoutEvidence.SOURCE),
    ),
    category_evidence={
        "profile": _SOURCE,
        "posts": _SOURCE,
        "comments": _SOURCE,
        "messages": _SOURCE,
        "connections": _SOURCE,
        "photos": _SOURCE,
        "likes": _SOURCE,
        "groups": _MEMORY,
        "logins": _SOURCE,
        "settings": _SOURCE,
        "apps": _MEMORY,
    },
)
