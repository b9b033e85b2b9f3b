"""Every door that takes raw bytes, as a function of bytes: values, problems and our refusals are all it may answer."""

import contextlib
import io
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from privacy_audit.archive import open_archive
from privacy_audit.car import records
from privacy_audit.csv_table import Table, read_table
from privacy_audit.date_texts import moment_from_text
from privacy_audit.decoding import decode_values
from privacy_audit.errors import AuditError
from privacy_audit.folding import fold
from privacy_audit.gateway.addresses import is_open_internet
from privacy_audit.json_stream import rows
from privacy_audit.markup import pieces, small_page
from privacy_audit.model import Source
from privacy_audit.own_facts_file import parse_own_facts
from privacy_audit.packs import read_pack
from privacy_audit.text import decode_text, repair, tidy
from privacy_audit.tracks import track_ends
from privacy_audit.vcards import cards
from privacy_audit.xml_stream import xml_node, xml_records

_HERE = Source("fuzz", "member")
_MEMBERS = 20


def read(name: str, data: bytes) -> None:
    """One input for one reader. Our own refusals are an answer."""
    with contextlib.suppress(AuditError):
        READERS[name](data)


def _archive(data: bytes) -> None:
    with tempfile.NamedTemporaryFile(suffix=".zip") as file:
        file.write(data)
        file.flush()
        with open_archive([Path(file.name)]) as opened:
            for member in opened.members[:_MEMBERS]:
                with contextlib.suppress(AuditError):
                    opened.read(member)


def _table(data: bytes) -> None:
    found = read_table(data, ("name", "date", "text"), _HERE)
    if isinstance(found, Table):
        _drain(found.rows)


def _json(data: bytes) -> None:
    decode_values(data, _HERE)


def _json_stream(data: bytes) -> None:
    _drain(rows(io.BytesIO(data), dict, _HERE, key="list"))


def _html(data: bytes) -> None:
    for piece in pieces(data):
        piece.root.text()
    small_page(data[:2000]).text()


def _xml(data: bytes) -> None:
    _drain(xml_records(io.BytesIO(data), ("a", "b"), _HERE))
    xml_node(decode_text(data).text)


def _text(data: bytes) -> None:
    words = decode_text(data).text
    fold(repair(tidy(words)))
    moment_from_text(words[:200])
    is_open_internet(words[:60])


def _cards(data: bytes) -> None:
    _drain(cards(decode_text(data).text.splitlines()))


def _tracks(data: bytes) -> None:
    track_ends(data)


def _bluesky(data: bytes) -> None:
    _drain(records(io.BytesIO(data), _HERE, (b"a",)))


def _pack(data: bytes) -> None:
    read_pack(data)


def _own_facts(data: bytes) -> None:
    parse_own_facts(decode_text(data).text)


def _drain(items: Iterable[object]) -> None:
    for _item in items:
        pass


READERS: dict[str, Callable[[bytes], None]] = {
    "archive": _archive,
    "csv": _table,
    "json": _json,
    "json stream": _json_stream,
    "html": _html,
    "xml": _xml,
    "text": _text,
    "vcards": _cards,
    "tracks": _tracks,
    "bluesky archive": _bluesky,
    "packs": _pack,
    "own facts": _own_facts,
}


def seeds(name: str) -> list[bytes]:
    """A few right inputs to start from."""
    return {
        "archive": [b"PK\x05\x06" + bytes(18), _zip()],
        "csv": [b"name,date,text\r\na,2026-01-01,\"x, y\"\r\n", b"name;date;text\na;b;c\n"],
        "json": [b'{"a": [1, null, "x\\u00e9", {"b": 2.5}]}', b"[]"],
        "json stream": [b'{"list": [{"a": 1}, {"b": "x"}]}'],
        "html": [b"<html><body><div class='a'><p>one<br>two</p></div></body></html>"],
        "xml": [b"<?xml version='1.0'?><r><a x='1'>t</a><b/></r>"],
        "text": ["caf\u00e9 3 June 2021 at 14:05 #HelloThere".encode(), "\ufeffx".encode("utf-16")],
        "vcards": [b"BEGIN:VCARD\nVERSION:3.0\nFN:A B\nTEL;TYPE=CELL:07700 900461\nEND:VCARD\n"],
        "tracks": [b"<gpx><trkpt lat='1' lon='2'></trkpt></gpx>", b"\x0e\x10\x00\x00\x10\x00\x00\x00.FIT"],
        "bluesky archive": [b"\x0a\xa2eroots\x80gversion\x01"],
        "packs": [b'{"format": "privacy-audit.pack/1", "manifest": {"files": {}}, "files": {}}'],
        "own facts": [b'[own]\nnames = ["A B"]\ndate_of_birth = 1990-01-02\n'],
    }.get(name, [b""])  # fmt: skip


def _zip() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/b.json", b"[1, 2]")
        archive.writestr("c.txt", b"words " * 50)
    return file.getvalue()
