"""Makes a Mastodon archive of an invented person, and the lists of accounts, with known counts."""

import io
import json
import tarfile
from collections.abc import Mapping
from pathlib import Path

_ME = "https://social.example.org/users/morganfp"
_PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
COUNTS = {
    "profile": 4 + 1 + 1,
    "posts": 3,
    "comments": 1,
    "messages": 1,
    "connections": 2 + 1 + 1,
    "photos": 2 + 1,
    "likes": 1 + 2 + 1,
    "settings": 2,
}


def _made(text: str, to: list[str], cc: list[str], **more: object) -> dict[str, object]:
    note = {"type": "Note", "content": text, "summary": None, "inReplyTo": None, "attachment": [], "tag": [], **more}
    return {"type": "Create", "published": "2023-05-01T10:00:00Z", "to": to, "cc": cc, "object": note}


def files() -> dict[str, bytes]:
    actor = {
        "type": "Person",
        "id": _ME,
        "preferredUsername": "morganfp",
        "name": "Morgan F",
        "summary": "<p>Dog, toast &amp; hills</p><p>Own views</p>",
        "url": "https://social.example.org/@morganfp",
        "manuallyApprovesFollowers": False,
        "discoverable": True,
        "attachment": [{"type": "PropertyValue", "name": "Work", "value": "<a href='x'>Example Bakery</a>"}],
        "alsoKnownAs": ["https://old.example.org/users/mo"],
        "icon": {"type": "Image", "url": "avatar.png"},
        "image": {"type": "Image", "url": "header.png"},
    }
    picture = {
        "type": "Document",
        "mediaType": "image/jpeg",
        "url": "/media_attachments/files/1/one.jpg",
        "name": "Me on the hill",
    }
    items = [
        _made("<p>Up the hill</p><p>and<br>down</p>", [_PUBLIC], [f"{_ME}/followers"], attachment=[picture]),
        _made("<p>Not listed</p>", [f"{_ME}/followers"], [_PUBLIC]),
        _made("<p>For you lot</p>", [f"{_ME}/followers"], []),
        _made("<p>I agree</p>", ["as:Public"], [], inReplyTo="https://other.example.org/1"),
        _made(
            "<p>just us</p>",
            ["https://other.example.org/users/sam"],
            [],
            tag=[{"type": "Mention", "name": "@sam@other.example.org"}],
        ),
        {
            "type": "Announce",
            "published": "2023-05-02T10:00:00Z",
            "to": [_PUBLIC],
            "object": "https://other.example.org/2",
        },
    ]
    likes = {"orderedItems": ["https://other.example.org/3", "https://other.example.org/4"]}
    parts: Mapping[str, object] = {
        "actor.json": actor,
        "outbox.json": {"id": "outbox.json", "type": "OrderedCollection", "totalItems": 6, "orderedItems": items},
        "likes.json": {"id": "likes.json", "type": "OrderedCollection", **likes},
        "bookmarks.json": {"type": "OrderedCollection", "orderedItems": ["https://other.example.org/5"]},
    }
    made = {name: json.dumps(value).encode() for name, value in parts.items()}
    made["following_accounts.csv"] = (
        b"Account address,Show boosts,Notify on new posts,Languages\n"
        b"sam@other.example.org,true,false,\namy@x.example,true,,\n"
    )
    made["followers.csv"] = b"Account address\nsam@other.example.org\n"
    made["blocked_accounts.csv"] = b"troll@x.example\n"
    made["media_attachments/files/1/one.jpg"] = b"\xff\xd8"
    made["avatar.png"] = made["header.png"] = b"\x89PNG"
    return made


def as_tar(path: Path) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, data in files().items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path
