"""Discord's data package of both generations: messages as tables with plain folders, and as JSON. All invented."""

import json
from collections.abc import Mapping

OWNER_ID = "300000000000000001"
COUNTS = {
    "messages": 5,
    "comments": 1,
    "connections": 4,
    "photos": 2,  # one sent, one on the profile
    "groups": 2,
    "logins": 3,  # the last address, and two places out of four lines
    "apps": 2,
}
FIRST_ID = 844000000000000000  # in May 2021, by its number alone


def _user() -> dict[str, object]:
    address = {"name": "M. Fairweather", "line_1": "1 Mill Street", "city": "Ludlow", "postal_code": "SY8 1AA"}
    people = [
        {"id": str(n), "type": kind, "user": {"username": f"person{n}", "global_name": name}, "nickname": None}
        for n, (kind, name) in enumerate(((1, "Sam Tolley"), (2, None), (3, "Jo"), ("PENDING_OUTGOING", "Kim")))
    ]
    return {
        "id": OWNER_ID,
        "username": "morganfp",
        "discriminator": 0,
        "global_name": "Morgan Fairweather",
        "email": "morgan.f@example.com",
        "phone": "+447700900318",
        "ip": "192.0.2.7",
        "user_profile_metadata": {"bio": "on nights"},
        "connections": [
            {"type": "steam", "id": "1", "name": "morgan", "visibility": 1},
            {"type": "spotify", "id": "2", "name": "mf", "visibility": 0},
        ],
        "relationships": people,
        "notes": {"5": "met on the course"},
        "payment_sources": [{"billing_address": address}],
        "settings": {"settings": {"locale": "en-GB", "custom_status": {"text": "at work"}, "afk": 5}},
    }


def _said() -> dict[str, list[tuple[int, str, str, str]]]:
    picture = "https://cdn.example.com/a/photo.JPG?ex=1 https://cdn.example.com/a/plan.pdf"
    return {
        "10": [(FIRST_ID, "2021-05-18 10:00:00", "hello, Sam", ""), (FIRST_ID + 1, "2021-05-19 10:00:00", "", picture)],
        "11": [(FIRST_ID + 2, "2021-05-20 10:00:00", 'a "quoted"\nline', ""), (FIRST_ID + 3, "", "no time", "")],
        "12": [(FIRST_ID + 4, "2021-05-21 10:00:00", "in a group", "")],
        "13": [],
    }


def _table(said: list[tuple[int, str, str, str]]) -> bytes:
    rows = ["ID,Timestamp,Contents,Attachments"]
    for number, time, text, files in said:
        quoted = text.replace('"', '""')
        rows.append(f'{number},{time + ".123000+00:00" if time else ""},"{quoted}",{files}')
    return "\r\n".join(rows).encode()


def _json(said: list[tuple[int, str, str, str]]) -> bytes:
    names = ("ID", "Timestamp", "Contents", "Attachments")
    return json.dumps([dict(zip(names, one, strict=True)) for one in said]).encode()


def _activity() -> bytes:
    lines: list[Mapping[str, object]] = [
        {"event_type": "session_start", "timestamp": '"2024-01-01T10:00:00Z"', "ip": "192.0.2.8", "city": "Ludlow"},
        {"event_type": "app_opened", "timestamp": '"2024-01-02T10:00:00Z"', "ip": "192.0.2.8", "city": "Ludlow"},
        {"event_type": "app_opened", "timestamp": '"2024-01-03T10:00:00Z"', "ip": "192.0.2.9", "country_code": "GB"},
        {"predicted_age": "25-34", "predicted_gender": "female"},
        {"event_type": "search_opened"},
    ]
    return "\n".join(json.dumps(line) for line in lines).encode()


def package(*, old: bool = False, words: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """`old`: as until 2023. `words` gives other names to folders, as accounts in other languages have them."""
    account, talk, servers, activity = (
        (words or {}).get(name, name.lower() if old else name)
        for name in ("Account", "Messages", "Servers", "Activity")
    )
    channels: dict[str, dict[str, object]] = {
        "10": {"id": "10", "type": 1 if old else "DM", "recipients": [OWNER_ID, "1"]},
        "11": {"id": "11", "type": 0, "name": "general", "guild": {"id": "90", "name": "Bakers of Ludlow"}},
        "12": {"id": "12", "type": 3 if old else "GROUP_DM", "name": None, "recipients": [OWNER_ID]},
        "13": {"id": "13", "type": 0, "name": "rules", "guild": {"id": "90", "name": "Bakers of Ludlow"}},
    }
    files = {
        "README.txt": b"Hello",
        f"{account}/user.json": json.dumps(_user(), indent=1).encode(),
        f"{account}/avatar.png": b"\x89PNG",
        f"{talk}/index.json": json.dumps({"10": "Direct Message with samt#0", "12": None}).encode(),
        f"{servers}/index.json": json.dumps({"90": "Bakers of Ludlow", "91": "Walkers"}).encode(),
        f"{servers}/90/guild.json": json.dumps({"id": "90", "name": "Bakers of Ludlow"}).encode(),
        f"{servers}/90/audit-log.json": b"[]",
        f"{activity}/reporting/events-2024-00000-of-00001.json": _activity(),
        f"{activity}/tns/events-2024-00000-of-00001.json": _activity(),
        "Ads/traits.json": b'{"age_group": "25-34"}',
    }
    for number, said in _said().items():
        folder = f"{talk}/{number if old else 'c' + number}"
        files[f"{folder}/channel.json"] = json.dumps(channels[number]).encode()
        files[f"{folder}/messages.csv" if old else f"{folder}/messages.json"] = _table(said) if old else _json(said)
    return files
