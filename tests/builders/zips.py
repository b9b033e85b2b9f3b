"""ZIPs and tars built in code: good ones, damaged ones, and those that mean harm."""

import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

GOOD = {"friends/friends.json": b'{"friends": []}' * 40, "posts/your_posts_1.json": b"[1, 2, 3]" * 90}


@dataclass(frozen=True)
class Packed:
    """A member as the ZIP's list and the member's own header shall state it; what is None is stated truly."""

    name: bytes
    data: bytes
    method: int = 8
    flags: int = 0x800
    mode: int = 0o100644
    stated_size: int | None = None
    stated_crc: int | None = None
    stated_packed: int | None = None
    offset: int | None = None  # where the list says that it stands
    local_extra: bytes = b""
    quoted: bytes = b""  # stored pieces in front of the data: the headers of other members, in a quoted overlap

    @property
    def packed(self) -> bytes:
        if self.method == 0:
            return self.data
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        return packer.compress(self.data) + packer.flush()


def member(name: str, data: bytes = b"x", **stated: object) -> Packed:
    return replace(Packed(name.encode("utf-8", "surrogateescape"), data), **stated)


def handmade(members: Iterable[Packed], *, prefix: bytes = b"", stated_entries: int | None = None) -> bytes:
    """A ZIP written by hand, so that every number in it can lie."""
    out = bytearray(prefix)
    listed = []
    for one in members:
        offset = one.offset if one.offset is not None else len(out) - len(prefix)
        packed = one.packed
        listed.append(_list_entry(one, packed, offset))
        if one.offset is None:
            out += _local_header(one, packed) + packed
    start = len(out) - len(prefix)
    listing = b"".join(listed)
    count = min(len(listed) if stated_entries is None else stated_entries, 0xFFFF)
    return bytes(out) + listing + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(listing), start, 0)


def _numbers(one: Packed, packed: bytes) -> tuple[int, int, int]:
    crc = zlib.crc32(one.data) if one.stated_crc is None else one.stated_crc
    size = len(one.data) if one.stated_size is None else one.stated_size
    return crc, len(packed) if one.stated_packed is None else one.stated_packed, size


def _local_header(one: Packed, packed: bytes) -> bytes:
    fields = (
        b"PK\x03\x04",
        20,
        one.flags,
        one.method,
        0,
        0,
        *_numbers(one, packed),
        len(one.name),
        len(one.local_extra),
    )
    return struct.pack("<4s5H3L2H", *fields) + one.name + one.local_extra


def _list_entry(one: Packed, packed: bytes, offset: int) -> bytes:
    head = (b"PK\x01\x02", 0x031E, 20, one.flags, one.method, 0, 0, *_numbers(one, packed))
    return struct.pack("<4s6H3L5H2L", *head, len(one.name), 0, 0, 0, 0, one.mode << 16, offset) + one.name


def good(files: Mapping[str, bytes] = GOOD, method: int = zipfile.ZIP_DEFLATED, *, zip64: bool = False) -> bytes:
    """A ZIP as the standard library writes it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            with archive.open(name, "w", force_zip64=zip64) as writing:
                writing.write(data)
    return out.getvalue()


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def zip_of(folder: Path, name: str, files: Iterable[str], *, inside: str = "", salt: str = "") -> Path:
    """A ZIP in which every file holds its own name, so that equal files are equal everywhere."""
    return put(folder, name, good({inside + file: f"{file}{salt}".encode() for file in files}))


def bomb(size: int) -> bytes:
    """One member of zeros: a thousand to one."""
    return handmade([member("posts.json", bytes(size))])


def overlapping(copies: int) -> bytes:
    """Many names for one and the same stretch of packed data."""
    kernel = member("a.json", bytes(100_000))
    return handmade([kernel, *(replace(kernel, name=b"%d.json" % number, offset=0) for number in range(copies))])


def quoted_overlap(count: int) -> bytes:
    """Each member's data quote the header of the next and then share its packed data (David Fifield's zip bomb)."""
    inflated = bytes(1_000_000)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(inflated) + packer.flush()
    header = b""
    files: list[tuple[bytes, int, int, int, bytes]] = []  # name, crc, packed size, size, header: from last to first
    for number in range(count - 1, -1, -1):
        name = b"%04d.json" % number
        if header:
            packed = struct.pack("<BHH", 0, len(header), len(header) ^ 0xFFFF) + header + packed
            inflated = header + inflated
        numbers = (zlib.crc32(inflated), len(packed), len(inflated))
        header = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, *numbers, len(name), 0) + name
        files.append((name, *numbers, header))
    out = bytearray(header + packed)
    listing = bytearray()
    offset = 0
    for name, crc, packed_size, size, own_header in reversed(files):
        fields = (b"PK\x01\x02", 20, 20, 0, 8, 0, 0, crc, packed_size, size, len(name), 0, 0, 0, 0, 0, offset)
        listing += struct.pack("<4s6H3L5H2L", *fields) + name
        offset += len(own_header) + 5
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(listing), len(out), 0)
    return bytes(out + listing) + end


def many(count: int) -> bytes:
    """A ZIP of very many tiny members, written fast."""
    local, listed = [], []
    offset = 0
    for number in range(count):
        one = Packed(
            b"your_facebook_activity/messages/inbox/thread_%d/message_%d.json" % (number % 3000, number), b"x", method=0
        )
        header = _local_header(one, b"x") + b"x"
        local.append(header)
        listed.append(_list_entry(one, b"x", offset))
        offset += len(header)
    listing = b"".join(listed)
    large = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, len(listing), offset)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, offset + len(listing), 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return b"".join(local) + listing + large + locator + end


def tar(files: Mapping[str, bytes] = GOOD, *, gzipped: bool = False, links: Mapping[str, str] | None = None) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz" if gzipped else "w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for name, target in (links or {}).items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, target
            archive.addfile(info)
    return out.getvalue()
