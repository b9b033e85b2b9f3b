"""The HTML form of a Facebook export: the same records as from JSON, read from its pages."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from privacy_audit.archive import Archive, Member
from privacy_audit.archive.names import natural, same_letters
from privacy_audit.batching import gathered, passages_batch
from privacy_audit.errors import ExportError
from privacy_audit.importing import ExportItem, Holder, MemberNote, ReadProblem
from privacy_audit.markup import Element, pieces, small_page
from privacy_audit.meta.blocks import Block, blocks
from privacy_audit.meta.network import html_old
from privacy_audit.meta.network.contents import fate_of, is_ignored, is_search, stem_of, thread_of
from privacy_audit.meta.network.html_table import makers
from privacy_audit.meta.network.owner import made_by_name, shared_by_all, with_newest
from privacy_audit.meta.page import Main, Maker, Page
from privacy_audit.meta.page_messages import conversation, cut_short, piece_problems, title_and_people
from privacy_audit.meta.page_words import key_of
from privacy_audit.meta.scene import Found, Scene
from privacy_audit.model import Moment, Passage, PassageKind, Voice
from privacy_audit.text import moment_from_text

_HEAD = 65_536
_NOTHING = "This entry is empty or in a form that we do not know. Look at it in the export itself."
_NO_RECORDS = "This page holds no entries in a form that we know. Look at it in the export itself."


@dataclass(slots=True, repr=False)
class _Pages:
    """The pages of an export by what is done with them."""

    sections: dict[str, list[Member]] = field(default_factory=dict)
    threads: dict[str, list[Member]] = field(default_factory=dict)
    folders: dict[str, str] = field(default_factory=dict)
    old: list[Member] = field(default_factory=list)
    rest: list[Member] = field(default_factory=list)


def read_html(scene: Scene, pages: Collection[Member] | None = None) -> Iterator[ExportItem]:
    """All of an HTML export with its holder and notes, or only the given pages of a mixed one, without a holder."""
    contents = _sorted(scene.archive, scene.archive.members if pages is None else pages)
    holder = Holder()
    if pages is None:
        holder = _holder(scene.archive, contents)
        yield holder
        scene.named(holder.names)
    for item in _everything(scene, contents):
        yield item
        if scene.options.stop():
            return
    if pages is None:
        newest = scene.newest.seconds
        yield with_newest(holder, Moment.from_seconds(newest) if newest else None)


def _sorted(archive: Archive, members: Collection[Member]) -> _Pages:
    contents = _Pages()
    table = makers()
    for member in members:
        plain = same_letters(member.path)
        thread = thread_of(member.path)
        stem = stem_of(member.path)
        if not plain.endswith((".html", ".htm")) or is_search(member.path):
            contents.rest.append(member)
        elif html_old.is_old(member.path):
            contents.old.append(member)
        elif is_ignored(member.path):
            contents.rest.append(member)
        elif thread is not None:
            key = thread.key or plain
            contents.threads.setdefault(key, []).append(member)
            contents.folders.setdefault(key, thread.folder)
        elif stem in table:
            contents.sections.setdefault(stem, []).append(member)
        elif _is_thread(archive, member):
            contents.threads[plain] = [member]
            contents.folders[plain] = ""
        else:
            contents.rest.append(member)
    return contents


def _is_thread(archive: Archive, member: Member) -> bool:
    """A page of messages under a name of its own says at its top who takes part."""
    try:
        return bool(title_and_people(archive.head(member, _HEAD))[1])
    except ExportError:
        return False  # listed as not known


def _everything(scene: Scene, contents: _Pages) -> Iterator[ExportItem]:
    for stem, make in makers().items():
        for member in sorted(contents.sections.get(stem, ()), key=_place):
            yield from gathered(_section(scene, member, make), member.path, counted=frozenset())
            scene.options.progress(member.size)
    for key, members in contents.threads.items():
        ordered = sorted(members, key=_place)
        for item in conversation(scene, key, contents.folders[key], ordered):
            if not isinstance(item, Passage):  # conversations yield none
                yield item
        scene.options.progress(sum(member.size for member in members))
    for member in contents.old:
        yield from gathered(html_old.read_old(scene, member), member.path, counted=frozenset())
        scene.options.progress(member.size)
    for member in contents.rest:
        yield MemberNote(member.path, fate_of(member.path))
    scene.options.progress(sum(member.size for member in contents.rest))


def _place(member: Member) -> tuple[tuple[int, int | str], ...]:
    return natural(same_letters(member.path))


def _section(scene: Scene, member: Member, make: Maker) -> Iterator[Found]:
    """One page: its main passages as counted batches, all else as it comes."""
    source = scene.source(member)
    try:
        data = scene.archive.read(member)
    except ExportError as error:
        yield ReadProblem(source, error.sentence)
        return
    yield from cut_short(source, data)
    page = Page(scene, member)
    start, words = 0, False
    for piece in pieces(data, ("_a6-g", "_2lej")):
        yield from piece_problems(source, piece)
        if stem_of(member.path) == "album" and not start:
            yield from _album(page, piece.root)
        found = list(blocks(piece.root, start))
        words = words or bool(piece.root.first("table, div div div"))
        del piece  # its tree is ten times its size
        start += len(found)
        yield from _records(page, found, make)
    if not start and words:
        yield ReadProblem(source, _NO_RECORDS)


def _album(page: Page, root: Element) -> Iterator[Passage]:
    title = root.first("title")
    page.album = title.text() if title else ""
    if page.album:
        source = page.scene.source(page.member)
        yield Passage(page.album, PassageKind.CAPTION, Voice.OWNER, source, place=page.album)


def _records(page: Page, found: Sequence[Block], make: Maker) -> Iterator[Found]:
    main: dict[tuple[PassageKind, bool], list[Passage]] = {}
    for block in found:
        made = False
        for item in make(page, block):
            made = True
            if isinstance(item, Main):
                main.setdefault((item.passage.kind, item.counted), []).append(item.passage)
            else:
                yield item
        if not made and not block.is_empty():
            yield ReadProblem(page.at(block), _NOTHING)
    for (kind, counted), passages in main.items():
        yield passages_batch(kind, page.member.path, passages, counted=counted)


def _holder(archive: Archive, contents: _Pages) -> Holder:
    """Whose export it is: the profile page, a line that names who asked for it, or who is in all conversations."""
    found = _from_profile(archive, contents.sections.get("profile_information", [])) or Holder()
    asked, made = _asked_for(archive, contents)
    if not found.names and asked:
        found = replace(found, names=(asked,))
    if not found.names:
        found = replace(found, names=html_old.names(archive, contents.old))
    if not found.names:
        found = replace(found, names=_always_there(archive, contents))
    return replace(found, made=made or made_by_name(archive))


def _from_profile(archive: Archive, members: Collection[Member]) -> Holder | None:
    names: dict[str, None] = {}
    handles: dict[str, None] = {}
    emails: dict[str, None] = {}
    for member in members:
        try:
            root = small_page(archive.read(member))
        except ExportError:
            continue  # the reader of the profile says so
        for block in blocks(root):
            for pair in block.pairs:
                keys = [key_of("profile", label) for label in (block.heading, *pair.path)]
                if any(key in ("previous_names", "other_names") for key in keys) or (
                    "name" in keys and not any(key in _NOT_OWN for key in keys)
                ):
                    names[pair.value] = None
                elif "username" in keys:
                    handles[pair.value] = None
                elif "emails" in keys or "previous_emails" in keys:
                    emails[pair.value] = None
    return Holder(names=tuple(names), handles=tuple(handles), emails=tuple(emails)) if names else None


_NOT_OWN = (
    "family_members", "previous_relationships", "education_experiences", "work_experiences", "pages", "relationship",
    "name_part", "current_city", "hometown", "languages", "religious_view", "political_view", "websites",
)  # fmt: skip


@cache
def _request() -> re.Pattern[str]:
    """What Facebook writes above or below its pages, in English; other languages go by the profile."""
    return re.compile(r"(?:Generated|Downloaded|Created) by (.{2,80}?) on (.{6,60})")


def _asked_for(archive: Archive, contents: _Pages) -> tuple[str, Moment | None]:
    pages = [*contents.rest, *contents.old, *(page for found in contents.sections.values() for page in found[:1])]
    for page in [page for page in pages if same_letters(page.path).endswith((".html", ".htm"))][:5]:
        try:
            text = next(iter(pieces(archive.head(page, _HEAD)))).root.text()
        except ExportError:
            continue
        for line in text.split("\n"):
            if found := _request().search(line):
                return found[1], moment_from_text(found[2])
    return "", None


def _always_there(archive: Archive, contents: _Pages) -> tuple[str, ...]:
    people = []
    for members in contents.threads.values():
        try:
            _title, names = title_and_people(archive.head(members[0], _HEAD))
        except ExportError:
            continue
        if names:
            people.append(set(names))
    return shared_by_all(people)
