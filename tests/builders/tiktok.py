"""Makes TikTok downloads of an invented person: old keys, new keys, texts; with known counts."""

import json
from collections.abc import Mapping

COUNTS = {
    "profile": 5 + 1 + 1,
    "posts": 2,
    "comments": 2,
    "messages": 3,
    "connections": 2 + 1 + 1,
    "photos": 2 + 1,
    "likes": 2 + 1 + 1,
    "places": 1,
    "logins": 1,
    "settings": 3,
    "apps": 1,
}
_PROFILE = {
    "userName": "morganfp",
    "displayName": "Morgan F",
    "bioDescription": "Dog, toast, hills",
    "birthDate": "14-Mar-1987",
    "emailAddress": "morgan.f@example.com",
    "telephoneNumber": "+447700900318",
    "accountRegion": "N/A",
    "profilePhoto": "https://example.com/p.jpg",
}
_SETTINGS = {"Private Account": "Disabled", "Who Can Post Comments": "Friends", "Allow DownLoad": "Off"}
_POSTS = [
    {"Date": "2023-05-01 10:00:00", "Link": "x", "WhoCanView": "Public", "Title": "Up the hill", "Location": "Ludlow"},
    {"Date": "2023-05-02 10:00:00", "Link": "x", "WhoCanView": "Only me", "Title": "N/A"},
]
_CHAT = {
    "Chat History with samt:": [
        {"Date": "2023-05-01 10:00:00", "From": "samt", "Content": "alright"},
        {"Date": "2023-05-01 10:01:00", "From": "morganfp", "Content": "not bad &amp; you"},
    ],
    "Chat History with amy:": [{"Date": "2023-05-01 10:02:00", "From": "amy", "Content": "hello"}],
}
_FANS = [{"Date": "2023-01-01 10:00:00", "UserName": "samt"}, {"Date": "2023-01-02 10:00:00", "UserName": "N/A"}]
_LIKES = [
    {"date": "2023-01-01 10:00:00", "link": "https://example.com/1"},
    {"Date": "2023-01-02 10:00:00", "VideoLink": "y"},
]
_LOGIN = {"Date": "2023-01-01 10:00:00 UTC", "IP": "192.0.2.1", "DeviceModel": "Phone", "DeviceSystem": "Android 13"}


def new_keys() -> dict[str, bytes]:
    one = [{"Date": "2023-01-01 10:00:00", "UserName": "someone"}]
    value: Mapping[str, object] = {
        "Profile And Settings": {
            "Profile Info": {"ProfileMap": _PROFILE},
            "Settings": {"SettingsMap": _SETTINGS},
            "Follower": {"FansList": _FANS},
            "Following": {"Following": one},
            "Block List": {"BlockList": one},
        },
        "Post": {"Posts": {"VideoList": _POSTS}},
        "Comment": {
            "Comments": {
                "CommentsList": [
                    {"date": "2023-01-01 10:00:00", "comment": "ha"},
                    {"date": "2023-01-02 10:00:00", "comment": "ho"},
                ]
            }
        },
        "Direct Message": {"Direct Messages": {"ChatHistory": _CHAT}},
        "Likes and Favorites": {
            "Like List": {"ItemFavoriteList": _LIKES},
            "Favorite Videos": {"FavoriteVideoList": [{"Date": "2023-01-01 10:00:00", "Link": "z"}]},
        },
        "Your Activity": {
            "Watch History": {"VideoList": [{"Date": "2023-01-01 10:00:00", "Link": "w"}]},
            "Searches": {"SearchList": [{"Date": "2023-01-01 10:00:00", "SearchTerm": "a name"}]},
            "Share History": {"ShareHistoryList": [{"Date": "2023-01-01 10:00:00", "Link": "s", "Method": "copy"}]},
            "Login History": {"LoginHistoryList": [_LOGIN]},
            "Off TikTok Activity": {
                "OffTikTokActivityDataList": [{"TimeStamp": "2023-01-01 10:00:00", "Source": "A shop", "Event": "View"}]
            },
            "Brand New": {"NewList": [{"a": "b"}]},
        },
        "TikTok Shopping": {
            "Saved Address Information": {"SavedAddress": [{"Address": "14 Larkfield Close", "City": "Ludlow"}]}
        },
    }
    return {"user_data_tiktok.json": json.dumps(value).encode()}


def old_keys() -> dict[str, bytes]:
    one = [{"Date": "2023-01-01 10:00:00", "UserName": "someone"}]
    value: Mapping[str, object] = {
        "Profile": {"Profile Information": {"ProfileMap": _PROFILE}},
        "App Settings": {"Settings": {"SettingsMap": _SETTINGS}, "Block": {"BlockList": one}},
        "Activity": {
            "Follower List": {"FansList": _FANS},
            "Following List": {"Following": one},
            "Like List": {"ItemFavoriteList": _LIKES},
            "Favorite Videos": {"FavoriteVideoList": [{"Date": "2023-01-01 10:00:00", "Link": "z"}]},
            "Video Browsing History": {"VideoList": [{"Date": "2023-01-01 10:00:00", "Link": "w"}]},
            "Search History": {"SearchList": [{"Date": "2023-01-01 10:00:00", "SearchTerm": "a name"}]},
            "Share History": {"ShareHistoryList": [{"Date": "2023-01-01 10:00:00", "SharedContent": "s"}]},
            "Login History": {"LoginHistoryList": [_LOGIN]},
            "Status": {"Status List": None},
        },
        "Comment": {
            "Comments": {
                "CommentsList": [
                    {"Date": "2023-01-01 10:00:00", "Comment": "ha"},
                    {"Date": "2023-01-02 10:00:00", "Comment": "ho"},
                ]
            }
        },
        "Direct Messages": {"Chat History": {"ChatHistory": _CHAT}},
        "Video": {"Videos": {"VideoList": _POSTS}},
        "Ads and data": {
            "Usage Data": {"OffTikTokActivityDataList": [{"TimeStamp": "2023-01-01 10:00:00", "Source": "A shop"}]}
        },
        "TikTok Shopping": {
            "Saved Address Information": {"SavedAddress": [{"Address": "14 Larkfield Close", "City": "Ludlow"}]}
        },
    }
    return {"user_data.json": json.dumps(value).encode()}


def texts() -> dict[str, bytes]:
    profile = "Username: morganfp\nDisplay Name: Morgan F\nBio Description: Dog\nBirth Date: 14-Mar-1987\n"
    first = "Date: 2023-06-01 09:00:00\n"
    comments = f"{first}Comment: first\n\nDate: 2023-06-02 09:00:00\nComment: two\n\nlines\n"
    files = {
        "Profile/Profile Info.txt": profile,
        "Comment/Comments.txt": comments,
        "Activity/Like List.txt": f"{first}Link: https://example.com/1\n",
        "Activity/Browsing History.txt": f"{first}Link: https://example.com/1\n",
        "Activity/Searches.txt": f"{first}Search Term: a name\n",
    }
    return {f"TikTok/{name}": text.encode() for name, text in files.items()}
