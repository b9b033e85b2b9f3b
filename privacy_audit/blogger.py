"""Reads a blog of Blogger: the feed of a Takeout (2018 and later) and the older backup file, which tell the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.importing import ReadProblem
from privacy_audit.markup import pieces
from privacy_audit.model import Audience, Moment, Passage, PassageKind, Place, PlaceKind, Setting, Source, Voice
from privacy_audit.text import moment_from_text
from privacy_audit.tracks import coordinates_of
from privacy_audit.xml_stream import XmlNode, xml_records

_KIND = "http://schemas.google.com/g/2005#kind"
_EMPTY = "This post or comment holds no words that we know. Look at it in the blog itself."
_OPEN = {"LIVE", "PUBLISHED", ""}
_QUIET = {"template", "settings"}


@dataclass(frozen=True, slots=True, repr=False)
class Entry:
    """One post, page, comment or setting of a blog."""

    node: XmlNode
    closed: bool = False  # the whole blog is open to some readers only

    @property
    def closes_blog(self) -> bool:
        """The older backup begins with the blog's settings; who may read is one of them."""
        return "READ_ACCESS_MODE" in self.node.text("id") and self.node.text("content").upper() not in {"", "PUBLIC"}

    @property
    def kind(self) -> str:
        """ "post", "page", "comment", "settings" or "template"."""
        told = self.node.text("type").casefold()
        terms = [one.attr("term") for one in self.node.all("category") if one.attr("scheme") == _KIND]
        return told or next((term.rpartition("#")[2] for term in terms), "post")

    @property
    def audience(self) -> Audience:
        """What is published can be read by everybody, unless the whole blog is closed; a draft by nobody else."""
        status = self.node.text("status").upper()
        draft = self.node.text("control", "draft").casefold() == "yes"
        trashed = bool(self.node.text("trashed"))
        if status not in _OPEN or draft or trashed:
            return Audience.ONLY_ME
        return Audience.LISTED if self.closed else Audience.EVERYONE

    @property
    def author(self) -> str:
        return self.node.text("author", "name")

    @property
    def when(self) -> Moment | None:
        return moment_from_text(self.node.text("published") or self.node.text("created"))

    @property
    def words(self) -> str:
        content = self.node.text("content") or self.node.text("summary")
        title = self.node.text("title")
        text = words_of(content)
        if self.kind == "comment":  # its title is cut from its words
            return text or title
        return "\n".join(filter(None, (title, text)))


def words_of(raw_html: str) -> str:
    """What a reader sees of a piece of HTML."""
    if "<" not in raw_html and "&" not in raw_html:
        return raw_html
    return "\n".join(piece.root.text() for piece in pieces(raw_html.encode("utf-8", "replace"))).strip()


def entries(visit: Visit, member: Member, *, comments_by: Voice | None = None) -> Iterator[Found]:
    """All that a feed holds. `comments_by`: whose the comments are where the feed holds one person's only."""
    closed = False
    with visit.archive.stream(member) as stream:
        for found in xml_records(stream, ("entry",), visit.source(member)):
            if isinstance(found, ReadProblem):
                yield found
                continue
            source, entry = found[0], Entry(found[1], closed)
            closed = closed or entry.closes_blog
            yield from _entry(visit, source, entry, comments_by)


def _entry(visit: Visit, source: Source, entry: Entry, comments_by: Voice | None) -> Iterator[Found]:
    kind = entry.kind
    if kind in _QUIET:
        name = entry.node.text("id").rpartition(".")[2]
        if kind == "settings" and name:
            yield Setting(source, f"Blog: {name}", entry.node.text("content"))
        return
    words, is_comment = entry.words, kind == "comment"
    if not words:
        yield ReadProblem(source, _EMPTY)
        return
    voice = (comments_by or visit.voice(entry.author)) if is_comment else _voice(visit, entry.author)
    yield Passage(
        words,
        PassageKind.COMMENT if is_comment else PassageKind.POST,
        voice,
        source,
        entry.author,
        place="a blog",
        when=entry.when,
        audience=entry.audience,
    )
    yield from _place(source, entry)


def _voice(visit: Visit, author: str) -> Voice:
    """A post in the own blog is the owner's, unless somebody else is known to write there too."""
    voice = visit.voice(author)
    return Voice.OWNER if voice is Voice.UNKNOWN else voice


def _place(source: Source, entry: Entry) -> Iterator[Found]:
    """Where a post says that it was written."""
    for place in (*entry.node.all("location"), *entry.node.all("where", "Point")):
        latitude, longitude = _number(place.text("latitude")), _number(place.text("longitude"))
        if latitude is None and (pair := place.text("pos").split())[1:]:
            latitude, longitude = _number(pair[0]), _number(pair[1])
        point, name = coordinates_of(latitude, longitude), place.text("name")
        if point or name:
            yield Place(source, PlaceKind.CHECK_IN, name, "", point, entry.when, audience=entry.audience)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
