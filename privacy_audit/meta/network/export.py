"""Reads a whole Facebook export in order: whose it is, the small files, the conversations, the pages, and the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from privacy_audit.archive import Archive, Member
from privacy_audit.archive.names import natural, same_letters
from privacy_audit.batching import gathered
from privacy_audit.errors import ExportError
from privacy_audit.importing import ExportItem, MemberFate, MemberNote, ReadOptions, TextBatch
from privacy_audit.meta.messages import conversation, is_secret
from privacy_audit.meta.network.contents import fate_of, is_ignored, is_search, readers, stem_of, thread_of
from privacy_audit.meta.network.html import read_html
from privacy_audit.meta.network.owner import holder_of, with_newest
from privacy_audit.meta.scene import Scene, moment
from privacy_audit.model import Category, Passage

_HEAD = 4096


@dataclass(slots=True, repr=False)
class _Contents:
    """The members of an export by what is done with them."""

    files: dict[str, list[Member]] = field(default_factory=dict)  # by the name in the table of readers
    threads: dict[str, list[Member]] = field(default_factory=dict)  # by the thread's key
    folders: dict[str, str] = field(default_factory=dict)  # thread's key -> Messenger's folder
    pages: list[Member] = field(default_factory=list)  # HTML
    rest: list[Member] = field(default_factory=list)

    def add_thread(self, key: str, folder: str, member: Member) -> None:
        self.threads.setdefault(key, []).append(member)
        self.folders.setdefault(key, folder)


def read(importer: str, archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    """Everything in an export, told as read by the importer of that id."""
    contents = _sorted(archive)
    scene = Scene(importer, archive, options)
    if contents.pages and not contents.files and not contents.threads:
        yield from read_html(scene)
        return
    holder = holder_of(archive, [members[0] for members in contents.threads.values()])
    yield holder
    scene.named(holder.names)
    for item in _everything(scene, contents):
        yield item
        if options.stop():
            return
    yield with_newest(holder, moment(scene.newest.seconds))


def _sorted(archive: Archive) -> _Contents:
    contents = _Contents()
    known = readers()
    for member in archive.members:
        plain = same_letters(member.path)
        if plain.endswith((".html", ".htm")):
            (contents.rest if is_ignored(member.path) else contents.pages).append(member)
        elif not plain.endswith(".json") or is_search(member.path) or is_ignored(member.path):
            contents.rest.append(member)
        elif (thread := thread_of(member.path)) is not None:
            contents.add_thread(thread.key, thread.folder, member)
        elif (stem := stem_of(member.path)) in known:
            contents.files.setdefault(stem, []).append(member)
        elif _is_secret_chat(archive, member):
            contents.add_thread(plain.removesuffix(".json"), "end-to-end encrypted", member)
        else:
            contents.rest.append(member)
    return contents


def _everything(scene: Scene, contents: _Contents) -> Iterator[ExportItem]:
    yield from _files(scene, contents)
    twins = _pages_by_thread(contents)
    for key, members in contents.threads.items():
        if key in twins:
            yield from _fuller(scene, contents, key, twins[key])
        else:
            yield from _thread(scene, contents, key)
        _advance(scene, members)
    twice = {page.path for pages in twins.values() for page in pages}
    single = [page for page in contents.pages if page.path not in twice]
    if single:
        yield from read_html(scene, single)
    for member in contents.rest:
        yield MemberNote(member.path, fate_of(member.path))
    _advance(scene, contents.rest)


def _files(scene: Scene, contents: _Contents) -> Iterator[ExportItem]:
    for stem, reader in readers().items():
        for member in sorted(contents.files.get(stem, ()), key=_place):
            yield from gathered(reader(scene, member), member.path, counted=frozenset())
            _advance(scene, (member,))


def _thread(scene: Scene, contents: _Contents, key: str) -> Iterator[ExportItem]:
    members = sorted(contents.threads[key], key=_place)
    for item in conversation(scene, key, contents.folders[key], members):
        if not isinstance(item, Passage):  # conversations yield none
            yield item


def _pages_by_thread(contents: _Contents) -> dict[str, list[Member]]:
    """Pages of conversations that are there as JSON too."""
    twins: dict[str, list[Member]] = {}
    for page in contents.pages:
        thread = thread_of(page.path)
        if thread is not None and thread.key in contents.threads:
            twins.setdefault(thread.key, []).append(page)
    return twins


def _fuller(scene: Scene, contents: _Contents, key: str, pages: Sequence[Member]) -> Iterator[ExportItem]:
    """One conversation in JSON and in HTML is one conversation: JSON tells more, unless it holds fewer messages."""
    from_json = list(_thread(scene, contents, key))
    from_pages = list(read_html(scene, pages))
    if _messages(from_pages) > _messages(from_json):
        yield from from_pages
        left_out: Sequence[Member] = contents.threads[key]
    else:
        yield from from_json
        left_out = pages
    yield from (MemberNote(member.path, MemberFate.IGNORED) for member in left_out)


def _messages(items: Sequence[ExportItem]) -> int:
    batches = (item for item in items if isinstance(item, TextBatch) and item.category is Category.MESSAGES)
    return sum(len(batch.texts) for batch in batches)


def _advance(scene: Scene, members: Sequence[Member]) -> None:
    scene.options.progress(sum(member.size for member in members))


def _place(member: Member) -> tuple[tuple[int, int | str], ...]:
    return natural(same_letters(member.path))


def _is_secret_chat(archive: Archive, member: Member) -> bool:
    """Messenger's own download gives every conversation a file of its own, named after it."""
    try:
        head = archive.head(member, _HEAD)
    except ExportError:
        return False  # reported as not known
    return b'"participants"' in head and is_secret(head)
