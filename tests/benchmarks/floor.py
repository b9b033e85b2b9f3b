"""The floor that a scan is measured against: libdeflate over every member, then msgspec typed decode of its records."""

import struct
import zipfile
from pathlib import Path
from typing import BinaryIO

import deflate
import msgspec


class _Message(msgspec.Struct, gc=False):
    sender_name: str = ""
    timestamp_ms: int = 0
    content: str = ""


class _Thread(msgspec.Struct, gc=False):
    messages: list[_Message] = []


class _Comment(msgspec.Struct, gc=False):
    timestamp: int = 0
    comment: str = ""
    author: str = ""


class _Datum(msgspec.Struct, gc=False):
    post: str = ""
    comment: _Comment | None = None


class _Item(msgspec.Struct, gc=False):
    timestamp: int = 0
    title: str = ""
    data: list[_Datum] = []


class _Comments(msgspec.Struct, gc=False):
    comments_v2: list[_Item] = []


def floor(path: Path) -> int:
    """Inflates and decodes every member of a generated export; returns the number of records seen."""
    threads, posts = msgspec.json.Decoder(_Thread), msgspec.json.Decoder(list[_Item])
    comments, anything = msgspec.json.Decoder(_Comments), msgspec.json.Decoder()
    records = 0
    with zipfile.ZipFile(path) as archive, path.open("rb") as file:
        for info in archive.infolist():
            data = _inflate(file, info)
            if "/messages/" in info.filename:
                records += len(threads.decode(data).messages)
            elif "/posts/" in info.filename:
                records += len(posts.decode(data))
            elif info.filename.endswith("/comments.json"):
                records += len(comments.decode(data).comments_v2)
            else:
                anything.decode(data)
    return records


def _inflate(file: BinaryIO, info: zipfile.ZipInfo) -> bytes:
    file.seek(info.header_offset)
    header = file.read(30)
    name_size, extra_size = struct.unpack("<HH", header[26:30])
    file.seek(info.header_offset + 30 + name_size + extra_size)
    data = deflate.deflate_decompress(file.read(info.compress_size), info.file_size)
    if deflate.crc32(data) != info.CRC:
        raise ValueError("the generated export is damaged")
    return bytes(data)
