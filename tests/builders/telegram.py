"""Exports of Telegram Desktop: an account and a single chat, as JSON of both generations and as HTML.

Morgan Fairweather and the others are invented.
"""

import json

OWNER, FRIEND = "Morgan Fairweather", "Sam Tolley"
COUNTS = {
    "messages": 6,
    "posts": 1,
    "connections": 3,
    "photos": 3,
    "logins": 1,
    "apps": 1,
    "groups": 2,
    "places": 1,
}
HTML_COUNTS = {"messages": 6, "connections": 2, "photos": 2, "logins": 1, "apps": 1, "profile": 5}
PICTURE = "chats/chat_01/photos/photo_1@19-03-2024.jpg"
_PIECES = [{"type": "bold", "text": "back"}, " at 5, see ", {"type": "link", "text": "https://example.com"}]


def _message(number: int, sender: str, **more: object) -> dict[str, object]:
    numbers = {OWNER: "user900", FRIEND: "user901"}
    return {
        "id": number,
        "type": "message",
        "date": f"2024-03-{number + 10}T10:00:00",
        "date_unixtime": str(1_710_000_000 + 86_400 * number),
        "from": sender,
        "from_id": numbers.get(sender, "channel7"),
        "text": "",
        **more,
    }


def private_chat() -> dict[str, object]:
    entities = [item if isinstance(item, dict) else {"type": "plain", "text": item} for item in _PIECES]
    return {
        "name": FRIEND,
        "type": "personal_chat",
        "id": 901,
        "messages": [
            _message(1, FRIEND, text="are you in?"),
            _message(2, OWNER, text=_PIECES, text_entities=entities),
            _message(3, OWNER, photo=PICTURE, width=10, height=10, text="the \u201cview\u201d"),
            _message(4, OWNER, location_information={"latitude": 52.3676, "longitude": -2.718}),
            _message(5, FRIEND, contact_information={"first_name": "Kim", "phone_number": "+44 7700 900005"}),
            {"id": 6, "type": "service", "actor": FRIEND, "action": "phone_call", "date": "2024-03-17T10:00:00"},
        ],
    }


def _group() -> dict[str, object]:
    made = {"id": 1, "type": "service", "action": "create_group", "actor": FRIEND, "actor_id": "user901"}
    return {
        "name": "Sunday walkers",
        "type": "public_supergroup",
        "id": 901,
        "messages": [{**made, "title": "Walkers", "date": "2024-01-01T10:00:00"}, _message(7, OWNER, text="I am in")],
    }


def _channel() -> dict[str, object]:
    posts = [_message(8, "Bakers", text="new bread")]
    return {"name": "Bakers", "type": "public_channel", "id": 7, "messages": posts}


def account(*, old: bool = False) -> dict[str, bytes]:
    """`old`: as before 2021, without seconds and pieces of text, and with bare numbers for people."""
    told: dict[str, object] = {
        "about": "Here is the data you requested.",
        "personal_information": {
            "user_id": 900,
            "first_name": "Morgan",
            "last_name": "Fairweather",
            "phone_number": "+44 7700 900318",
            "username": "@morganfp",
            "bio": "Walks the dog",
        },
        "profile_pictures": [{"date": "2024-01-01T10:00:00", "photo": "profile_pictures/photo_1.jpg"}],
        "stories": [{"date": "2024-01-01T10:00:00", "media": "stories/1.jpg", "pinned": True, "caption": "on nights"}],
        "contacts": {
            "about": "",
            "list": [
                {
                    "first_name": "Sam",
                    "date_unixtime": "1600000000",
                    "last_name": "Tolley",
                    "phone_number": "+44 7700 900001",
                },
                {"date": "2020-01-01T10:00:00"},
            ],
        },
        "frequent_contacts": {"list": [{"id": 901, "name": FRIEND}]},
        "sessions": {"list": [{"last_active": "2024-03-01T10:00:00", "last_ip": "192.0.2.7", "device_model": "PC"}]},
        "web_sessions": {"list": [{"domain_name": "example.org", "created": "2024-03-01T10:00:00"}]},
        "other_data": {"drafts": [{"chat": "x", "messages": []}]},
        "chats": {"about": "", "list": [private_chat(), _group()]},
        "left_chats": {"about": "", "list": [_channel()]},
    }
    text = json.dumps(told, ensure_ascii=False, indent=1)
    if old:
        text = "\n".join(line for line in text.split("\n") if "date_unixtime" not in line)
        text = text.replace('"user900"', "900").replace('"user901"', "901").replace("text_entities", "entities")
    return {"result.json": text.encode(), PICTURE: b"\xff\xd8", "profile_pictures/photo_1.jpg": b"\xff\xd8"}


def single() -> dict[str, bytes]:
    return {"result.json": json.dumps(private_chat(), ensure_ascii=False, indent=1).encode(), PICTURE: b"\xff\xd8"}


def _page(body: str, title: str = "Exported Data") -> bytes:
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body>'
        f'<div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">\n{title}\n</div>'
        f'</div></div><div class="page_body">{body}</div></div></body></html>'
    ).encode()


def _html_message(number: int, sender: str, text: str, more: str = "") -> str:
    joined = "" if sender else " joined"
    name = f'<div class="from_name">\n{sender} </div>' if sender else ""
    return (
        f'<div class="message default clearfix{joined}" id="message{number}"><div class="body">'
        f'<div class="pull_right date details" title="{number + 10}.03.2024 10:00:00 UTC+01:00">10:00</div>'
        f'{name}{more}<div class="text">\n{text} </div></div></div>'
    )


def html_chat() -> dict[str, bytes]:
    """One chat on two pages; the tenth page must not come before the second."""
    picture = f'<div class="media_wrap clearfix"><a class="photo_wrap" href="{PICTURE}"></a></div>'
    forwarded = (
        '<div class="forwarded body"><div class="from_name">\nKim <span class="date details">1.1.2024</span></div>'
        '<div class="text">passed on</div></div>'
    )
    service = '<div class="message service" id="message-1"><div class="body details">19 March 2024</div></div>'
    first = [
        service,
        _html_message(1, FRIEND, "are you in?"),
        _html_message(2, OWNER, "<strong>back</strong> at 5<br>or 6"),
        _html_message(3, "", "the view", picture),
    ]
    forward = _html_message(4, FRIEND, "").replace('<div class="text">\n </div>', forwarded)
    second = [_html_message(5, OWNER, "&lt;yes&gt;"), _html_message(6, "", "no")]
    return {
        "messages10.html": _page("".join(second[1:]), FRIEND),
        "messages2.html": _page(forward + second[0], FRIEND),
        "messages.html": _page("".join(first), FRIEND),
    }


def html_account() -> dict[str, bytes]:
    rows = {"First name": "Morgan", "Last name": "Fairweather", "Phone number": "+44 7700 900318"}
    rows |= {"Username": "@morganfp", "Bio": "Walks the dog", "Status": "here"}
    box = "".join(
        f'<div class="row"><div class="label details">{label}</div><div class="value bold">{value}</div></div>'
        for label, value in rows.items()
    )

    def entry(name: str, *details: str) -> str:
        lines = "".join(f'<div class="details_entry details">{detail}</div>' for detail in details)
        return (
            '<div class="entry clearfix"><div class="body">'
            '<div class="pull_right info details">01.03.2024 10:00:00</div>'
            f'<div class="name bold">{name}</div>{lines}</div></div>'
        )

    def listed(*entries: str) -> bytes:
        return _page(f'<div class="entry_list">{"".join(entries)}</div>')

    chat = {f"chats/chat_001/{name}": page for name, page in html_chat().items()}
    return {
        "export_results.html": _page(f'<div class="personal_info"><div class="rows">{box}</div></div>'),
        "lists/contacts.html": listed(entry(FRIEND, "+44 7700 900001"), entry("Kim", "+44 7700 900005")),
        "lists/sessions.html": listed(entry("Desktop", "PC", "192.0.2.7 - Ludlow")),
        "lists/web_sessions.html": listed(entry("example.org")),
        "lists/profile_pictures.html": _page('<a class="entry" href="profile_pictures/photo_1.jpg"></a>'),
        "lists/chats.html": listed(entry(FRIEND)),
        **chat,
        PICTURE: b"\xff\xd8",
        "css/style.css": b"a{}",
    }
