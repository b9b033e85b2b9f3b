"""Skype's export: conversations of two and of a group, with quotations, pictures, calls and a place. All invented."""

import io
import json
import tarfile
from collections.abc import Mapping

OWNER, FRIEND, THIRD = "8:live:morganfp", "8:live:.cid.samt", "8:kim.lomas"
MESSAGES = 8
COUNTS = {"messages": MESSAGES, "connections": 2, "photos": 1, "places": 1}
PICTURE = "media/0-weu-d1-abc.1.png"


def _message(number: int, sender: str, content: str, kind: str = "RichText", **more: object) -> dict[str, object]:
    names = {FRIEND: "Sam Tolley", THIRD: None, OWNER: None}
    return {
        "id": str(1_600_000_000_000 + number),
        "displayName": names[sender],
        "originalarrivaltime": f"2020-09-{number + 10}T12:26:40.123Z",
        "messagetype": kind,
        "version": 1,
        "content": content,
        "conversationid": "x",
        "from": sender,
        "properties": None,
        "amsreferences": None,
        **more,
    }


def messages() -> bytes:
    legacy = "<legacyquote>[1] Sam: </legacyquote>are you in?<legacyquote></legacyquote>"
    quote = f'<quote author="samt" timestamp="1">{legacy}</quote>'
    pair = [
        _message(
            7,
            OWNER,
            '<location latitude="52367600" longitude="-2718000" address="Ludlow">x</location>',
            "RichText/Location",
        ),
        _message(6, OWNER, "", "RichText/UriObject", amsreferences=["0-weu-d1-abc"]),
        _message(5, FRIEND, '<partlist type="ended"></partlist>', "Event/Call"),
        _message(4, OWNER, f'{quote}yes &amp; <b>no</b><e_m a="x" ts_ms="1"></e_m>'),
        _message(3, OWNER, f"{quote.replace('are you', quote)}nested"),
        _message(2, FRIEND, 'see <a href="https://example.com">https://example.com</a> <ss type="smile">:)</ss>'),
        _message(1, FRIEND, "are you in?", "Text"),
    ]
    group = [
        _message(3, THIRD, "1 < 2", "Text"),
        _message(2, OWNER, "hello all"),
        _message(1, FRIEND, "<topicupdate>x</topicupdate>", "ThreadActivity/TopicUpdate"),
    ]
    members = json.dumps([OWNER, FRIEND, THIRD, "8:never.wrote"])
    told = {
        "userId": OWNER,
        "exportDate": "2025-04-01T10:00:00",
        "conversations": [
            {
                "id": FRIEND,
                "displayName": "Sam Tolley",
                "version": 1,
                "properties": {"conversationblocked": False},
                "threadProperties": None,
                "MessageList": pair,
            },
            {
                "id": "19:abc@thread.skype",
                "displayName": None,
                "version": 1,
                "properties": {},
                "threadProperties": {"membercount": 4, "members": members, "topic": "Sunday walkers"},
                "MessageList": group,
            },
            {"id": THIRD, "displayName": None, "properties": None, "threadProperties": None, "MessageList": []},
        ],
    }
    return json.dumps(told, ensure_ascii=False).encode()


def archive() -> dict[str, bytes]:
    rows = ["type,id,display_name,blocked,favorite,profile.about", "skype,8:live:.cid.samt,Sam Tolley,false,,walker"]
    rows.append("skype,8:kim.lomas,,true,,")
    return {
        "messages.json": messages(),
        "endpoints.json": b"{}",
        "contacts.csv": "\n".join(rows).encode(),
        PICTURE: b"\x89PNG",
        "media/0-weu-d1-abc.json": b"{}",
    }


def as_tar(files: Mapping[str, bytes]) -> bytes:
    """As Skype packed it."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return packed.getvalue()
