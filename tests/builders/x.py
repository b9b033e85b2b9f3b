"""Makes X archives of an invented person, of every generation since 2018, with known counts."""

import json
from collections.abc import Mapping

OWNER_ID, FRIEND_ID = "1001", "2002"
TWEETS, REPLIES, REPOSTS, LIKES, MESSAGES = 12, 3, 2, 5, 6
LONG = "A long post about the allotment that goes on and on, " * 8

COUNTS = {
    "posts": TWEETS,
    "comments": REPLIES,
    "likes": LIKES + REPOSTS,
    "messages": MESSAGES,
    "connections": 4 + 3 + 1 + 2,
    "photos": 2 + 2,  # one post with two pictures; the profile's own two
    "places": 1,
    "logins": 4,
    "apps": 1,
    "groups": 2,
}


def archive(generation: str = "2022") -> dict[str, bytes]:
    """`generation`: "2022", "2020" (tweet.js), "2018" (at the top, unwrapped)."""
    top = "" if generation == "2018" else "data/"
    name = {"2022": "tweets", "2020": "tweet", "2018": "tweet"}[generation]
    wrap = generation != "2018"
    files: dict[str, bytes] = {}

    def put(file: str, part: str, key: str, values: list[Mapping[str, object]]) -> None:
        records = [{key: value} for value in values] if wrap else values
        files[f"{top}{file}.js"] = f"window.YTD.{part} = {json.dumps(records, indent=2)}".encode()

    _about(put)
    first, second = _tweets()[:9], _tweets()[9:]
    put(name, f"{name}.part0", "tweet", first)
    put(f"{name}-part1", f"{name}.part1", "tweet", second)
    liked = [
        {"tweetId": str(n), "fullText": f"liked &amp; read {n}", "expandedUrl": "https://x.com/i"} for n in range(4)
    ]
    put("like", "like.part0", "like", [*liked, {"tweetId": "9", "expandedUrl": "https://x.com/i/9"}])
    put(
        "follower",
        "follower.part0",
        "follower",
        [{"accountId": str(n), "userLink": "https://x.com/u"} for n in range(4)],
    )
    put("following", "following.part0", "following", [{"accountId": str(n)} for n in range(3)])
    put("block", "block.part0", "blocking", [{"accountId": "77"}])
    _messages(files, put, top)
    if generation == "2022":
        note = {"noteTweet": {"noteTweetId": "5", "createdAt": "2024-01-02T10:00:00.000Z", "core": {"text": LONG}}}
        files["data/note-tweet.js"] = f"window.YTD.note_tweet.part0 = {json.dumps([note])}".encode()
        files["data/manifest.js"] = _manifest()
    files[f"{top}{name}s_media/90-one.jpg" if name == "tweet" else f"{top}tweets_media/90-one.jpg"] = b"\xff\xd8\xff"
    files[f"{top}saved-search.js"] = b'window.YTD.saved_search.part0 = [ { "savedSearch" : { "query" : "a name" } } ]'
    files[f"{top}ad-engagements.js"] = b"window.YTD.ad_engagements.part0 = [ ]"
    files[f"{top}brand-new-thing.js"] = b"window.YTD.brand_new_thing.part0 = [ ]"
    return files


def _about(put: object) -> None:
    assert callable(put)
    account = {
        "email": "morgan.f@example.com",
        "username": "morganfp",
        "accountId": OWNER_ID,
        "accountDisplayName": "Morgan Fairweather",
        "createdAt": "2012-11-15T13:18:50.000Z",
    }
    put("account", "account.part0", "account", [account])
    description = {"bio": "Walks the dog, burns the toast &amp; sings", "website": "", "location": "Ludlow"}
    pictures = {"avatarMediaUrl": "https://example.com/a.jpg", "headerMediaUrl": "https://example.com/h.jpg"}
    put("profile", "profile.part0", "profile", [{"description": description, **pictures}])
    put("ageinfo", "ageinfo.part0", "ageMeta", [{"ageInfo": {"age": ["37"], "birthDate": "1987-03-14"}}])
    put("phone-number", "device.part0", "device", [{"phoneNumber": "+447700900318"}])
    change = {"changedAt": "2015-01-01T00:00:00.000Z", "changedFrom": "morgan_f", "changedTo": "morganfp"}
    put("screen-name-change", "s.part0", "screenNameChange", [{"accountId": OWNER_ID, "screenNameChange": change}])
    audits = [{"createdAt": "2024-05-01T10:00:00.000Z", "loginIp": f"192.0.2.{n}"} for n in range(3)]
    put("ip-audit", "ip_audit.part0", "ipAudit", audits)
    put(
        "device-token",
        "d.part0",
        "deviceToken",
        [{"clientApplicationName": "X for Android", "createdAt": "2024-05-01"}],
    )
    put(
        "protected-history",
        "p.part0",
        "protectedHistory",
        [{"protectedAt": "2020-01-01T00:00:00.000Z", "action": "Unprotect"}],
    )
    contacts = [
        {"id": "1", "emails": ["sam@example.com"], "phoneNumbers": []},
        {"id": "2", "phoneNumbers": ["+447700900001"]},
    ]
    put("contact", "contact.part0", "contact", contacts)
    app = {"name": "Photo Frames", "approvedAt": "2019-03-01T10:00:00.000Z", "permissions": ["read"]}
    put("connected-application", "c.part0", "connectedApplication", [app])
    put("lists-member", "l.part0", "userListInfo", [{"url": "https://twitter.com/someone/lists/dog-walkers"}])
    put("lists-created", "l.part0", "userListInfo", [{"url": "https://twitter.com/morganfp/lists/bakers"}])


def _tweets() -> list[Mapping[str, object]]:
    def tweet(number: int, text: str, **more: object) -> Mapping[str, object]:
        return {
            "id_str": str(number),
            "full_text": text,
            "created_at": f"Wed Mar {number % 27 + 1:02} 10:00:00 +0000 2023",
            **more,
        }

    plain = [tweet(n, f"Post number {n} &amp; more") for n in range(TWEETS - 3)]
    media = [
        {"id_str": str(n), "type": "photo", "media_url_https": f"https://example.com/{n}.jpg"} for n in ("one", "two")
    ]
    picture = tweet(90, "Look at this", extended_entities={"media": media})
    place = tweet(91, "Here we are", geo={"coordinates": ["52.36", "-2.71"]}, place={"full_name": "Ludlow, England"})
    long = tweet(92, LONG[:270] + "… https://t.co/x")
    friend = {"user_mentions": [{"name": "Sam Tolley", "screen_name": "samt", "id_str": FRIEND_ID}]}
    replies = [
        tweet(100 + n, f"@samt well {n}", in_reply_to_screen_name="samt", entities=friend) for n in range(REPLIES)
    ]
    reposts = [tweet(200 + n, f"RT @samt: something {n}") for n in range(REPOSTS)]
    return [*plain, picture, place, long, *replies, *reposts]


def _messages(files: dict[str, bytes], put: object, top: str) -> None:
    assert callable(put)
    said = [
        {
            "messageCreate": {
                "id": str(n),
                "senderId": (OWNER_ID, FRIEND_ID)[n % 2],
                "text": f"message {n}",
                "createdAt": f"2024-01-0{n + 1}T10:00:00.000Z",
            }
        }
        for n in range(MESSAGES - 2)
    ]
    put(
        "direct-messages",
        "d.part0",
        "dmConversation",
        [{"conversationId": f"{OWNER_ID}-{FRIEND_ID}", "messages": said}],
    )
    group: list[object] = [
        {"conversationNameUpdate": {"name": "Sunday walkers", "createdAt": "2024-01-01T10:00:00.000Z"}},
        {
            "messageCreate": {
                "id": "8",
                "senderId": FRIEND_ID,
                "text": "who is in",
                "createdAt": "2024-01-01T11:00:00.000Z",
            }
        },
        {
            "messageCreate": {
                "id": "9",
                "senderId": OWNER_ID,
                "text": "",
                "mediaUrls": ["x"],
                "createdAt": "2024-01-01T12:00:00.000Z",
            }
        },
        {"joinConversation": {"initiatingUserId": FRIEND_ID, "createdAt": "2024-01-01T09:00:00.000Z"}},
    ]
    put("direct-messages-group", "d.part0", "dmConversation", [{"conversationId": "g1", "messages": group}])


def _manifest() -> bytes:
    manifest = {
        "userInfo": {"accountId": OWNER_ID, "userName": "morganfp", "displayName": "Morgan Fairweather"},
        "archiveInfo": {"sizeBytes": "1000", "generationDate": "2026-02-01T10:00:00.000Z", "isPartialArchive": False},
    }
    return f"window.__THAR_CONFIG = {json.dumps(manifest)}".encode()
