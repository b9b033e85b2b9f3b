"""Makes Snapchat downloads of an invented person: JSON of now, JSON of old, pages; with known counts."""

import json
from collections.abc import Mapping, Sequence

_AT = "2023-05-01 10:00:00 UTC"
_ACCOUNT = {
    "Basic Information": {
        "Username": "morganfp",
        "Name": "Morgan F",
        "Creation Date": _AT,
        "Registration IP": "192.0.2.1",
        "Date of Birth": "1987-03-14",
    },
    "Device Information": {"Make": "Phone", "Model": "9", "OS Version": ""},
    "Device History": [{"Make": "Phone", "Model": "8", "Start Time": _AT, "Device Type": "PHONE"}],
    "Login History": [{"IP": "192.0.2.1", "Country": "GB", "Created": _AT, "Status": "success", "Device": "Phone"}],
}
_HISTORY = {
    "Display Name Change": [{"Date": _AT, "Display Name": "Mo Penhallow"}],
    "Email Change": [{"Date": _AT, "Email Address": "morgan.f@example.com"}],
    "Mobile Number Change": [{"Date": _AT, "Mobile Number": "+447700900318"}],
    "Password Change": [{"Date": _AT}],
}
_PROFILE = {
    "App Profile": {"Country": "GB", "In-app Language": "en"},
    "Interest Categories": ["Dogs", "Hills"],
    "Engagement": [{"Event": "Opened", "Occurrences": 12}],
    "Interactions": {"Web Interactions": ["shop.example.com"], "App Interactions": []},
    "A New Thing": [{"a": "b"}],
}
_FRIEND = {
    "Username": "samt",
    "Display Name": "Sam T",
    "Creation Timestamp": _AT,
    "Last Modified Timestamp": _AT,
    "Source": "Added by Phone",
}
_FRIENDS = {
    "Friends": [_FRIEND, {**_FRIEND, "Username": "amy", "Display Name": ""}],
    "Friend Requests Sent": [_FRIEND],
    "Blocked Users": [_FRIEND],
    "Deleted Friends": [_FRIEND],
    "Pending Requests": [],
}
_PLACES = {
    "Home, School & Work": {"inferredHome": "lat 52.368 ± 20 meters, long -2.718 ± 20 meters"},
    "Latest Location": [{"City": "Ludlow", "Country": "GB", "Region": "England"}],
    "Location History": [["2023/05/01 10:00:00 UTC", "52.368 ± 14.5, -2.718 ± 14.5"], ["2023-05-02 10:00:00 UTC", "x"]],
    "Areas you may have visited in the last two years": [
        {"Time": _AT, "City": "Ludlow", "Region": "England", "Postal Code": "SY8"}
    ],
}
_STORIES = [{"Created": _AT, "Content": "Up the hill &amp; down"}, {"Created": _AT, "Content": "Video"}]
_OTHERS: Mapping[str, object] = {
    "talk_history": {"Outgoing Calls": [{"Date & Time": _AT, "Type": "video", "Result": "ok", "City": "Ludlow"}]},
    "connected_apps": {"Permissions": [{"App": "A game", "Time": _AT, "Type": "name"}]},
    "shared_story": {"Shared Story": _STORIES},
    "snap_map_places_history": {
        "Snap Map Places History": [{"Date": _AT, "Place": "The Feathers", "Place Location": "Ludlow"}]
    },
    "search_history": {"": [{"Date and time (hourly)": _AT, "Search Term": "a name"}]},
    "ranking": {"Statistics": {"Snapscore": 12}},
}
_MEMORIES = [
    {
        "Date": _AT,
        "Media Type": "Image",
        "Location": "Latitude, Longitude: 52.368, -2.718",
        "Download Link": "https://x",
    },
    {"Date": "2023-05-02 10:00:00 UTC", "Media Type": "Video", "Location": "Latitude, Longitude: 0.0, 0.0"},
]


def _said(sender: str, text: str | None, own: bool, media: str = "") -> dict[str, object]:
    kind = "TEXT" if text else "MEDIA"
    return {
        "From": sender,
        "Media Type": kind,
        "Created": _AT,
        "Content": text,
        "Conversation Title": None,
        "IsSender": own,
        "Created(microseconds)": 1682935200000,
        "IsSaved": True,
        "Media IDs": media,
    }


_CHAT_NEW = {
    "samt": [_said("samt", "alright", False), _said("morganfp", "it&#39;s grand", True)],
    "6f9e-uuid": [{**_said("amy", None, False, "b~abc123"), "Conversation Title": "Hill lot"}],
}
_CHAT_OLD = {
    "Received Saved Chat History": [{"From": "samt", "Media Type": "TEXT", "Created": _AT, "Text": "alright"}],
    "Sent Saved Chat History": [{"To": "samt", "Media Type": "TEXT", "Created": _AT, "Text": "it&#39;s grand"}],
    "Received Unsaved Chat History": [{"From": "amy", "Media Type": "MEDIA", "Created": _AT, "Text": ""}],
    "Sent Unsaved Chat History": [],
}
COUNTS = {
    "profile": 3 + 1 + 3 + 2 + 2,
    "messages": 3,
    "connections": 5,
    "photos": 2 + 2 + 1,
    "places": 1 + 1 + 2 + 1 + 1 + 1,
    "logins": 1 + 1 + 1 + 1,
    "settings": 1,
    "apps": 1 + 1,
}


def _json(chats: object, snaps: object, memories: object) -> dict[str, bytes]:
    files = {
        "account": _ACCOUNT,
        "account_history": _HISTORY,
        "user_profile": _PROFILE,
        "friends": _FRIENDS,
        "location_history": _PLACES,
        **_OTHERS,
        "chat_history": chats,
        "snap_history": snaps,
        "memories_history": memories,
    }
    made = {f"json/{name}.json": json.dumps(value).encode() for name, value in files.items()}
    made["html/account.html"] = b"<h3>Basic Information</h3>"
    made["index.html"] = b"<h1>My Data</h1>"
    made["chat_media/2023-05-01_b~abc123.jpg"] = b"\xff\xd8"
    made["memories/2023-05-01_8E1F-main.jpg"] = b"\xff\xd8"
    made["memories/2023-05-01_8E1F-overlay.png"] = b"\x89PNG"
    return made


def newer() -> dict[str, bytes]:
    snaps = {"samt": [{**_said("samt", None, False), "Media Type": "IMAGE"}]}
    return _json(_CHAT_NEW, snaps, {"Saved Media": _MEMORIES})


def older() -> dict[str, bytes]:
    """Sent and received apart, some lists without a name, no files of chats."""
    snaps = {
        "Received Snap History": [{"From": "samt", "Media Type": "IMAGE", "Created": _AT}],
        "Sent Snap History": [],
    }
    return {
        name: data
        for name, data in _json(_CHAT_OLD, snaps, {"": _MEMORIES}).items()
        if not name.startswith("chat_media")
    }


def _page(sections: Mapping[str, object]) -> bytes:
    parts = ["<html><head><title>Snapchat</title></head><body><div class=rightpanel>"]
    for name, value in sections.items():
        rows: Sequence[object] = value if isinstance(value, list) else [value]
        parts.append(f"<h3>{name}</h3><table><tbody>")
        if isinstance(value, dict):
            parts += [f"<tr><td>{key}</td><td>{text}</td></tr>" for key, text in value.items()]
        elif rows and isinstance(rows[0], dict):
            parts.append("<tr>" + "".join(f"<th>{key}</th>" for key in rows[0]) + "</tr>")
            for row in rows:
                assert isinstance(row, dict)
                parts.append("<tr>" + "".join(f"<td>{text or ''}</td>" for text in row.values()) + "</tr>")
        parts.append("</tbody></table>")
    return "".join([*parts, "</div></body></html>"]).encode()


def pages() -> dict[str, bytes]:
    """Without JSON: tables under headings, and a page for each friend."""
    talk = "".join(
        f"<div><h4>{who}</h4><h6>TEXT</h6><p>{text}</p><h6>{_AT}</h6></div>"
        for who, text in (("samt", "alright"), ("morganfp", "it&#39;s grand"))
    )
    return {
        "index.html": b"<h1>My Data</h1>",
        "html/account.html": _page(_ACCOUNT),
        "html/account_history.html": _page({name: rows for name, rows in _HISTORY.items() if len(rows[0]) > 1}),
        "html/friends.html": _page(_FRIENDS),
        "html/memories_history.html": _page({"Saved Media": _MEMORIES}),
        "html/search_history.html": _page({"Search History": [{"Date": _AT, "Search Term": "a name"}]}),
        "html/snap_history.html": _page(
            {"Snap History": [{"Sender": "samt", "Type": "IMAGE", "Time": _AT}]},
        ),
        "html/chat_history/subpage_samt.html": f"<html><body>{talk}</body></html>".encode(),
    }


PAGE_COUNTS = {
    "profile": 3 + 1 + 3,
    "messages": 2,
    "connections": 5,
    "photos": 2,
    "logins": 4,
}
