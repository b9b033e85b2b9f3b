"""Makes Instagram exports of an invented person, of every generation, with known counts."""

import json
from typing import Any

from tests.builders.variants import Files

HANDLE, NAME, FRIEND = "morgan.fw", "Morgan Fäirweather", "sam_tolley"
EMAIL, PHONE = "morgan.f@example.com", "+447700900318"
FOLLOWERS, FOLLOWING, POSTS, COMMENTS, LIKES, MESSAGES = 5, 4, 3, 4, 3, 6
DAY = 1_700_000_000

COUNTS = {
    "posts": POSTS + 1 + 1,  # a reel, a thread
    "comments": COMMENTS + 1,  # an answer under a story
    "likes": LIKES + 2,  # a comment, a poll
    "messages": MESSAGES,
    "connections": FOLLOWERS + FOLLOWING + 1 + 1 + 1 + 2 + 1,  # blocked, asked, asked by, contacts, on Threads
    "photos": POSTS + 1 + 1 + 1 + 1 + 1,  # a second in a post, reel, story, profile, in a message
    "groups": 1,
    "places": 2,
    "logins": 5,
    "apps": 2,
}
FRENCH = {
    "Email": "Adresse e-mail", "Phone Number": "Numéro de téléphone", "Username": "Nom d'utilisateur", "Name": "Nom",
    "Bio": "Biographie", "Date of birth": "Date de naissance", "Private Account": "Compte privé", "Comment":
    "Commentaire", "Media Owner": "Propriétaire du média", "Time": "Heure", "City Name": "Nom de la ville",
    "IP Address": "Adresse IP", "User Agent": "Agent utilisateur", "First Name": "Prénom", "Last Name":
    "Nom de famille", "Contact Information": "Coordonnées", "Previous Value": "Valeur précédente", "New Value":
    "Nouvelle valeur", "Changed": "Modifié", "Imprecise Latitude": "Latitude imprécise", "Imprecise Longitude":
    "Longitude imprécise", "Profile Photo": "Photo de profil", "Website": "Site web", "Gender": "Genre",
}  # fmt: skip
UNKNOWN_WORDS = {label: f"Zx{number}" for number, label in enumerate(FRENCH)}
"""A language that nobody has listed."""


def damaged(text: str) -> str:
    """As Meta writes letters: each byte of UTF-8 as a letter of its own."""
    return text.encode().decode("latin-1")


def as_json(value: object) -> bytes:
    def damage(one: object) -> object:
        if isinstance(one, str):
            return damaged(one)
        if isinstance(one, dict):
            return {damaged(key): damage(inner) for key, inner in one.items()}
        return [damage(inner) for inner in one] if isinstance(one, list) else one

    return json.dumps(damage(value)).encode()


class Export:
    """One generation in the making: "2025" (generic labels), "2024", "2022" or "2020"."""

    def __init__(self, generation: str = "2024", *, words: dict[str, str] | None = None) -> None:
        self.generation = generation
        self.words = words or {}
        self.files: dict[str, bytes] = {}

    def put(self, path: str, records: list[dict[str, Any]], root: str = "") -> None:
        self.files[path] = as_json({root: records} if root else records)

    def record(self, title: str = "", when: int = 0, **values: object) -> dict[str, Any]:
        """Labelled values; those that are times are numbers."""
        labelled = {key.replace("_", " "): value for key, value in values.items()}
        if self.generation == "2025":
            pairs = [
                {"label": label, "timestamp_value": value}
                if isinstance(value, int)
                else {"label": label, "value": value}
                for label, value in labelled.items()
            ]
            return {"timestamp": when, "media": [], "title": title, "fbid": "1", "label_values": pairs}
        return mapped(title, {self.words.get(label, label): value for label, value in labelled.items()})

    def person(self, name: str, when: int) -> dict[str, Any]:
        """An entry of a list of people."""
        href = f"https://www.instagram.com/{name}"
        if self.generation == "2025":
            labels = [{"label": "URL", "value": href, "href": href}, {"label": "Name", "value": ""}]
            return {"timestamp": when, "media": [], "label_values": [*labels, {"label": "Username", "value": name}]}
        return {"title": "", "media_list_data": [], "string_list_data": [said(href, name, when)]}

    def path(self, newer: str, older: str) -> str:
        """Where a file stands: "newer" since 2024."""
        return newer if self.generation in {"2024", "2025"} else older


def said(href: str, value: str, when: int) -> dict[str, Any]:
    return {"href": href, "value": value, "timestamp": when}


def mapped(title: str, values: dict[str, object]) -> dict[str, Any]:
    data = {
        label: {"href": "", "value": "", "timestamp": value} if isinstance(value, int) else said("", str(value), 0)
        for label, value in values.items()
    }
    return {"title": title, "media_map_data": {}, "string_map_data": data}


def picture(uri: str, caption: str = "", when: int = DAY, **exif: object) -> dict[str, Any]:
    kind = "video_metadata" if uri.endswith(".mp4") else "photo_metadata"
    about = {"camera_metadata": {"has_camera_metadata": False}, kind: {"exif_data": [{"device_id": "x"}, exif]}}
    return {"uri": uri, "creation_timestamp": when, "media_metadata": about, "title": caption}


def archive(
    generation: str = "2024", *, words: dict[str, str] | None = None, private: str = "True"
) -> dict[str, bytes]:
    """An export of 2020, 2022, 2024 or 2025."""
    made = Export(generation, words=words)
    _about(made, private)
    _shown(made)
    _said(made)
    _people(made)
    _traces(made)
    _messages(made)
    _beside(made)
    return made.files


def _about(made: Export, private: str) -> None:
    top = made.path("personal_information/personal_information/", "personal_information/")
    top = "account_information/" if made.generation == "2020" else top
    older = Export("2024", words=made.words)  # the profile keeps its shape in 2025
    profile = older.record(
        "User Information",
        **{
            "Email": EMAIL, "Phone Number": PHONE, "Phone Confirmed": "True", "Username": HANDLE, "Name": NAME,
            "Bio": "Runs up hills, naps down them", "Gender": "female", "Date of birth": "1987-03-14", "Website": "",
            "Private Account": private,
        },
    )  # fmt: skip
    profile["media_map_data"] = {made.words.get("Profile Photo", "Profile Photo"): picture("media/other/me.jpg")}
    made.files[f"{top}personal_information.json"] = as_json({"profile_user": [profile]})
    change = made.record(
        when=DAY, Changed="Name", Previous_Value="Morgan Tolley", New_Value=NAME, **{"Change Date": DAY}
    )
    made.put(f"{top}profile_changes.json", [change], "profile_profile_change")
    about = made.path("personal_information/information_about_you/", "information_about_you/")
    name = made.path("profile_based_in", "account_based_in")
    made.put(f"{about}{name}.json", [made.record(City_Name="Ludlow")], "inferred_data_primary_location")


def _shown(made: Export) -> None:
    folder = made.path("your_instagram_activity/media/", "content/")
    point = {"latitude": 52.3681, "longitude": -2.7171, "date_time_original": "2023:11:14 22:10:00"}
    posts = [
        {"media": [picture("media/posts/202311/one.jpg", "Première sortie, café after", **point)]},
        {
            "title": "Two from the hill",
            "creation_timestamp": DAY + 1,
            "media": [picture("media/posts/202311/two.jpg"), picture("media/posts/202311/three.mp4", "The top")],
        },
        {"media": [picture("media/posts/202311/four.jpg")]},
    ]
    made.put(f"{folder}posts_1.json", posts)
    reel = {"media": [picture("media/reels/202311/five.mp4", "A reel of the dog")]}
    made.put(f"{folder}reels.json", [reel], "ig_reels_media")
    made.put(f"{folder}stories.json", [picture("media/stories/202311/six.jpg", "Night shift over")], "ig_stories")
    for name in ("one.jpg", "two.jpg", "three.mp4"):
        made.files[f"media/posts/202311/{name}"] = b"\xff\xd8\xff"


def _said(made: Export) -> None:
    top = made.path("your_instagram_activity/", "")
    comments = [
        made.record(when=DAY, Comment=f"Comment number {number} ✓", Media_Owner=FRIEND, Time=DAY)
        for number in range(COMMENTS)
    ]
    if made.generation == "2020":
        old = [{"title": FRIEND, "string_list_data": [said("", f"Comment number {n} ✓", DAY)]} for n in range(COMMENTS)]
        made.put("comments/post_comments.json", old, "comments_media_comments")
    else:
        made.put(f"{top}comments/post_comments_1.json", comments)
    likes = [_like(made, number) for number in range(LIKES)]
    root = "" if made.generation == "2025" else "likes_media_likes"
    made.put(f"{top}likes/liked_posts.json", likes, root)
    made.put(f"{top}likes/liked_comments.json", [_liked(9)], "likes_comment_likes")
    folder = made.path("your_instagram_activity/story_interactions/", "story_sticker_interactions/")
    one = {"title": FRIEND, "string_list_data": [said("", "Yes", DAY)]}
    made.put(f"{folder}polls.json", [one], "story_activities_polls")
    asked = {"title": FRIEND, "string_list_data": [said("", "I would rather walk", DAY)]}
    made.put(f"{folder}questions.json", [asked], "story_activities_questions")


def _liked(number: int) -> dict[str, Any]:
    return {"title": FRIEND, "string_list_data": [said(f"https://www.instagram.com/p/{number}/", "👍", DAY)]}


def _like(made: Export, number: int) -> dict[str, Any]:
    if made.generation != "2025":
        return _liked(number)
    owner = [{"label": "URL", "value": ""}, {"label": "Name", "value": "Sam T"}, {"label": "Username", "value": FRIEND}]
    address = f"https://www.instagram.com/p/{number}/"
    labels = [
        {"label": "URL", "value": address, "href": address},
        {"label": "Caption", "value": f"A picture {number}"},
        {"title": "Owner", "dict": [{"title": "", "dict": owner}]},
    ]
    return {"timestamp": DAY, "media": [], "fbid": str(number), "label_values": labels}


def _people(made: Export) -> None:
    top = made.path("connections/followers_and_following/", "followers_and_following/")
    followers = [made.person(f"follower{number}", DAY + number) for number in range(FOLLOWERS)]
    if made.generation == "2020":
        made.put(f"{top}followers.json", followers, "relationships_followers")
    else:
        made.put(f"{top}followers_1.json", followers[:3])
        made.put(f"{top}followers_2.json", followers[3:])
    address = "https://www.instagram.com/_u/followed{}"
    following = [
        {"title": f"followed{n}", "string_list_data": [{"href": address.format(n), "timestamp": DAY}]}
        for n in range(FOLLOWING)
    ]
    made.put(f"{top}following.json", following, "relationships_following")
    blocked = made.path("blocked_profiles", "blocked_accounts")
    made.put(f"{top}{blocked}.json", [made.person("rude.one", DAY)], "relationships_blocked_users")
    made.put(f"{top}pending_follow_requests.json", [made.person("asked", DAY)], "relationships_follow_requests_sent")
    name = "follow_requests_you've_received"
    made.put(f"{top}{name}.json", [made.person("asking", DAY)], "relationships_follow_requests_received")
    made.put(f"{top}close_friends.json", [made.person(FRIEND, DAY)], "relationships_close_friends")
    made.put(f"{top}hide_story_from.json", [made.person("my.boss", DAY)], "relationships_hide_stories_from")
    made.put(f"{top}following_hashtags.json", [made.person("fellrunning", DAY)], "relationships_following_hashtags")
    folder = made.path("connections/contacts/", "contacts/")
    book = [
        made.record(First_Name="Alys", Last_Name="Pugh", Contact_Information="01632 960441"),
        made.record(First_Name="Bob", Last_Name="", Contact_Information="bob@example.org"),
    ]
    made.put(f"{folder}synced_contacts.json", book, "contacts_contact_info")


def _traces(made: Export) -> None:
    name = made.path("login_and_profile_creation", "login_and_account_creation")
    top = f"security_and_login_information/{name}/" if made.generation != "2020" else "login_and_account_creation/"
    agent = "Instagram 390.0.0 Android (35/15; Pixel 7; en_GB)"

    def trace(**more: object) -> dict[str, Any]:
        return made.record(
            "2023-11-14T22:13:20+00:00", when=DAY, IP_Address="192.0.2.44", User_Agent=agent, Time=DAY, **more
        )

    made.put(f"{top}login_activity.json", [trace(), trace()], "account_history_login_history")
    made.put(f"{top}logout_activity.json", [trace()], "account_history_logout_history")
    began = made.record(
        when=DAY, Username="morgan_t", IP_Address="192.0.2.1", Email="old@example.com", Time=DAY, Device=""
    )
    details = made.path("signup_details", "signup_information")
    made.put(f"{top}{details}.json", [began], "account_history_registration_info")
    opened = [{"title": "Public", "string_map_data": {"Time": said("", "", DAY)}}]
    changes = made.path("profile_privacy_changes", "account_privacy_changes")
    made.put(f"{top}{changes}.json", opened, "account_history_account_privacy_history")
    seen = made.record(when=DAY, Imprecise_Latitude="52.37", Imprecise_Longitude="-2.72", Time=DAY)
    made.put(f"{top}last_known_location.json", [seen], "account_history_imprecise_last_known_location")
    devices = made.path("personal_information/device_information/", "device_information/")
    made.put(f"{devices}devices.json", [made.record(when=DAY, User_Agent=agent, Last_Login=DAY)], "devices_devices")
    apps = "apps_and_websites_off_of_instagram/apps_and_websites/"
    used = {
        "title": "Trail Diary",
        "string_map_data": {"Added on": said("", "", DAY), "App user ID": said("", "12", 0)},
    }
    made.put(f"{apps}active_apps.json", [used], "apps_and_websites_active_apps")
    off = {"title": "shop.example.com", "string_list_data": []}
    made.put(f"{apps}your_activity_off_meta_technologies.json", [off], "apps_and_websites_off_meta_activity")
    allowed = made.path("preferences/media_settings/", "comments_settings/")
    made.put(
        f"{allowed}comments_allowed_from.json",
        [made.record(Comments_Allowed_From="Everyone")],
        "settings_allow_comments_from",
    )


def _messages(made: Export) -> None:
    top = made.path("your_instagram_activity/messages/inbox/", "messages/inbox/")
    names = [NAME, "Sam Tolley"]
    for number, path in enumerate((f"{FRIEND}_1234567890", "dee_aBcDeFgHiJ")):
        other = names[1] if number == 0 else "Dee Oakes"
        rows = [
            {
                "sender_name": (NAME, other)[place % 2],
                "timestamp_ms": (DAY + place) * 1000,
                "content": f"Message {place} 🙂",
            }
            for place in range(MESSAGES // 2)
        ]
        if number == 0:
            rows[1] = {
                "sender_name": other,
                "timestamp_ms": (DAY + 1) * 1000,
                "photos": [{"uri": f"messages/inbox/{path}/photos/seven.jpg", "creation_timestamp": DAY}],
            }
        people = [{"name": other}, {"name": NAME}]
        chat = {"participants": people, "messages": rows, "title": other, "is_still_participant": True}
        made.files[f"{top}{path}/message_1.json"] = as_json({**chat, "thread_path": f"inbox/{path}", "magic_words": []})


def _beside(made: Export) -> None:
    """Threads, which comes with every newer export, searches, what is known and left alone, and what is new."""
    top = "your_instagram_activity/threads/"
    if made.generation in {"2024", "2025"}:
        thread = {
            "media": [
                {
                    "uri": "", "creation_timestamp": DAY, "title": "A thread about the allotment",
                    "text_app_post": {"reply_control": "everyone", "is_reply": False},
                }
            ]
        }  # fmt: skip
        made.put(f"{top}threads_and_replies.json", [thread], "text_post_app_text_posts")
        follower = {
            "title": "threader",
            "string_list_data": [{"href": "https://www.threads.net/@threader", "timestamp": DAY}],
        }
        made.put(f"{top}followers.json", [follower], "text_post_app_text_post_app_followers")
        own = mapped("", {"Username": HANDLE, "Private Account": "False"})
        made.put(f"{top}personal_information.json", [own], "text_post_app_text_post_app_profile")
    searched = [{"title": "A NAME SEARCHED FOR", "string_map_data": {"Time": said("", "", DAY)}}]
    made.put("logged_information/recent_searches/account_searches.json", searched, "searches_user")
    made.put("ads_information/ads_and_topics/posts_viewed.json", [mapped("", {"Author": "x"})], "impressions_history")
    made.put("brand_new_folder/brand_new_thing.json", [])


def counts(generation: str) -> dict[str, int]:
    """What comes out of a generation: Threads came in 2023."""
    if generation in {"2024", "2025"}:
        return COUNTS
    return {**COUNTS, "posts": COUNTS["posts"] - 1, "connections": COUNTS["connections"] - 1}


def before_2020() -> Files:
    """The plain files of 2018 and 2019."""
    profile = {
        "username": HANDLE, "name": NAME, "email": EMAIL, "biography": "Runs up hills", "private_account": False,
        "phone_number": PHONE, "gender": "female", "date_joined": "2013-05-01T10:00:00",
    }  # fmt: skip
    when = "2018-10-16T12:00:00"
    shots = [{"caption": f"Old picture {n}", "taken_at": when, "path": f"photos/201810/{n}.jpg"} for n in range(3)]
    shots[0]["location"] = "Ludlow Castle"
    talk = [{"sender": (HANDLE, FRIEND)[n % 2], "created_at": when, "text": f"Old message {n}"} for n in range(4)]
    login = {"ip_address": "192.0.2.44", "timestamp": when, "user_agent": "Instagram 60 Android", "cookie_name": "x"}
    return {
        path: json.dumps(value).encode()
        for path, value in {
            "profile.json": profile,
            "connections.json": {
                "followers": {"a.one": when, "a.two": when}, "following": {"b.one": when},
                "blocked_users": {"rude": when},
                "following_hashtags": {"fellrunning": when}, "dismissed_suggested_users": {"nobody": when},
            },
            "comments.json": {"media_comments": [[when, "An old comment", FRIEND]], "live_comments": []},
            "likes.json": {"media_likes": [[when, FRIEND], [when, FRIEND]], "comment_likes": [[when, FRIEND]]},
            "media.json": {"photos": shots, "stories": [{"caption": "", "taken_at": when, "path": "stories/1.jpg"}]},
            "messages.json": [{"participants": [HANDLE, FRIEND], "conversation": talk}],
            "settings.json": {"allow_comments_from": "Everyone"},
            "contacts.json": [{"first_name": "Alys", "last_name": "Pugh", "contact": "01632 960441"}],
            "account_history.json": {"login_history": [login], "registration_info": {"registration_username": "m_t"}},
            "searches.json": [{"search_click": "A NAME SEARCHED FOR", "time": when}],
            "saved.json": {"saved_media": [[when, FRIEND]]},
        }.items()
    }  # fmt: skip


COUNTS_BEFORE_2020 = {
    "posts": 3, "comments": 1, "likes": 3, "messages": 4, "connections": 5, "photos": 4, "groups": 1, "places": 1,
    "logins": 2,
}  # fmt: skip
