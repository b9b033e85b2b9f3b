"""Makes recorded tracks: GPX and FIT files with known points."""

import struct
from collections.abc import Sequence
from datetime import UTC, datetime

FIT_EPOCH = 631_065_600
Point = tuple[float, float, int]  # degrees north, degrees east, Unix seconds


def gpx(points: Sequence[Point]) -> bytes:
    times = [f"{datetime.fromtimestamp(at, UTC):%Y-%m-%dT%H:%M:%SZ}" for _, _, at in points]
    steps = (
        f'<trkpt lat="{north}" lon="{east}"><ele>1</ele><time>{time}</time></trkpt>'
        for (north, east, _), time in zip(points, times, strict=True)
    )
    return f'<?xml version="1.0"?><gpx version="1.1"><trk><trkseg>{"".join(steps)}</trkseg></trk></gpx>'.encode()


def fit(points: Sequence[Point], *, little: bool = True, developer: bool = False) -> bytes:
    """With a message about the file before, one without a place first, and one with a packed time at the end."""
    mark = "<" if little else ">"

    def definition(local: int, number: int, fields: Sequence[tuple[int, int, int]], own: bytes = b"") -> bytes:
        head = struct.pack(
            f"{mark}BBBHB", 0x40 | local | (0x20 if own else 0), 0, 0 if little else 1, number, len(fields)
        )
        return head + b"".join(bytes(item) for item in fields) + own

    own = bytes([1, 0, 2, 0]) if developer else b""
    body = definition(0, 0, [(0, 1, 0)]) + b"\x00\x04"
    body += definition(1, 20, [(253, 4, 0x86), (0, 4, 0x85), (1, 4, 0x85), (3, 1, 2)], own)
    extra = b"\x00\x00" if developer else b""
    body += b"\x01" + struct.pack(f"{mark}IiiB", points[0][2] - FIT_EPOCH, 0x7FFFFFFF, 0x7FFFFFFF, 90) + extra
    for north, east, at in points:
        semicircles = [round(value * 2**31 / 180) for value in (north, east)]
        body += b"\x01" + struct.pack(f"{mark}IiiB", at - FIT_EPOCH, *semicircles, 90) + extra
    head = struct.pack("<BBHI4sH", 14, 0x20, 2132, len(body), b".FIT", 0)
    return head + body + _checksum(head + body)


def _checksum(data: bytes) -> bytes:
    """The format's own checksum, so that other readers take the file."""
    table = (0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401)
    table += (0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400)
    crc = 0
    for byte in data:
        for half in (byte & 0xF, byte >> 4):
            crc = ((crc >> 4) & 0x0FFF) ^ table[crc & 0xF] ^ table[half]
    return struct.pack("<H", crc)
