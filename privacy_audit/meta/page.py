"""What the makers of records from a page share: where they stand, and how a date of the page is read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from privacy_audit.archive import Member
from privacy_audit.meta.blocks import Block
from privacy_audit.meta.scene import Found, Scene
from privacy_audit.model import Moment, Passage, Source
from privacy_audit.text import moment_from_text


@dataclass(frozen=True, slots=True)
class Main:
    """The passage that is the record itself (a post, a comment), and counts; other passages stand beside records."""

    passage: Passage
    counted: bool = True  # False for stories and edits, which are no posts by themselves


@dataclass(slots=True)
class Page:
    scene: Scene
    member: Member
    day_first: bool = True
    album: str = ""

    def source(self, number: int) -> Source:
        return self.scene.source(self.member, f"record {number + 1}")

    def at(self, block: Block) -> Source:
        return self.source(block.number)

    def when(self, text: str) -> Moment | None:
        found = moment_from_text(text, day_first=self.day_first)
        if found is not None:
            self.scene.newest.see((found.at.timestamp(),))
        return found

    def file(self, uri: str) -> str | None:
        """The member that an address on this page means: beside the page, or from the top of the export."""
        beside = self.member.path.rpartition("/")[0]
        rest = uri.removeprefix("./")
        while rest.startswith("../"):
            rest, beside = rest[3:], beside.rpartition("/")[0]
        found = self.scene.archive.find(f"{beside}/{rest}" if beside else rest)
        return found.path if found is not None else self.scene.media(rest)


Maker = Callable[[Page, Block], Iterator[Found | Main]]
