"""Makes Flickr and Pinterest downloads of an invented person, with known counts."""

import json
from collections.abc import Mapping

FLICKR = {"profile": 6, "photos": 3, "comments": 1 + 2, "connections": 3, "likes": 2, "groups": 1, "messages": 2}
PINTEREST = {"profile": 3, "photos": 3, "groups": 1, "connections": 1, "settings": 1}


def flickr() -> dict[str, bytes]:
    account = {
        "real_name": "Morgan Fairweather",
        "screen_name": "morganfp",
        "nsid": "12345@N00",
        "email": "morgan.f@example.com",
        "description": "Hills &amp; hounds",
        "hometown": "Ludlow",
        "birthday": "1987-03-14",
        "settings": {},
    }
    open_one = {
        "id": "100000001",
        "name": "On the hill",
        "description": "with the dog",
        "date_taken": "2023-05-01 10:00:00",
        "date_imported": "2023-05-02 09:00:00",
        "geo": {"latitude": 52360000, "longitude": -2710000, "accuracy": 16},
        "tags": [{"tag": "hill"}, "dog"],
        "people": [{"username": "samt"}],
        "privacy": "public",
        "albums": [{"id": "1", "title": "Walks"}],
        "comments": [{"user": "samt", "comment": "lovely"}],
        "photopage": "https://example.com/p",
    }
    closed = {"id": "100000002", "name": "", "privacy": "private", "geo": [{"latitude": "52.1", "longitude": "-2.5"}]}
    film = {"id": "100000003", "name": "a film", "privacy": "friends & family"}
    files: Mapping[str, object] = {
        "account_profile.json": account,
        "photo_100000001.json": open_one,
        "photo_100000002.json": closed,
        "photo_100000003.json": film,
        "contacts_part001.json": {"contacts": {"Sam Tolley": "https://example.com/s", "Amy": "https://example.com/a"}},
        "followers_part001.json": {"followers": {"Ben Birtles": "https://example.com/b"}},
        "faves_part001.json": {"faves": [{"photo_name": "Sea", "photo_id": "7"}, {"photo_id": "8"}]},
        "photos_comments_part001.json": {
            "comments": [{"photo_id": "7", "comment": "nice", "date": "2023-01-01 10:00:00"}]
        },
        "group_discussions.json": {"group_discussions": [{"subject": "Hello", "message": "from Ludlow"}]},
        "groups.json": {"groups": [{"id": "1", "name": "Shropshire walkers"}]},
        "sent_flickrmail_part001.json": {"flickrmail": [{"subject": "Hi", "message": "there", "to_user_name": "samt"}]},
        "received_flickrmail_part001.json": {"flickrmail": [{"message": "hello back", "from_user_id": "9@N00"}]},
        "galleries.json": {"galleries": []},
    }
    made = {name: json.dumps(value).encode() for name, value in files.items()}
    return {**made, "on-the-hill_100000001_o.jpg": b"\xff\xd8\xff", "100000003_abc_o.mp4": b"\x00\x00\x00\x18ftyp"}


def pinterest() -> dict[str, bytes]:
    def pin(number: int, private: str, repin: str = "False") -> str:
        lines = [
            f"Title: Shed {number}: the plan,",
            "Details: paint, hinges,",
            "Alt Text: None...,",
            "Image: abcdef,",
            "Board Id: 5,",
            "Board Name: Sheds,",
            "Ip Address: 192.0.2.1,",
            "Username: morganfp,",
            "Created at: 2023/05/01 10:00:00,",
            "Alive: True,",
            f"Is a repin: {repin},",
            "Is Video: False,",
            f"Private: {private}",
        ]
        address = f"https://www.pinterest.com/pin/{number}/"
        return f'<a href="{address}">{address}</a>' + "".join(f"<br>{line}" for line in lines) + "<br><br>"

    page = (
        '<html><head><title>Pinterest</title></head><body><div id="contents"><h1 id="a1">Profile</h1>'
        "<br>Username: morganfp,<br>Email: morgan.f@example.com,<br>First name: Morgan,"
        "<br>Theme: dark,<br>Phone: No data,"
        f'<h1 id="y1bkd">Pins</h1>{pin(1, "False")}{pin(2, "True")}{pin(3, "False", "True")}'
        '<h1 id="b2">Boards</h1><br>Name: Sheds,<br>Created at: 2020/01/01 10:00:00,'
        '<h1 id="b3">Following</h1><br>Username: samt,'
        '<h1 id="c3">Search history</h1><br>Query: a name,</div></body></html>'
    )
    return {"pinterest.html": page.encode()}
