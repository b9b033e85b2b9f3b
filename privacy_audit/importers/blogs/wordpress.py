"""The export file of WordPress (WXR): who writes, posts and pages, pictures, comments with their network addresses."""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.blogger import words_of
from privacy_audit.contents import Visit
from privacy_audit.importing import Holder, ReadProblem
from privacy_audit.model import (
    Audience,
    FieldKind,
    Login,
    MediaKind,
    MediaUse,
    Moment,
    Passage,
    PassageKind,
    Photo,
    Place,
    PlaceKind,
    ProfileField,
    Source,
    Voice,
)
from privacy_audit.text import moment_from_seconds, moment_from_text
from privacy_audit.tracks import coordinates_of
from privacy_audit.xml_stream import XmlNode, xml_records

_EMPTY = "This entry of the blog holds nothing that we know. Look at it in the blog itself."
_OPEN = Audience.EVERYONE
# What a theme or a plug-in keeps beside the posts.
_MACHINERY = frozenset({
    "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "user_request", "wp_block",
    "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face",
})  # fmt: skip
_NO_TALK = frozenset({"pingback", "trackback"})
_UNSEEN = frozenset({"spam", "post-trashed"})
_FILMS = (".mp4", ".mov", ".avi", ".m4v", ".webm", ".wmv")


def writers(head: bytes) -> Iterator[Holder]:
    """The authors that the file lists; before version 1.1 only the names under the posts."""
    listed, names = False, dict[str, None]()
    for found in xml_records(BytesIO(head), ("author", "item"), Source("blogs", "")):
        if not isinstance(found, tuple):
            continue
        node = found[1]
        if node.name == "author" and node.text("author_login"):
            listed = True
            yield _writer(node)
        elif node.name == "item" and node.text("creator"):
            names[node.text("creator")] = None
    if not listed:
        yield from (Holder(handles=(name,)) for name in names)


def _writer(node: XmlNode) -> Holder:
    full = " ".join(filter(None, (node.text("author_first_name"), node.text("author_last_name"))))
    names = dict.fromkeys(filter(None, (node.text("author_display_name"), full)))
    return Holder(tuple(names), (node.text("author_login"),), tuple(filter(None, (node.text("author_email"),))))


def items(visit: Visit, member: Member) -> Iterator[Found]:
    """The blog's own title first, then its authors, then everything in it."""
    blog, described = "", False
    with visit.archive.stream(member) as stream:
        for found in xml_records(stream, ("title", "description", "author", "item"), visit.source(member)):
            if isinstance(found, ReadProblem):
                yield found
                continue
            source, node = found
            if node.name == "author":
                yield from _author(visit, source, node)
            elif node.name == "item":
                yield from _item(visit, source, node, blog)
            elif not blog and node.name == "title":
                blog = node.text()
                yield Passage(blog, PassageKind.BIO, Voice.OWNER, source, audience=_OPEN)
            elif node.name == "description" and node.text() and not described:
                described = True
                yield ProfileField(source, FieldKind.BIO, node.text(), "blog", audience=_OPEN)
                yield Passage(node.text(), PassageKind.BIO, Voice.OWNER, source, audience=_OPEN)


def _author(visit: Visit, source: Source, node: XmlNode) -> Iterator[Found]:
    """Only the owner's own card is profile; other writers of the blog are other people."""
    writer = _writer(node)
    known = (*writer.names, *writer.handles, *writer.emails)
    if not any(visit.voice(name) is Voice.OWNER for name in known):
        return
    for name in writer.names:
        yield ProfileField(source, FieldKind.NAME, name, audience=_OPEN)
        yield Passage(name, PassageKind.HANDLE, Voice.OWNER, source, audience=_OPEN)
    for handle in writer.handles:
        yield ProfileField(source, FieldKind.HANDLE, handle, audience=_OPEN)
        yield Passage(handle, PassageKind.HANDLE, Voice.OWNER, source, audience=_OPEN)
    for email in writer.emails:
        yield ProfileField(source, FieldKind.EMAIL, email)


def _item(visit: Visit, source: Source, node: XmlNode, blog: str) -> Iterator[Found]:
    kind = node.text("post_type") or "post"
    if kind in _MACHINERY:
        return
    audience, when = _audience(node), _when(node, "post_date")
    if kind == "attachment":
        yield from _picture(visit, source, node, when)
    else:
        words = "\n".join(dict.fromkeys(filter(None, (node.text("title"), *map(words_of, _texts(node))))))
        if words:
            creator = node.text("creator")
            voice = visit.voice(creator)
            yield Passage(
                words,
                PassageKind.POST,
                Voice.OWNER if voice is Voice.UNKNOWN else voice,
                source,
                creator,
                place=blog,
                when=when,
                audience=audience,
            )
        elif not node.all("comment"):
            yield ReadProblem(source, _EMPTY)
    yield from _place(source, node, when)
    for number, comment in enumerate(node.all("comment")):
        at = Source(source.importer, source.member, f"{source.pointer}, comment {number}")
        yield from _comment(visit, at, comment, node)


def _texts(node: XmlNode) -> tuple[str, str]:
    """Content and excerpt are both called "encoded" under prefixes of their own."""
    texts = [child.own_text.strip() for child in node.all("encoded")]
    return (*texts, "", "")[0], (*texts, "", "")[1]


def _audience(node: XmlNode) -> Audience:
    if node.text("post_password"):
        return Audience.LISTED
    return _OPEN if node.text("status") in {"publish", "inherit", ""} else Audience.ONLY_ME


def _when(node: XmlNode, name: str) -> Moment | None:
    """In UTC where it is told; drafts have only the time of the blog's own zone."""
    exact = node.text(f"{name}_gmt")
    if exact and not exact.startswith("0000"):
        return moment_from_text(f"{exact} UTC")
    return moment_from_text(node.text(name)) or moment_from_text(node.text("pubDate"))


def _meta(node: XmlNode) -> dict[str, str]:
    return {one.text("meta_key"): one.text("meta_value") for one in node.all("postmeta")}


def _picture(visit: Visit, source: Source, node: XmlNode, when: Moment | None) -> Iterator[Found]:
    about = _meta(node)
    address = node.text("attachment_url")
    file = address.rpartition("/")[2]
    caption = "\n".join(
        dict.fromkeys(
            filter(None, (node.text("title"), *map(words_of, _texts(node)), about.get("_wp_attachment_image_alt")))
        )
    )
    camera, taken = (
        _camera().search(about.get("_wp_attachment_metadata", "")),
        _taken().search(about.get("_wp_attachment_metadata", "")),
    )
    yield Photo(
        source,
        visit.media(file) if file else None,
        MediaKind.VIDEO if file.lower().endswith(_FILMS) else MediaKind.PHOTO,
        MediaUse.POST,
        caption,
        taken=moment_from_seconds(taken[1]) if taken else None,
        uploaded=when,
        coordinates=coordinates_of(_number(about.get("geo_latitude")), _number(about.get("geo_longitude"))),
        camera=camera[1] if camera else "",
        audience=_OPEN,
    )
    if caption:
        yield Passage(caption, PassageKind.CAPTION, Voice.OWNER, source, when=when, audience=_OPEN)


@cache
def _camera() -> re.Pattern[str]:
    """In what PHP wrote down of a picture."""
    return re.compile(r'"camera";s:\d+:"([^"]{1,80})"')


@cache
def _taken() -> re.Pattern[str]:
    return re.compile(r'"created_timestamp";(?:s:\d+:"|i:)(\d{6,12})')


def _place(source: Source, node: XmlNode, when: Moment | None) -> Iterator[Found]:
    """Where a post says that it was written; readers see it where that was allowed."""
    about = _meta(node)
    point = coordinates_of(_number(about.get("geo_latitude")), _number(about.get("geo_longitude")))
    address = about.get("geo_address", "")
    if point or address:
        audience = Audience.ONLY_ME if about.get("geo_public") == "0" else _audience(node)
        yield Place(source, PlaceKind.CHECK_IN, address, "", point, when, audience=audience)


def _number(text: str | None) -> float | None:
    try:
        return float(text or "")
    except ValueError:
        return None


def _comment(visit: Visit, source: Source, node: XmlNode, post: XmlNode) -> Iterator[Found]:
    """Spam is nobody's talk. The owner's own comments carry the address of the network that they came from."""
    approved = node.text("comment_approved")
    if node.text("comment_type") in _NO_TALK or approved in _UNSEEN:
        return
    author, when = node.text("comment_author"), _when(node, "comment_date")
    words = words_of(node.text("comment_content"))
    voice = visit.voice(author)
    if visit.voice(node.text("comment_author_email")) is Voice.OWNER:
        voice = Voice.OWNER
    if not words:
        yield ReadProblem(source, _EMPTY)
        return
    yield Passage(
        words,
        PassageKind.COMMENT,
        voice,
        source,
        author,
        place=post.text("title"),
        when=when,
        audience=_audience(post) if approved in {"1", ""} else Audience.ONLY_ME,
    )
    if voice is Voice.OWNER and (ip := node.text("comment_author_IP")):
        yield Login(source, "comment on a blog", when, ip)
