"""The one door to exports: ZIP parts, folders and single files as one virtual tree that is never extracted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an export. `path` has forward slashes and is what the user sees; `size` is the declared bytes."""

    path: str
    size: int
    part: int


class Archive(Protocol):
    """One virtual tree over all parts of one export. Members are found by path suffix, since exports get re-wrapped."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The names (no folders) of the ZIP files, folders or files that make up the export."""

    @property
    def members(self) -> tuple[Member, ...]: ...

    def find(self, suffix: str) -> Member | None:
        """The member whose path ends in `suffix` on a slash boundary; the shallowest when several do.

        Compared after normalising: case, NFC, no-break spaces, and both apostrophes and _ as one letter.
        """

    def matching(self, pattern: str) -> tuple[Member, ...]:
        """Members whose path ends in a glob (`*` stays in a folder, `**` crosses), normalised, natural order."""

    def read(self, member: Member) -> bytes:
        """The whole member, CRC checked, within the limits; ExportError with a sentence when it cannot be had."""

    def head(self, member: Member, size: int = 512) -> bytes:
        """The first bytes, for recognising; never more than asked."""

    def stream(self, member: Member) -> BinaryIO:
        """A guarded stream for members too large to hold; reading raises ExportError like `read`."""


def open_archive(
    paths: Sequence[Path],
    *,
    may_fetch: Callable[[Path], bool] = lambda _path: False,
    stop: Callable[[], bool] = lambda: False,
) -> Archive:
    """Opens the parts of one export. Raises ExportError with a sentence when nothing can be read."""
    raise NotImplementedError


def walk(folder: Path) -> Iterator[Path]:
    raise NotImplementedError
