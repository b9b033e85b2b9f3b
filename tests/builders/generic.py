"""Makes downloads of platforms that nobody described to the program: tables, pages, JSON, an address book."""

import json
from collections.abc import Mapping

_BORN = "1987-03-14"


def tables() -> dict[str, bytes]:
    """As of a site for neighbours."""
    texts = {
        "profile.csv": "First name,Last name,E-mail,Phone number,Street address,Date of birth,Employer,Job title\n"
        f"Morgan,Penhallow,morgan.f@example.com,07700 900318,14 Larkfield Close,{_BORN},Example Bakery,Baker\n",
        "posts.csv": 'Created,Subject,Body\n2023-05-01 10:00,Lost cat,"Grey, very\nshy"\n2023-05-02 10:00,Found,Back\n',
        "comments.csv": "Date,Comment text\n2023-05-03 09:00,Thank you all\n",
        "messages.csv": "Sent at,From,To,Message\n2023-05-01 10:00:00 UTC,Morgan Penhallow,Sam T,Hello\n"
        "2023-05-01 10:01:00 UTC,Sam T,Morgan Penhallow,Hi there\n",
        "search_history.csv": "Date,Search term\n2023-05-01,a name\n",
        "connections/neighbours.csv": "Name,Email\nSam T,sam.t@example.com\nAmy,amy@example.com\n",
        "login_history.csv": "Timestamp,IP address,Device\n2023-05-01 10:00,192.0.2.1,Phone\n2023-05-02,192.0.2.1,\n",
        "odd.csv": "q1,q2\n1,2\n",
    }
    return {f"export/{name}": text.encode() for name, text in texts.items()}


TABLE_COUNTS = {
    "profile": 5 + 1 + 1,
    "posts": 2,
    "comments": 1,
    "messages": 2,
    "connections": 2,
    "logins": 2,
}


def one_file() -> dict[str, bytes]:
    """Everything in one JSON file, as of a dating site."""
    value: Mapping[str, object] = {
        "user": {
            "display_name": "Mo",
            "email": "morgan.f@example.com",
            "birthDate": _BORN,
            "user_id": "8f1e",
            "position": {"lat": 52.368, "lon": -2.718},
            "job": {"title": "Baker", "company": "Example Bakery"},
            "aboutMe": "Dog, toast, hills",
        },
        "conversations": [
            {
                "conversation_id": "7",
                "messages": [
                    {"sender": "Mo", "body": "Hello", "sent_at": 1682935200},
                    {"sender": "Sam", "body": "", "sent_at": 1682935260},
                    {"sender": "Sam", "body": "Hi", "sent_at": "2023-05-01T10:02:00Z"},
                ],
            }
        ],
        "visits": {"a": {"lat": 1.5, "lng": 2.5}, "b": {"lat": 3.5, "lng": 4.5}, "c": {"lat": 5.5, "lng": 6.5}},
        "connected_apps": [{"name": "A game", "created_at": "2023-05-01"}],
        "photos": [{"filename": "one.jpg", "caption": "Up the hill"}],
    }
    return {"data.json": json.dumps(value).encode(), "photos/one.jpg": b"\xff\xd8"}


FILE_COUNTS = {"profile": 4 + 1 + 1, "messages": 3, "places": 1 + 3, "apps": 1, "photos": 1}


def pages() -> dict[str, bytes]:
    """As of a site for second-hand things: tables under headings, talks as lines."""
    profile = (
        "<h2>Account</h2><table><tr><td>Username</td><td>morganfp</td></tr>"
        "<tr><td>E-mail</td><td>morgan.f@example.com</td></tr><tr><td>City</td><td>Ludlow</td></tr></table>"
        "<h2>Delivery addresses</h2><table><tr><th>Name</th><th>Street</th><th>Postcode</th></tr>"
        "<tr><td>Morgan Penhallow</td><td>14 Larkfield Close</td><td>SY8 1AA</td></tr></table>"
    )
    talk = (
        "<div><p>Is the coat still there, and how big is it?</p><p>short</p><p>It is, and it fits a tall man.</p></div>"
    )
    return {
        "index.html": b"<p>Menu</p>",
        "account/index.html": f"<html><body>{profile}</body></html>".encode(),
        "messages/12.html": f"<html><body>{talk}</body></html>".encode(),
        "style.css": b"p {}",
    }


PAGE_COUNTS = {"profile": 3, "places": 1, "messages": 2}


def address_book() -> dict[str, bytes]:
    cards = "".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nORG:{work}\r\nTEL:{tel}\r\nEND:VCARD\r\n"
        for name, work, tel in (("Sam T", "Example Bakery", "07700 900318"), ("", "", ""))
    )
    return {"contacts.vcf": cards.encode()}
