"""Makes the downloads of Tinder, Hinge and Bumble of an invented person, with known counts."""

import json

TINDER_COUNTS = {
    "profile": 6 + 1 + 1 + 1 + 1 + 1 + 1,
    "messages": 3,
    "photos": 2,
    "places": 1,
    "logins": 1,
    "apps": 1,
}


def tinder(*, new: bool = True) -> dict[str, bytes]:
    value = {
        "Usage": {"app_opens": {"2021-07-02": 3}, "swipes_likes": {"2021-07-02": 1}},
        "User": {
            "full_name": "Morgan Penhallow",
            "name": "Morgan",
            "email": "morgan.f@example.com",
            "birth_date": "1987-03-14T00:00:00.000Z",
            "active_time": "2021-07-03T00:00:00.000Z",
            "gender": "F",
            "interested_in": "M",
            "ip_address": "192.0.2.1",
            "bio": "Dog, toast &amp; hills",
            "jobs": [{"title": {"name": "Baker", "displayed": True}, "company": {"name": "Example Bakery"}}],
            "schools": [{"name": "Ludlow School", "displayed": False}],
            "city": {"name": "Ludlow", "region": "Shropshire"},
            "pos": {"at": "Fri, 01 Jan 2021 20:21:47 GMT", "lat": 52.368, "lon": -2.718},
            "descriptors": [{"name": "Pets", "visibility": "private", "choices": ["Dog"]}],
            "user_interests": ["Hills"],
        },
        "Messages": [
            {
                "match_id": "Match 1",
                "messages": [
                    {"to": 1, "from": "You", "message": "Hello", "sent_date": "Fri, 02 July 2021 20:31:15 GMT"},
                    {"to": 1, "from": "You", "message": "Bye", "sent_date": "Sat, 03 Jul 2021 20:31:15 GMT"},
                ],
            },
            {"match_id": "Match 2", "messages": [{"to": 2, "from": "You", "message": "Hi", "sent_date": ""}]},
        ],
        "Photos": [
            {"id": "1", "filename": "one.jpg", "created_at": "2021-01-01T00:00:00Z"},
            {"url": "https://x/two.jpg"},
        ]
        if new
        else ["https://images.example.com/one.jpg", "https://images.example.com/two.jpg"],
        "Spotify": {"spotify_connected": True},
        "Purchases": {"subscription": []},
        "New": {"a": 1},
    }
    return {"data.json": json.dumps(value).encode(), "photos/one.jpg": b"\xff\xd8", "index.html": b"<p>x</p>"}


def tinder_of_old() -> dict[str, bytes]:
    return tinder(new=False)


HINGE_COUNTS = {
    "profile": 2 + 4 + 1 + 1 + 1 + 2,
    "messages": 3,
    "photos": 1,
    "likes": 1,
    "places": 1,
    "logins": 2,
    "apps": 1,
}


def hinge() -> dict[str, bytes]:
    user = {
        "identity": {"email": "morgan.f@example.com", "phone_number": "+447700900318", "instagram_authorized": True},
        "account": {"signup_time": "2022-01-01 10:00:00", "last_seen": "2023-01-01 10:00:00", "device_model": "Phone"},
        "installs": [{"ip_address": "192.0.2.1", "install_time": "2022-01-01 10:00:00"}],
        "profile": {
            "first_name": "Morgan",
            "age": 36,
            "gender": "Woman",
            "job_title": "Baker",
            "job_title_displayed": True,
            "workplaces": '["Example Bakery"]',
            "workplaces_displayed": False,
            "schools": '["Ludlow School"]',
            "schools_displayed": True,
            "hometowns": '["Ludlow"]',
            "hometowns_displayed": True,
            "politics": "",
        },
        "location": {"latitude": 52.368, "longitude": -2.718, "locality": "Ludlow"},
    }
    matches = [
        {
            "match": [{"timestamp": "2023-01-01 10:00:00"}],
            "chats": [
                {"body": "Hello", "timestamp": "2023-01-01 10:00:00"},
                {"body": "Bye", "timestamp": "2023-01-02 10:00:00"},
            ],
            "we_met": [],
        },
        {
            "like": [
                {
                    "timestamp": "2023-01-01 10:00:00",
                    "like": [{"timestamp": "2023-01-01 10:00:00", "comment": "Nice dog"}],
                }
            ]
        },
        {"block": [{"block_type": "remove", "timestamp": "2023-01-01 10:00:00"}]},
    ]
    prompts = [
        {"prompt": "My work", "type": "text", "text": "I bake", "created": "2023-01-01", "user_updated": "2023-01-02"},
        {"prompt": "My voice", "type": "voice"},
    ]
    files = {
        "user.json": user,
        "matches.json": matches,
        "prompts.json": prompts,
        "media.json": [{"type": "photo", "url": "https://x/one.jpg", "prompt": "Up the hill"}],
        "subscriptions.json": [],
    }
    made = {f"export/{name}": json.dumps(value).encode() for name, value in files.items()}
    made["export/media/one.jpg"] = b"\xff\xd8"
    return made


BUMBLE_COUNTS = {"profile": 4 + 1 + 1 + 2 + 1, "messages": 2, "places": 1, "logins": 1}


def bumble() -> dict[str, bytes]:
    cells = {
        "Name": "Morgan",
        "Phone": "+447700900318",
        "Email": "morgan.f@example.com",
        "Description": "Dog, toast",
        "Birthday": "1987-03-14",
        "Age": "36",
        "Political views": "none",
        "Last_location": '{"lon": -2.718, "lat": 52.368}',
        "Education": '[{"school_name": "Ludlow School"}]',
        "Occupation": '{"employer": "Example Bakery", "position": "Baker"}',
        "Devices": '["Phone 9"]',
        "Chats": '[{"datetime": "2023-01-01 10:00:00", "text": "Hello"}, '
        '{"datetime": "2023-01-02 10:00:00", "text": "Bye"}]',
    }
    rows = "".join(f"<tr><td>{name}</td><td>{text}</td></tr>" for name, text in cells.items())
    page = f"<html><head><title>Bumble</title></head><body><table>{rows}</table></body></html>"
    return {"answer.html": page.encode()}
