"""Makes Google Takeouts of an invented person, in English and German, and phones' Timelines, with known counts."""

import csv
import io
import json
from collections.abc import Mapping, Sequence

from tests.builders.google_timeline import MIDNIGHT, location_history, made

OWNER, EMAIL, ACCOUNT = "Morgan Fairweather", "morgan.f@example.com", "107854531239789480865"
COUNTS = {
    "profile": 2 + 1 + 1 + 2 + 1 + 2,  # names, birth date, gender; account page; channel; chat
    "comments": 2 + 2 + 1 + 1 + 1 + 1,  # YouTube, live chat, old page, Maps review, album, Play Store
    "posts": 1,
    "likes": 2 + 2,
    "messages": 2 + 2,
    "connections": 3,
    "photos": 3 + 1,
    "groups": 2 + 1,
    # activity; maps: review, saved, labelled; commute; list; records; months; edits; a walk
    "places": 1 + 4 + 2 + 1 + 3 + 6 + 1 + 2,
    "logins": 1 + 2 + 1 + 1,
    "settings": 1 + 1 + 1,
    "apps": 1,
}
GERMAN = (
    ("YouTube and YouTube Music/", "YouTube und YouTube Music/"),
    ("/history/watch-history", "/Verlauf/Wiedergabeverlauf"),
    ("/history/search-history", "/Verlauf/Suchverlauf"),
    ("/subscriptions/subscriptions", "/Abos/Abos"),
    ("/comments/comments", "/Kommentare/Kommentare"),
    ("/live chats/live chats", "/Livechats/Livechats"),
    ("/my-comments/my-comments", "/meine-kommentare/meine-kommentare"),
    ("/channels/channel", "/Kanäle/Kanal"),
    ("/video metadata/videos", "/Video-Metadaten/Videos"),
    ("My Activity/YouTube/My Activity", "Meine Aktivitäten/YouTube/Meine\u00a0Aktivitäten"),
    ("My Activity/Search/My Activity", "Meine Aktivitäten/Google Suche/Meine\u00a0Aktivitäten"),
    ("My Activity/Maps/My Activity", "Meine Aktivitäten/Maps/Meine\u00a0Aktivitäten"),
    ("Google Photos/", "Google Fotos/"),
    ("Profile/Profile", "Profil/Profil"),
    ("Google Account/", "Google-Konto/"),
    ("Contacts/All Contacts/All Contacts", "Google Kontakte/Alle Kontakte/Alle Kontakte"),
    ("Contacts/My Contacts/My Contacts", "Google Kontakte/Meine Kontakte/Meine Kontakte"),
    ("Maps (your places)/Reviews", "Maps (Meine Orte)/Bewertungen"),
    ("Maps (your places)/Saved Places", "Maps (Meine Orte)/Gespeicherte Orte"),
    ("Maps/My labeled places/Labeled places", "Maps/Meine Orte mit Beschriftungen/Orte mit Beschriftungen"),
    ("Maps/Commute routes/Commute routes", "Maps/Routen für Pendelstrecke/Routen für Pendelstrecke"),
    ("Saved/", "Gespeichert/"),
    ("Calendar/", "Kalender/"),
    ("archive_browser.html", "Archiv_Übersicht.html"),
    ("Location History/", "Location History (Timeline)/"),
)
FRENCH = (
    ("YouTube and YouTube Music/", "YouTube et YouTube Music/"),
    ("/history/watch-history", "/historique/watch-history"),
    ("/history/search-history", "/historique/historique des recherches"),
    ("My Activity/YouTube/My Activity", "Mon activité/YouTube/MonActivité"),
    ("My Activity/Search/My Activity", "Mon activité/Recherche/MonActivité"),
    ("My Activity/Maps/My Activity", "Mon activité/Maps/MonActivité"),
    ("Profile/Profile", "Profil/Profil"),
    ("Google Account/", "Compte Google/"),
    ("Contacts/All Contacts/All Contacts", "Contacts/Tous les contacts/Tous les contacts"),
    ("Maps (your places)/Reviews", "Maps (vos adresses)/Avis"),
    ("Maps/My labeled places/Labeled places", "Maps/Mes adresses enregistrées/Adresses enregistrées"),
    ("Saved/", "Enregistré/"),
    ("Calendar/", "Agenda/"),
    ("Location History/", "Historique des positions/"),
)
COLUMNS = {
    "Channel Id": "Kanal-ID", "Channel Url": "Kanal-URL", "Channel Title": "Kanaltitel", "Channel ID": "Kanal-ID",
    "Comment ID": "Kommentar-ID", "Comment Create Timestamp": "Zeitstempel der Erstellung", "Price": "Preis",
    "Parent Comment ID": "ID des übergeordneten Kommentars", "Video ID": "Video-ID", "Comment Text": "Kommentartext",
    "Live Chat ID": "Livechat-ID", "Live Chat Create Timestamp": "Zeitstempel", "Live Chat Text": "Livechat-Text",
    "Channel Title (Original)": "Kanaltitel (Original)", "Channel Visibility": "Kanalsichtbarkeit",
    "Video Title (Original)": "Videotitel (Original)", "Privacy": "Datenschutz", "Title": "Titel", "Note": "Notiz",
    "Video Title (Original) Language": "Sprache des Videotitels", "Video Create Timestamp": "Zeitstempel",
    "Public": "Öffentlich",
}  # fmt: skip
CHANNEL = "UC" + "a1B2" * 5 + "zz"


def table(rows: Sequence[Sequence[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def takeout(language: str = "en") -> dict[str, bytes]:
    files = {**_account(), **_youtube(language), **_activity(), **_photos(), **_maps(), **location_history(), **_talk()}
    for old, new in {"de": GERMAN, "fr": FRENCH}.get(language, ()):
        files = {path.replace(old, new): data for path, data in files.items()}
    return {f"Takeout/{path}": data for path, data in files.items()}


def _account() -> Mapping[str, bytes]:
    card = (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{0}\r\nN:{0};;;;\r\nTEL;TYPE=CELL:{1}\r\nitem1.EMAIL:{2}\r\n"
        "NOTE:met at a very long\r\n  course\\, in Ludlow\r\nEND:VCARD\r\n"
    )
    first = card.format("Sam Tolley", "+44 7700 900318", "sam@example.com")
    second = card.format("Nisha Okafor", "+44 7700 900319", "nisha@example.org")
    third = (
        "BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB=\r\n Marsh\r\n"
        "TEL:01632 960001\r\nEND:VCARD\r\n"
    )
    return {
        "archive_browser.html": b'<html><body><h1 class="data-folder-name" data-english-name="MY_ACTIVITY" '
        b'data-folder-name="My Activity">My Activity</h1></body></html>',
        "Profile/Profile.json": made(
            {
                "name": {"givenName": "Morgan", "familyName": "Fairweather", "formattedName": OWNER},
                "displayName": OWNER,
                "emails": [{"value": EMAIL}],
                "birthday": "1987-03-14",
                "gender": {"type": "female"},
            }
        ),
        "Google Account/morgan.SubscriberInfo.html": (
            f"<html><body><h1>Info</h1><ul><li>Google Account ID: {ACCOUNT}</li><li>e-Mail: {EMAIL}</li>"
            "<li>Recovery SMS: +44 7700 900318 [GB]</li></ul><table><tr><th>Timestamp</th><th>IP Address</th></tr>"
            "<tr><td>2024-03-14 09:30:00 UTC</td><td>203.0.113.7</td><td>Login</td></tr></table></body></html>"
        ).encode(),
        "Access Log Activity/Activities - A list of Google services accessed by.csv": table(
            [
                ["Gaia ID", "Activity Timestamp", "IP Address", "Activity City", "User Agent String", "Product Name"],
                [ACCOUNT, "2024-03-14 09:30:00 UTC", "203.0.113.7", "Ludlow", "App : Maps", "Maps"],
                [ACCOUNT, "2024-03-15 09:30:00 UTC", "203.0.113.8", "Ludlow", "App : Maps", "Maps"],
            ]
        ),
        "Contacts/All Contacts/All Contacts.vcf": (first + second + third).encode(),
        "Contacts/My Contacts/My Contacts.vcf": first.encode(),
        "Calendar/morgan.ics": (
            b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20240314T093000Z\r\nSUMMARY:Choir practice\r\n"
            b"LOCATION:St Laurence\\, Ludlow\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        ),
        "Keep/shopping.json": made(
            {
                "title": "Things",
                "textContent": "buy paint",
                "isTrashed": False,
                "userEditedTimestampUsec": MIDNIGHT * 1_000_000,
            }
        ),
        "Google Play Store/Installs.json": made(
            [{"install": {"doc": {"title": "Run Club", "documentType": "Android Apps"}}}]
        ),
        "Google Play Store/Devices.json": made(
            [{"device": {"mostRecentData": {"manufacturer": "Acme", "modelName": "One"}}}]
        ),
        "Google Play Store/Reviews.json": made(
            [{"review": {"document": {"title": "Run Club"}, "comment": "Works for me", "starRating": 5}}]
        ),
        "Chrome/History.json": made({"Browser History": [{"title": "A page", "url": "https://example.com"}]}),
        "Mail/All mail.mbox": b"From a\n\nhello\n",
        "Brand New/Brand New.json": made({"unheard": {"of": 1}}),
    }


def _youtube(language: str) -> Mapping[str, bytes]:
    def sheet(*rows: Sequence[str]) -> bytes:
        if language == "de":
            return table([[COLUMNS.get(cell, cell) for cell in row] for row in rows])
        return table(rows)

    segments = json.dumps({"takeoutSegments": [{"text": "An old one"}, {"text": " & more"}]})
    top = "YouTube and YouTube Music"
    return {
        f"{top}/history/watch-history.json": made(
            [_watched(0), {**_watched(1), "details": [{"name": "From Google Ads"}]}]
        ),
        f"{top}/history/search-history.json": made(
            [_searched("YouTube", "https://www.youtube.com/results?search_query=a")]
        ),
        f"{top}/subscriptions/subscriptions.csv": sheet(
            ["Channel Id", "Channel Url", "Channel Title"],
            [CHANNEL, f"http://www.youtube.com/channel/{CHANNEL}", "Shropshire Walks"],
            [CHANNEL, f"http://www.youtube.com/channel/{CHANNEL}", "Bread, Slowly"],
        ),
        f"{top}/comments/comments.csv": sheet(
            [
                "Channel ID",
                "Comment Create Timestamp",
                "Price",
                "Comment ID",
                "Parent Comment ID",
                "Video ID",
                "Comment Text",
            ],
            [
                CHANNEL,
                "2024-06-14T09:30:00.5+00:00",
                "0",
                "c1",
                "",
                "dQw4w9WgXcQ",
                '{"text":"Lovely"},{"text":"\n"},{"text":"hill"}',
            ],
            [CHANNEL, "2024-06-15T09:30:00+00:00", "0", "c2", "c1", "dQw4w9WgXcQ", segments],
        ),
        f"{top}/live chats/live chats.csv": sheet(
            ["Live Chat ID", "Channel ID", "Live Chat Create Timestamp", "Price", "Video ID", "Live Chat Text"],
            ["l1", CHANNEL, "2024-06-14T09:30:00+00:00", "0", "dQw4w9WgXcQ", '{"text":"Hello all"}'],
            ["l2", CHANNEL, "2024-06-14T09:31:00+00:00", "0", "dQw4w9WgXcQ", '{"text":"Bye all"}'],
        ),
        f"{top}/my-comments/my-comments.html": (
            b"<html><body><ul><li>Sent at 2020-04-27 23:18:23 UTC while watching "
            b'<a href="http://www.youtube.com/watch?v=dQw4w9WgXcQ">A film</a>.<br/>Good film</li></ul></body></html>'
        ),
        f"{top}/channels/channel.csv": sheet(
            ["Channel ID", "Channel Title (Original)", "Channel Visibility"], [CHANNEL, "MorganWalks", "Public"]
        ),
        f"{top}/video metadata/videos.csv": sheet(
            [
                "Video ID",
                "Video Title (Original)",
                "Video Title (Original) Language",
                "Privacy",
                "Video Create Timestamp",
            ],
            ["dQw4w9WgXcQ", "My first walk", "en", "Public", "2024-06-14T09:30:00+00:00"],
        ),
    }


def _watched(number: int) -> dict[str, object]:
    return {
        "header": "YouTube",
        "title": f"Watched Walk {number}",
        "titleUrl": f"https://www.youtube.com/watch?v={number}",
        "subtitles": [{"name": "Shropshire Walks", "url": "https://www.youtube.com/channel/a"}],
        "time": "2024-03-14T09:30:00.123Z",
    }


def _searched(product: str, url: str) -> dict[str, object]:
    return {"header": product, "title": "Searched for a person", "titleUrl": url, "time": "2024-03-14T09:30:00Z"}


def _activity() -> Mapping[str, bytes]:
    place = {
        "name": "At this general area",
        "url": "https://www.google.com/maps/@?api=1&map_action=map&center=52.36,-2.71&zoom=12",
        "source": "From your places (Home)",
    }
    return {
        "My Activity/YouTube/My Activity.json": made(
            [
                {**_watched(2), "locationInfos": [place]},
                {**_watched(3), "locationInfos": [place]},
                _searched("YouTube", "https://www.youtube.com/results?search_query=a"),
            ]
        ),
        "My Activity/Search/My Activity.json": made([_searched("Search", "https://www.google.com/search?q=a+name")]),
        "My Activity/Maps/My Activity.html": activity_page(
            [("Maps", "Searched for", "https://www.google.com/maps/search/a", "Mar 14, 2024, 9:30:00 AM UTC")]
        ),
        "YouTube and YouTube Music/history/watch-history.html": activity_page(
            [("YouTube", "Watched", "https://www.youtube.com/watch?v=9", "Mar 14, 2024, 9:30:00\u202fAM UTC")]
        ),
    }


def activity_page(acts: Sequence[tuple[str, str, str, str]]) -> bytes:
    cells = (
        f'<div class="outer-cell mdl-cell mdl-cell--12-col mdl-shadow--2dp"><div class="mdl-grid">'
        f'<div class="header-cell mdl-cell"><p class="mdl-typography--title">{product}<br></p></div>'
        f'<div class="content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1">{verb}&nbsp;<a href="{url}">A thing'
        f"</a><br>{time}</div>"
        '<div class="content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1 mdl-typography--text-right"></div>'
        f'<div class="content-cell mdl-typography--caption"><b>Products:</b><br>&emsp;{product}<br></div></div></div>'
        for product, verb, url, time in acts
    )
    page = f'<html><head><style>.mdl-grid {{}}</style></head><body><div class="mdl-grid">{"".join(cells)}</div></body>'
    return page.encode()


def _photos() -> Mapping[str, bytes]:
    def sidecar(title: str, **more: object) -> bytes:
        return made(
            {
                "title": title,
                "description": "",
                "creationTime": {"timestamp": str(MIDNIGHT + 60)},
                "photoTakenTime": {"timestamp": str(MIDNIGHT)},
                "geoData": {"latitude": 0.0, "longitude": 0.0},
                "geoDataExif": {"latitude": 52.36, "longitude": -2.71},
                **more,
            }
        )

    top = "Google Photos/Photos from 2024"
    return {
        f"{top}/IMG_1.jpg": b"\xff\xd8\xff",
        f"{top}/IMG_1.jpg.supplemental-metadata.json": sidecar(
            "IMG_1.jpg", description="The dog & I", people=[{"name": "Lily"}]
        ),
        f"{top}/IMG_1(1).jpg": b"\xff\xd8\xfe",
        f"{top}/IMG_1.jpg(1).json": sidecar("IMG_1.jpg"),
        # the same picture in an album
        "Google Photos/Summer/IMG_1.jpg": b"\xff\xd8\xff",
        "Google Photos/Summer/IMG_1.jpg.supplemental-metadata.json": sidecar(
            "IMG_1.jpg", description="The dog & I", people=[{"name": "Lily"}]
        ),
        f"{top}/Clip.mp4": b"\x00\x00",
        f"{top}/Clip.mp4.suppl.json": sidecar("Clip.mp4"),
        "Google Photos/Summer/metadata.json": made(
            {
                "title": "Summer",
                "description": "By the sea",
                "access": "protected",
                "date": {"timestamp": "1"},
                "sharedAlbumComments": [{"text": "Lovely", "contentOwnerName": "Sam Tolley"}],
            }
        ),
        "Google Photos/print-subscriptions.json": made({}),
    }


def _maps() -> Mapping[str, bytes]:
    def feature(**properties: object) -> dict[str, object]:
        return {"geometry": {"coordinates": [-2.71, 52.36], "type": "Point"}, "properties": properties}

    def collection(*features: object) -> bytes:
        return made({"type": "FeatureCollection", "features": features})

    shop = {"name": "A bakery", "address": "1 High Street, Ludlow"}
    return {
        "Maps (your places)/Reviews.json": collection(
            feature(
                date="2024-03-14T09:30:00Z",
                five_star_rating_published=5,
                review_text_published="Good bread",
                location=shop,
            )
        ),
        "Maps (your places)/Saved Places.json": collection(feature(date="2024-03-14T09:30:00Z", location=shop)),
        "Maps/My labeled places/Labeled places.json": collection(
            feature(name="Home", address="14 Larkfield Close, Ludlow"), feature(name="Work", address="Castle Square")
        ),
        "Maps/Commute routes/Commute routes.json": made(
            {"trips": [{"place_visit": [{"id": "a", "place": {"lat": 52.36, "lng": -2.71}}, {"id": "b"}]}]}
        ),
        "Saved/Want to go.csv": table(
            [["Title", "Note", "URL", "Comment"], ["A pier", "windy", "https://example.com", ""]]
        ),
    }


def _talk() -> Mapping[str, bytes]:
    own = {"name": OWNER, "email": EMAIL, "user_type": "Human"}
    other = {"name": "Sam Tolley", "email": "sam@example.com", "user_type": "Human"}

    def message(creator: object, text: str) -> dict[str, object]:
        return {"creator": creator, "created_date": "Thursday, March 14, 2024 at 9:30:00\u202fAM UTC", "text": text}

    def event(gaia: str, text: str) -> dict[str, object]:
        return {
            "sender_id": {"gaia_id": gaia, "chat_id": gaia},
            "timestamp": str(MIDNIGHT * 1_000_000),
            "chat_message": {"message_content": {"segment": [{"type": "TEXT", "text": text}]}},
            "event_type": "REGULAR_CHAT_MESSAGE",
        }

    conversation = {
        "conversation": {
            "conversation_id": {"id": "h1"},
            "conversation": {
                "id": {"id": "h1"},
                "self_conversation_state": {"self_read_state": {"participant_id": {"gaia_id": "1"}}},
                "participant_data": [
                    {"id": {"gaia_id": "1"}, "fallback_name": OWNER},
                    {"id": {"gaia_id": "2"}, "fallback_name": "Sam Tolley"},
                ],
            },
        },
        "events": [event("1", "Morning"), event("2", "Hello"), {"event_type": "ADD_USER", "sender_id": {}}],
    }
    return {
        "Google Chat/Users/User 1/user_info.json": made({"user": own, "membership_info": []}),
        "Google Chat/Groups/DM a/group_info.json": made({"members": [own, other]}),
        "Google Chat/Groups/DM a/messages.json": made({"messages": [message(own, "Tea?"), message(other, "Yes")]}),
        "Hangouts/Hangouts.json": made({"conversations": [conversation]}),
    }
