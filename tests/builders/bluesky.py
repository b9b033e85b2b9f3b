"""Makes the repository of an invented person as a CAR file, and DAG-CBOR by hand, with known counts."""

import hashlib
import struct
from collections.abc import Sequence

_AT = "2024-05-01T10:00:00.000Z"
DID = "did:plc:morganexample"
RECORDS: Sequence[dict[str, object]] = (
    {
        "$type": "app.bsky.actor.profile",
        "displayName": "Morgan F",
        "description": "Dog, toast 🥾 hills",
        "avatar": {"$type": "blob", "size": 12, "mimeType": "image/jpeg"},
        "labels": {"values": [{"val": "!no-unauthenticated"}]},
    },
    {"$type": "app.bsky.feed.post", "text": "Up the hill", "createdAt": _AT, "langs": ["en"], "tags": ["walks"]},
    {
        "$type": "app.bsky.feed.post",
        "text": "",
        "createdAt": _AT,
        "embed": {"$type": "app.bsky.embed.images", "images": [{"alt": "Me on the hill"}, {"alt": ""}]},
    },
    {
        "$type": "app.bsky.feed.post",
        "text": "I agree",
        "createdAt": _AT,
        "reply": {"root": {"uri": "at://x"}},
        "embed": {"media": {"video": {"size": 1}, "alt": "A film"}},
    },
    {"$type": "app.bsky.feed.like", "subject": {"uri": "at://x/1"}, "createdAt": _AT},
    {"$type": "app.bsky.feed.repost", "subject": {"uri": "at://x/2"}, "createdAt": _AT},
    {"$type": "app.bsky.graph.follow", "subject": "did:plc:sam", "createdAt": _AT},
    {"$type": "app.bsky.graph.block", "subject": "did:plc:troll", "createdAt": _AT},
    {"$type": "app.bsky.graph.list", "name": "Hill people", "description": "all of us", "createdAt": _AT},
    {"$type": "app.bsky.feed.threadgate", "allow": [{"$type": "app.bsky.feed.threadgate#mentionRule"}]},
    {"$type": "chat.bsky.actor.declaration", "allowIncoming": "following"},
    {"$type": "com.example.blog.entry", "title": "My walk", "content": "It was long", "share": 0.5},
    {"$type": "com.example.game.score", "points": -300, "won": True, "link": None},
)
COUNTS = {
    "profile": 2,
    "posts": 2 + 1,
    "comments": 1,
    "connections": 2,
    "photos": 1 + 2 + 1,
    "likes": 2,
    "groups": 1,
    "settings": 2 + 2,
}


def cbor(value: object) -> bytes:
    """Only what repositories hold; bytes stand for the address of another block."""
    simple = {None: b"\xf6", True: b"\xf5", False: b"\xf4"}
    if value is None or isinstance(value, bool):
        return simple[value]
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, str):
        return _head(3, len(value.encode())) + value.encode()
    if isinstance(value, bytes):
        return _head(6, 42) + _head(2, len(value) + 1) + b"\x00" + value
    if isinstance(value, dict):
        return _head(5, len(value)) + b"".join(cbor(name) + cbor(part) for name, part in value.items())
    assert isinstance(value, list)
    return _head(4, len(value)) + b"".join(map(cbor, value))


def _number(value: float) -> bytes:
    if isinstance(value, float):
        return b"\xfb" + struct.pack(">d", value)
    return _head(0, value) if value >= 0 else _head(1, -1 - value)


def _head(kind: int, size: int) -> bytes:
    if size < 24:
        return bytes([kind << 5 | size])
    if size < 256:
        return bytes([kind << 5 | 24, size])
    return bytes([kind << 5 | 25]) + size.to_bytes(2, "big")


def _varint(number: int) -> bytes:
    out = b""
    while number >= 128:
        out += bytes([number & 127 | 128])
        number >>= 7
    return out + bytes([number])


def address(data: bytes) -> bytes:
    return b"\x01\x71\x12\x20" + hashlib.sha256(data).digest()


def car(records: Sequence[object] = RECORDS) -> bytes:
    blocks = [cbor(record) for record in records]
    tree = cbor({"l": None, "e": [{"p": 0, "k": "app.bsky.feed.post/3k", "v": address(blocks[0]), "t": None}]})
    commit = cbor({"did": DID, "rev": "3k", "data": address(tree), "prev": None, "version": 3})
    header = cbor({"roots": [address(commit)], "version": 1})
    out = [_varint(len(header)), header]
    for block in (commit, tree, *blocks):
        whole = address(block) + block
        out += [_varint(len(whole)), whole]
    return b"".join(out)


def files() -> dict[str, bytes]:
    return {"repo.car": car()}
