"""Small drawn pictures for the demo: a sky, a sun and a field in colours that follow from a number."""

import struct
import zlib
from typing import Final

_WIDTH: Final = 96
_HEIGHT: Final = 64
_HORIZON: Final = 40
_SUN_RADIUS: Final = 9


def picture(number: int) -> bytes:
    """A PNG of some hundred bytes, another one for each number."""
    rows = b"".join(b"\0" + b"".join(_pixel(x, y, number) for x in range(_WIDTH)) for y in range(_HEIGHT))
    head = struct.pack(">2I5B", _WIDTH, _HEIGHT, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b"")


def _pixel(x: int, y: int, number: int) -> bytes:
    sun_x = 12 + (number * 23) % 72
    if (x - sun_x) ** 2 + (y - 14) ** 2 < _SUN_RADIUS**2:
        return bytes((250, 222, 120))
    if y < _HORIZON + (x * (number % 3) // 16):
        return bytes((120 + y, 170 + y // 2, 225 - number * 11 % 60))
    return bytes((70 + number * 17 % 60, 130 - y // 2, 62))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
