"""Chats of WhatsApp as phones write them: iPhone and Android, with the day or the month first, and an account report.

Morgan Fairweather and Sam Tolley are invented.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

OWNER, FRIEND, STRANGER = "Morgan Fairweather", "Sam Tolley", "+44 7700 900123"
PICTURE, FILM = "00000012-PHOTO-2024-03-20-10-09-00.jpg", "VID-20240320-WA0003.mp4"
MESSAGES = 13  # of the talk below, in every form
PLACE = "https://maps.google.com/?q=52.3676,-2.7180"


@dataclass(frozen=True, slots=True)
class Form:
    """How a phone writes the line before a message."""

    stamp: str
    iphone: bool = False
    half: str = ""  # what stands before am and pm
    end: str = "\n"

    def head(self, at: datetime) -> str:
        stamp = at.strftime(self.stamp)
        if self.half:
            stamp += self.half + ("am" if at.hour < 12 else "pm")
        return f"[{stamp}] " if self.iphone else f"{stamp} - "


FORMS: Mapping[str, Form] = {
    "iPhone UK": Form("%d/%m/%Y, %H:%M:%S", iphone=True),
    "iPhone UK without comma": Form("%d/%m/%Y %H:%M:%S", iphone=True, end="\r\n"),
    "iPhone US": Form("%m/%d/%y, %I:%M:%S", iphone=True, half="\u202f"),
    "Android UK": Form("%d/%m/%Y, %H:%M"),
    "Android UK, twelve hours": Form("%d/%m/%Y, %I:%M", half=" "),
    "Android US": Form("%m/%d/%y, %I:%M", half="\u202f"),
    "Android ISO": Form("%Y-%m-%d, %H:%M"),
    "Android German": Form("%d.%m.%y, %H:%M"),
}


def talk(form: Form) -> Sequence[tuple[str, str]]:
    """Writer ("" for WhatsApp itself) and words."""
    mark = "\u200e" if form.iphone else ""
    files = (
        ((OWNER, f"{mark}<attached: {PICTURE}>"), (FRIEND, f"Watch\n{mark}<attached: {FILM}>"))
        if form.iphone
        else ((OWNER, f"{PICTURE} (file attached)"), (FRIEND, f"{FILM} (file attached)\nWatch"))
    )
    return (
        ("", f"{mark}Messages and calls are end-to-end encrypted. Only people in this chat can read them."),
        ("", f"{mark}{FRIEND} created group \u201cWalks: Sunday\u201d"),
        ("", f"{mark}{FRIEND} added {STRANGER}"),
        (FRIEND, "who is in: me, you?"),
        (OWNER, "I am on nights\nsorry\n\nnext week"),
        (STRANGER, "\U0001f44d"),
        *files,
        (FRIEND, f"{mark}image omitted" if form.iphone else "<Media omitted>"),
        (OWNER, f"{mark}You deleted this message."),
        (FRIEND, f"{mark}This message was deleted."),
        (OWNER, f"{mark}Location: {PLACE}"),
        (FRIEND, f"back at 5 {mark}<This message was edited>"),
        (STRANGER, f"{mark}Missed voice call"),
        ("", f"{mark}{STRANGER} changed their phone number to a new number"),
        (OWNER, "video call me later"),
        (FRIEND, "a:b"),
        ("", f"{mark}{STRANGER} left"),
    )


def text(form: Form, start: datetime = datetime(2024, 3, 18, 9, 5, tzinfo=UTC)) -> bytes:
    """The talk in one form; WhatsApp's own lines stand under the group's name on an iPhone."""
    lines = []
    for number, (writer, words) in enumerate(talk(form)):
        name = writer or ("Walks: Sunday" if form.iphone else "")
        mark = "\u200e" if form.iphone and words.startswith("\u200e") else ""
        head = mark + form.head(start + timedelta(hours=7 * number))
        lines.append(head + (f"{name}: {words}" if name else words))
    return (form.end.join(lines) + form.end).encode()


def archive(name: str = "iPhone UK") -> dict[str, bytes]:
    """What a phone shares: the chat and the files in it."""
    form = FORMS[name]
    chat = "_chat.txt" if form.iphone else "WhatsApp Chat with Walks_ Sunday.txt"
    return {chat: text(form), PICTURE: b"\xff\xd8\xff\xe0", FILM: b"\x00\x00\x00\x18ftyp"}


def pair() -> bytes:
    """A conversation of two that shows nowhere who its owner is but in the name of the file."""
    words = ("hello", "hi", "at the station?", "yes")
    lines = [f"0{n + 1}/02/2024, 10:00 - {(FRIEND, OWNER)[n % 2]}: {text}" for n, text in enumerate(words)]
    return "\n".join(lines).encode()


def report() -> dict[str, bytes]:
    """The account report as the press has described it."""
    told = {
        "wa_account": {
            "phone_number": "+44 7700 900318",
            "push_name": OWNER,
            "about": "On shift",
            "last_ip": "192.0.2.7",
        },
        "wa_contacts": ["+447700900001", "+447700900002"],
        "wa_blocked_contacts": ["+447700900003"],
        "wa_groups": [{"subject": "Sunday walkers", "creation_time": "2023-01-01"}],
        "wa_privacy": {"last_seen": "My contacts", "profile_photo": "Everyone", "read_receipts": "true"},
        "device": {"device_model": "Pixel 9"},
    }
    page = (
        "<html><head><title>WhatsApp account information</title></head><body><h1>WhatsApp account information</h1>"
        "<table><tr><td>Registration date</td><td>2 May 2019</td></tr></table>"
        "<h2>Contacts</h2><ul><li>+447700900001</li></ul></body></html>"
    )
    return {"portability.json": json.dumps(told).encode(), "access.html": page.encode()}
