"""How much an export may hold and ask of us: every limit in one place, each far above what real exports need."""

from dataclasses import dataclass

MB = 1 << 20
GB = 1 << 30


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of the door to exports. Tests pass smaller ones; nothing else does."""

    entries: int = 250_000  # the largest Takeout seen has some 120,000 files
    directory: int = 128 * MB  # bytes of a ZIP's own list of members
    name: int = 1024  # letters of a member's path
    depth: int = 40  # folders in folders
    member: int = 512 * MB  # bytes of a member that is read whole
    one_shot: int = 64 * MB  # up to here libdeflate inflates a member in one go
    streamed: int = 16 * GB  # bytes of a member that is read piece by piece
    total: int = 64 * GB  # bytes read from one export, however often a member is asked for
    ratio: int = 200  # inflated bytes for one packed byte …
    ratio_from: int = 10 * MB  # … of members larger than this: small logs pack better than any film
    all_ratio_from: int = 1 * GB  # the same for an export as a whole
    inner_zips: int = 200  # ZIPs inside the export that are looked into …
    inner_bytes: int = 256 * MB  # … and the size of those together that are packed twice and so held in memory
    inner_tgz: int = 64 * MB  # a gzipped tar in a folder up to here is looked into: that inflates all of it
    notes: int = 100  # notes kept word for word; the rest is counted


LIMITS = Limits()
