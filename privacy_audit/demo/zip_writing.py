"""Writes a plain ZIP of a few members with fixed dates; reading ZIPs is the business of the door to exports alone."""

import struct
import zlib
from collections.abc import Mapping
from typing import Final

_VERSION: Final = 20
_UTF8_NAMES: Final = 0x0800
_DEFLATED: Final = 8
_FIRST_OF_1980: Final = (1 << 5) | 1  # the earliest day a ZIP can name: the same bytes whenever it is made
_LOCAL: Final = struct.Struct("<4s5H3I2H")
_CENTRAL: Final = struct.Struct("<4s6H3I5H2I")
_END: Final = struct.Struct("<4s4H2IH")


def zipped(members: Mapping[str, bytes]) -> bytes:
    """The ZIP's bytes; the same members give the same bytes."""
    body, directory = bytearray(), bytearray()
    for name, data in members.items():
        raw_name = name.encode("utf-8")
        squeezed = _deflated(data)
        sizes = (_DEFLATED, 0, _FIRST_OF_1980, zlib.crc32(data), len(squeezed), len(data), len(raw_name), 0)
        directory += _CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, _UTF8_NAMES, *sizes, 0, 0, 0, 0, len(body)) + raw_name
        body += _LOCAL.pack(b"PK\3\4", _VERSION, _UTF8_NAMES, *sizes) + raw_name + squeezed
    end = _END.pack(b"PK\5\6", 0, 0, len(members), len(members), len(directory), len(body), 0)
    return bytes(body + directory + end)


def _deflated(data: bytes) -> bytes:
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return squeezer.compress(data) + squeezer.flush()
