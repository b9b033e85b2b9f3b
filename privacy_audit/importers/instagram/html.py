"""The pages of an Instagram export: the same entries as from JSON, told by the same makers."""

from collections.abc import Iterator, Sequence

from privacy_audit import contents
from privacy_audit.archive import Archive, Member
from privacy_audit.contents import Visit
from privacy_audit.errors import ExportError
from privacy_audit.importers.instagram.account import IMPORTER_ID, Account, Maker, is_threads
from privacy_audit.importers.instagram.entries import Entry, Field, Link, Shot, degrees_of, handle_in
from privacy_audit.importers.instagram.words import key_of
from privacy_audit.importing import MemberFate, MemberNote, ReadOptions, ReadProblem
from privacy_audit.markup import Element, pieces, small_page
from privacy_audit.meta.blocks import Block, Pair, Shown, block_of, blocks
from privacy_audit.meta.page import Page
from privacy_audit.meta.page_messages import cut_short, piece_problems
from privacy_audit.meta.scene import Found
from privacy_audit.meta.tables import NOTHING_IN_IT, Repeated

_RECORDS = ("_a6-g", "_2lej")
_TIMES = frozenset({"time", "added", "last_active"})
_OF_PICTURES = frozenset({"latitude", "longitude", "device"})
_NO_RECORDS = "This page holds no entries in a form that we know. Look at it in the export itself."


def reader(account: Account, make: Maker) -> contents.Reader:
    def read(_visit: Visit, member: Member) -> Iterator[Found]:
        if account.archive.find(f"{member.path.rpartition('.')[0]}.json") is not None:
            yield MemberNote(member.path, MemberFate.IGNORED)  # the same in JSON, which tells more
        else:
            yield from _page(Page(account, member), account, make)

    return read


def _page(page: Page, account: Account, make: Maker) -> Iterator[Found]:
    source, start, words = page.scene.source(page.member), 0, False
    data = page.scene.archive.read(page.member)
    yield from cut_short(source, data)
    for piece in pieces(data, _RECORDS):
        yield from piece_problems(source, piece)
        found = _blocks(piece.root, start)
        words = words or bool(piece.root.first("table, div div div"))
        start += len(found)
        del piece  # its tree is ten times its size
        for block in found:
            made = False
            for item in make(account, entry_of(page, block)):
                made = True
                if not isinstance(item, Repeated):
                    yield item
            if not made and not block.is_empty():
                yield ReadProblem(page.at(block), NOTHING_IN_IT)
    if not start and words:
        yield ReadProblem(source, _NO_RECORDS)


def profile_entries(archive: Archive, name: str) -> Iterator[Entry]:
    """The records of the profile's page, for whose account it is."""
    for member in archive.matching(f"{name}.html"):
        if is_threads(member) and not name.startswith("threads/"):
            continue
        page = Page(Account(IMPORTER_ID, archive, ReadOptions()), member)
        try:
            root = small_page(archive.read(member))
        except ExportError:
            continue  # its own reader says so
        yield from (entry_of(page, block) for block in _blocks(root, 0))


def _blocks(root: Element, start: int) -> Sequence[Block]:
    """The records of a page; a page of 2021 that has none by its classes is one record when it holds a table."""
    found = list(blocks(root, start))
    if not found and not start and root.first("table") is not None:
        whole = block_of(root, start)
        return [whole] if whole.pairs else []
    return found


def entry_of(page: Page, block: Block) -> Entry:
    when = page.when(block.date)
    words = {text for text, _address in block.links}
    return Entry(
        page.at(block),
        block.heading,
        when,
        tuple(_field(page, pair) for pair in (*block.pairs, *_beside_pictures(block))),
        tuple(Link(address, handle_in(address) or _name(text), when) for text, address in block.links),
        tuple(_shot(page, block, shown) for shown in block.shown),
        tuple(text for text in block.texts if text not in words),
    )


def _beside_pictures(block: Block) -> Iterator[Pair]:
    """What stands in a table under a picture and is not about it: on the page of the profile, all of it."""
    for shown in block.shown:
        yield from (pair for pair in shown.pairs if key_of(reversed(pair.path)) not in _OF_PICTURES)


def _name(words: str) -> str:
    return "" if "://" in words else words


def _field(page: Page, pair: Pair) -> Field:
    key = key_of(reversed(pair.path))
    when = page.when(pair.value) if key in _TIMES else None
    return Field(key, ": ".join(pair.path), "" if when else pair.value, when)


def _shot(page: Page, block: Block, shown: Shown) -> Shot:
    said = {key: pair.value for pair in reversed(shown.pairs) if (key := key_of(reversed(pair.path)))}
    at = degrees_of(said.get("latitude"), said.get("longitude"))
    caption = "\n".join(shown.texts)
    return Shot(shown.uri, shown.film, caption, page.when(block.date), coordinates=at)
