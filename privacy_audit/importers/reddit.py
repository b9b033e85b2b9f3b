"""Reddit: the tables that a data request gives."""

from collections.abc import Iterator

from privacy_audit.archive import Archive
from privacy_audit.batching import Found
from privacy_audit.contents import Plan, Visit, carried_out
from privacy_audit.csv_table import Line, read_table
from privacy_audit.errors import ExportError
from privacy_audit.importing import ExportItem, Holder, Importer, LayoutEvidence, ReadOptions, ReadProblem, Recognition
from privacy_audit.model import (
    Audience,
    BirthDate,
    Connection,
    ConnectionKind,
    FieldKind,
    Like,
    LinkedApp,
    Login,
    Membership,
    MembershipKind,
    Passage,
    PassageKind,
    ProfileField,
    Setting,
    Source,
    Voice,
)
from privacy_audit.sheets import Cells, Make, sheet
from privacy_audit.text import moment_from_text, unescape

IMPORTER_ID = "reddit"
_COMMENTS = b"id,permalink,date,ip,subreddit,"
_GONE = {"[deleted]", "[removed]"}
_OPEN = Audience.EVERYONE  # what is written on Reddit can be read without an account
_PROOF = ("statistics.csv", "checkfile.csv", "account_gender.csv", "subscribed_subreddits.csv", "ip_logs.csv")


def recognise(archive: Archive) -> Recognition | None:
    """Two of its tables' names, or the columns of the posts or comments: other platforms have a comments.csv too."""
    proven = any(
        _head(archive, name).removeprefix(b"\xef\xbb\xbf").replace(b'"', b"").startswith(_COMMENTS)
        for name in ("comments.csv", "posts.csv", "comment_headers.csv")
    )
    named = sum(archive.find(name) is not None for name in _PROOF)
    if not proven and named < 2:  # noqa: PLR2004 - one name alone could be anybody's
        return None
    return Recognition(IMPORTER_ID, "tables of a data request", LayoutEvidence.SOURCE, 0.9 if proven and named else 0.8)


def _head(archive: Archive, name: str) -> bytes:
    member = archive.find(name)
    try:
        return archive.head(member, 256) if member else b""
    except ExportError:
        return b""


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    holder = _holder(archive)
    yield holder
    names = frozenset(name.casefold() for name in holder.handles or options.own_names)
    readers = [(pattern, sheet(columns, make)) for pattern, columns, make in _FILES]
    yield from carried_out(Visit(IMPORTER_ID, archive, options, names), Plan(readers, _PRIVATE, _IGNORED))


def _holder(archive: Archive) -> Holder:
    """From the table of statistics, a name and a value in each row."""
    member = archive.find("statistics.csv")
    said: dict[str, str] = {}
    if member is not None:
        try:
            with archive.stream(member) as stream:
                table = read_table(stream, ("statistic",), Source(IMPORTER_ID, member.path))
                if not isinstance(table, ReadProblem):
                    said = {row.cell(0): row.cell(1) for row in table.rows if isinstance(row, Line)}
        except ExportError:
            pass  # told when the table itself is read
    name = said.get("account name", "")
    return Holder(handles=(name,) if name else (), made=moment_from_text(said.get("export time", "")))


def _statistic(_visit: Visit, row: Cells) -> Iterator[Found]:
    name, value = row.text("statistic"), row.text("value")
    if name == "account name" and value:
        yield ProfileField(row.source, FieldKind.HANDLE, value, audience=_OPEN)
        yield Passage(value, PassageKind.HANDLE, Voice.OWNER, row.source, audience=_OPEN)
    elif "ip" in name.split() and value:
        yield Login(row.source, name, ip=value)
    elif name:
        yield Setting(row.source, name, value)


def _post(_visit: Visit, row: Cells) -> Iterator[Found]:
    body = unescape(row.text("body"))
    words = "\n".join(filter(None, (unescape(row.text("title")), "" if body in _GONE else body)))
    group, when = row.text("subreddit"), row.moment("date")
    if words or row.text("url", "permalink"):
        yield Passage(words, PassageKind.POST, Voice.OWNER, row.source, place=group, when=when, audience=_OPEN)
    if ip := row.text("ip"):
        yield Login(row.source, "post", when, ip)


def _comment(_visit: Visit, row: Cells) -> Iterator[Found]:
    body, when = unescape(row.text("body")), row.moment("date")
    if row.text("permalink", "id") or body:
        words, group = "" if body in _GONE else body, row.text("subreddit")
        yield Passage(words, PassageKind.COMMENT, Voice.OWNER, row.source, place=group, when=when, audience=_OPEN)
    if ip := row.text("ip"):
        yield Login(row.source, "comment", when, ip)


def _message(visit: Visit, row: Cells) -> Iterator[Found]:
    words = "\n".join(filter(None, (unescape(row.text("subject")), unescape(row.text("body", "message")))))
    author = row.text("from", "username")
    if words or author:
        place = row.text("channel_name", "to", "subreddit")
        thread = row.text("channel_url", "thread_id", "id")
        when = row.moment("date", "created_at")
        yield Passage(
            words, PassageKind.MESSAGE, visit.voice(author), row.source, author, thread, place=place, when=when
        )


def _vote(_visit: Visit, row: Cells) -> Iterator[Found]:
    if on := row.text("permalink", "id"):
        yield Like(row.source, on, row.text("direction") or "saved")


def _group(_visit: Visit, row: Cells) -> Iterator[Found]:
    if name := row.text("subreddit", "display_name", "name"):
        yield Membership(row.source, MembershipKind.GROUP, name)
        yield Passage(name, PassageKind.GROUP_NAME, Voice.UNKNOWN, row.source)


def _run_group(_visit: Visit, row: Cells) -> Iterator[Found]:
    if name := row.text("subreddit"):
        yield Membership(row.source, MembershipKind.GROUP_RUN, name)
        yield Passage(name, PassageKind.GROUP_NAME, Voice.OWNER, row.source)


def _friend(_visit: Visit, row: Cells) -> Iterator[Found]:
    if name := row.text("username"):
        yield Connection(row.source, ConnectionKind.FOLLOWING, name, handle=name, note=row.text("note"))


def _birth(_visit: Visit, row: Cells) -> Iterator[Found]:
    for column in ("birthdate", "verified_birthdate"):
        if born := row.date(column):
            yield BirthDate(row.source, born)
            return
    yield Setting(row.source, "Date of birth", row.text("verification_state") or "none given")


def _gender(_visit: Visit, row: Cells) -> Iterator[Found]:
    if gender := row.text("account_gender"):
        yield ProfileField(row.source, FieldKind.GENDER, gender)


def _phone(_visit: Visit, row: Cells) -> Iterator[Found]:
    if number := row.text("phone_number"):
        yield ProfileField(row.source, FieldKind.PHONE, number)


def _app(_visit: Visit, row: Cells) -> Iterator[Found]:
    if name := row.text("issuer_id", "username", "stripe_account_id", "persona_inquiry_id"):
        yield LinkedApp(row.source, name)


def _login(_visit: Visit, row: Cells) -> Iterator[Found]:
    if ip := row.text("ip"):
        yield Login(row.source, "sign-in", row.moment("date"), ip)


def _preference(_visit: Visit, row: Cells) -> Iterator[Found]:
    if name := row.text("preference"):
        yield Setting(row.source, name, row.text("value"))


_FILES: tuple[tuple[str, tuple[str, ...], Make], ...] = (
    ("statistics.csv", ("statistic",), _statistic),
    ("posts.csv", ("permalink",), _post),
    ("comments.csv", ("permalink",), _comment),
    ("messages*.csv", ("thread_id", "permalink"), _message),
    ("chat_history.csv", ("message_id",), _message),
    ("post_votes.csv", ("permalink",), _vote),
    ("comment_votes.csv", ("permalink",), _vote),
    ("saved_posts.csv", ("permalink",), _vote),
    ("saved_comments.csv", ("permalink",), _vote),
    ("subscribed_subreddits.csv", ("subreddit",), _group),
    ("approved_submitter_subreddits.csv", ("subreddit",), _group),
    ("multireddits.csv", ("display_name", "name"), _group),
    ("moderated_subreddits.csv", ("subreddit",), _run_group),
    ("friends.csv", ("username",), _friend),
    ("birthdate.csv", ("birthdate",), _birth),
    ("account_gender.csv", ("account_gender",), _gender),
    ("linked_phone_number.csv", ("phone_number",), _phone),
    ("linked_identities.csv", ("issuer_id",), _app),
    ("twitter.csv", ("username",), _app),
    ("ip_logs.csv", ("ip",), _login),
    ("user_preferences.csv", ("preference",), _preference),
)
_PRIVATE = ("search*.csv",)
_IGNORED = (
    *("checkfile.csv", "hidden_posts.csv", "*_headers.csv", "payouts.csv", "gold_received.csv", "gilded_content.csv"),
    *("drafts.csv", "poll_votes.csv", "announcements.csv", "scheduled_posts.csv", "sensitive_ads_preferences.csv"),
    *("stripe.csv", "persona.csv", "purchases.csv", "subscriptions.csv", "comment_voting*.csv", "user_prefs*.csv"),
)
_NOT_TOLD = (
    "What is written on Reddit can be read by anybody, without an account; deleting it does not reach copies.",
    "Answers of others to you, and posts in which others name you, are not in the download.",
)
_SOURCE, _MEMORY = LayoutEvidence.SOURCE, LayoutEvidence.MEMORY
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Reddit",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(("tables of a data request", LayoutEvidence.SOURCE),),
    category_evidence={
        "profile": _MEMORY,
        "posts": _SOURCE,
        "comments": _SOURCE,
        "messages": _MEMORY,
        "connections": _MEMORY,
        "likes": _SOURCE,
        "groups": _SOURCE,
        "logins": _SOURCE,
        "settings": _MEMORY,
        "apps": _MEMORY,
    },
)
