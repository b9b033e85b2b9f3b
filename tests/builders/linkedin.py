"""Makes LinkedIn archives of an invented person, basic and complete, with known counts."""

import csv
import io
from collections.abc import Mapping, Sequence

OWNER = "Morgan Fairweather"
NOTE = [
    ["Notes:"],
    ["When exporting your connection data, you may notice that some of the email addresses are missing."],
    [],
]
BASIC = {"profile": 15, "connections": 7, "messages": 4, "logins": 2, "groups": 1, "settings": 4}
COMPLETE = {**BASIC, "posts": 3 + 1, "comments": 2, "likes": 3, "photos": 2, "messages": 4}


def table(rows: Sequence[Sequence[str]], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()


def archive(*, complete: bool = True, underscores: bool = False, delimiter: str = ",") -> dict[str, bytes]:
    """`underscores`: the years in which file names had them for blanks; `delimiter`: saved again by Excel."""
    tables = {**_about(), **_circle(), **(_activity() if complete else {})}
    files = {name: table(rows, delimiter) for name, rows in tables.items()}
    files["SearchQueries.csv"] = table([["Time", "Search Query"], ["2024-01-01", "a name"]])
    files["Brand New.csv"] = table([["A", "B"], ["1", "2"]])
    if underscores:
        files = {name.replace(" ", "_"): data for name, data in files.items()}
    return files


def _about() -> Mapping[str, list[list[str]]]:
    return {
        "Profile.csv": [
            [
                *("First Name", "Last Name", "Maiden Name", "Address", "Birth Date", "Headline", "Summary", "Industry"),
                *("Zip Code", "Geo Location", "Twitter Handles", "Websites", "Instant Messengers"),
            ],
            [
                *("Morgan", "Fairweather", "Colclough", "14 Larkfield Close, Ludlow", "Mar 14, 1987"),
                *(
                    "Response officer",
                    "I look after a beat.\nAnd a dog.",
                    "Law Enforcement",
                    "SY8 1AA",
                    "Ludlow, England",
                ),
                *("[morganfp]", "[PERSONAL:https://example.com/m]", ""),
            ],
        ],
        "Positions.csv": [
            ["Company Name", "Title", "Description", "Location", "Started On", "Finished On"],
            ["West Mercia Police", "Constable", "On response", "Ludlow", "Apr 2012", ""],
        ],
        "Education.csv": [
            ["School Name", "Start Date", "End Date", "Notes", "Degree Name", "Activities"],
            ["Larkfield School", "1998", "2005", "", "", ""],
        ],
        "Email Addresses.csv": [
            ["Email Address", "Confirmed", "Primary", "Updated On"],
            ["morgan.f@example.com", "Yes", "Yes", "1/1/24, 9:00 AM"],
        ],
        "PhoneNumbers.csv": [["Extension", "Number", "Type"], ["", "+447700900318", "Mobile"]],
        "Registration.csv": [["Registered At", "Registration Ip"], ["4/2/12, 9:31 AM", "192.0.2.1"]],
        "Logins.csv": [["Login Date", "IP Address", "User Agent"], ["2024-02-01 09:00:00", "192.0.2.2", "Mozilla/5.0"]],
        "Ad_Targeting.csv": [["Company Names", "Company Names", "Member Age"], ["One", "Two", "35-54"]],
        "Inferences_about_you.csv": [
            ["Category", "Type of inference", "Description", "Inference"],
            ["You", "Gender", "How LinkedIn sees it", "Male"],
        ],
    }


def _circle() -> Mapping[str, list[list[str]]]:
    columns = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
    friends = [
        [name, "Tolley", f"https://example.com/in/{name}", "", "A firm", "Clerk", "15 Mar 2019"]
        for name in ("Sam", "Amy", "Ben")
    ]
    invitations = [
        ["From", "To", "Sent At", "Message", "Direction"],
        ["Jo Pargeter", OWNER, "1/2/24, 3:04 PM", "Thanks for coming out to us", "INCOMING"],
        [OWNER, "Kim Lomas", "1/3/24, 3:04 PM", "", "OUTGOING"],
    ]
    message_columns = [
        *("CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS"),
        *("DATE", "SUBJECT", "CONTENT", "FOLDER"),
    ]
    me, sam, amy = ("https://example.com/in/me", "https://example.com/in/sam", "https://example.com/in/amy")
    return {
        "Connections.csv": [*NOTE, columns, *friends],
        "Invitations.csv": invitations,
        "Company Follows.csv": [["Organization", "Followed On"], ["Larkfield Bakery", "Mon Jan 01 00:00:00 UTC 2024"]],
        "Member_Follows.csv": [*NOTE, ["Date", "Status", "FullName"], ["2024-01-01", "Active", "Una Ingle"]],
        "ImportedContacts.csv": [["FirstName", "LastName", "Emails"], ["Nan", "Kettley", "nan@example.com"]],
        "messages.csv": [
            message_columns,
            [
                "c1",
                "",
                "Sam Tolley",
                sam,
                "M. Fairweather",
                me,
                "2024-01-15 14:30:00 UTC",
                "",
                "are you in &amp; about",
                "INBOX",
            ],
            ["c1", "", "M. Fairweather", me, "Sam Tolley", sam, "2024-01-15 14:31:00 UTC", "", "yes", "INBOX"],
            [
                "c2",
                "",
                "M. Fairweather",
                me,
                "Amy Tolley",
                amy,
                "2024-01-16 14:31:00 UTC",
                "Hello",
                "long\ntime",
                "INBOX",
            ],
        ],
    }


def _activity() -> Mapping[str, list[list[str]]]:
    return {
        "Shares.csv": [
            ["Date", "ShareLink", "ShareCommentary", "SharedUrl", "MediaUrl", "Visibility"],
            ["2024-01-01 10:00:00", "https://example.com/1", "First day back", "", "", "MEMBER_NETWORK"],
            ["2024-01-02 10:00:00", "https://example.com/2", "A picture", "", "https://example.com/p.jpg", "PUBLIC"],
            ["2024-01-03 10:00:00", "https://example.com/3", "", "https://example.com/s", "", "ANYONE"],
        ],
        "Comments.csv": [
            ["Date", "Link", "Message"],
            ["2024-01-01 10:00:00", "https://example.com/1", "Well done"],
            ["2024-01-01 11:00:00", "https://example.com/1", "And again"],
        ],
        "Reactions.csv": [
            ["Date", "Type", "Link"],
            ["2024-01-01 10:00:00", "LIKE", "https://example.com/1"],
            ["2024-01-01 11:00:00", "PRAISE", "https://example.com/2"],
        ],
        "Votes.csv": [["Date", "Link", "OptionText"], ["2024-01-01", "https://example.com/4", "Tea"]],
        "Rich Media.csv": [
            ["Date/Time", "Media Description", "Media Link"],
            ["1/1/24", "You uploaded a photo", "https://example.com/p.jpg"],
        ],
        "Recommendations_Received.csv": [
            ["First Name", "Last Name", "Company", "Job Title", "Text", "Creation Date", "Status"],
            ["Una", "Ingle", "A firm", "Clerk", "A calm colleague", "01/01/24, 10:00 AM", "VISIBLE"],
        ],
    }
