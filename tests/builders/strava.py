"""Makes Strava archives of an invented person, in English and German, with known counts."""

import gzip
import json

from tests.builders.google_takeout import table
from tests.builders.tracks import fit, gpx

OWNER, EMAIL, ATHLETE = "Morgan Fairweather", "morgan.f@example.com", "31800318"
POINTS = [(52.36, -2.71, 1_710_406_800), (52.4, -2.75, 1_710_408_000), (52.37, -2.70, 1_710_410_400)]
COUNTS = {
    "profile": 6,
    "posts": 4 + 1,  # and a note to oneself
    "comments": 1,
    "messages": 2,
    "connections": 2 + 1 + 1,
    "photos": 1 + 1,
    "likes": 1,
    "groups": 1,
    "places": 2 * 3 + 1 + 1 + 2,  # tracks, a hidden area, a route and its way
    "logins": 1,
    "settings": 2 + 1,
    "apps": 1,
}
HEADER = [
    *("Activity ID", "Activity Date", "Activity Name", "Activity Type", "Activity Description", "Elapsed Time"),
    *("Distance", "Max Heart Rate", "Relative Effort", "Commute", "Activity Private Note", "Activity Gear", "Filename"),
    *("Athlete Weight", "Elapsed Time", "Distance", "Media"),
]
GERMAN = [
    *("Aktivitäts-ID", "Aktivitätsdatum", "Name der Aktivität", "Aktivitätsart", "Aktivitätsbeschreibung"),
    *("Verstrichene Zeit", "Distanz", "Max. Herzfrequenz", "Relative Leistung", "Arbeitsweg"),
    *("Private Notiz zur Aktivität", "Ausrüstung", "Dateiname", "Gewicht", "Verstrichene Zeit", "Distanz", "Medien"),
]


def archive(language: str = "en") -> dict[str, bytes]:
    months = [
        "Mar 14, 2024, 9:00:00 AM",
        "Apr 3, 2019, 6:01:02 AM",
        "Apr 4, 2019, 6:01:02 PM",
        "Apr 5, 2019, 7:00:00 PM",
    ]
    if language == "de":
        months = ["14.03.2024, 09:00:00", "03.04.2019, 06:01:02", "04.04.2019, 18:01:02", "05.04.2019, 19:00:00"]
    tracks = ("activities/1.gpx", "activities/2.fit.gz", "#error#", "activities/4.gpx.gz")
    photo = "media/aa-bb.jpg"

    def activity(number: int) -> list[str]:
        note = "sore knee" if number == 0 and language == "en" else ""
        media = photo if number == 0 else ""
        text = f"Round {number}, slowly"
        start = [str(number + 1), months[number], f"Run {number}", "Run", text, "3600", "9.1", "150", "9", "false"]
        return [*start, note, "Shoes", tracks[number], "60", "3600.0", "9100.5", media]

    athlete = [
        "Athlete ID",
        "Email Address",
        "First Name",
        "Last Name",
        "Sex",
        "Description",
        "Weight",
        "City",
        "State",
    ]
    profile = [
        ATHLETE,
        EMAIL,
        "Morgan",
        "Fairweather",
        "F",
        "Runs & rests",
        "60",
        "Ludlow",
        "England",
        "UK",
        "Approved",
    ]
    header = [*athlete, "Country", "Health Consent Status"]
    if language == "de":
        header = [
            "Athleten-ID",
            "E-Mail",
            "Vorname",
            "Nachname",
            "Geschlecht",
            "Beschreibung",
            "Gewicht",
            "Ort",
            "Land",
        ]
        header += ["Staat", "Einwilligung"]
    return {
        "profile.csv": table([header, profile]),
        "activities.csv": table([HEADER if language == "en" else GERMAN, *map(activity, range(4))]),
        "activities/1.gpx": gpx(POINTS),
        "activities/2.fit.gz": gzip.compress(fit(POINTS)),
        "activities/4.gpx.gz": gzip.compress(gpx(POINTS)),
        "activities/5.tcx": b"  <?xml version='1.0'?><TrainingCenterDatabase></TrainingCenterDatabase>",
        photo: b"\xff\xd8\xff",
        **_others(photo),
    }


def _others(photo: str) -> dict[str, bytes]:
    message = {"sender": {"name": OWNER}, "text": "Run on Sunday?", "created_at": "2024-03-14T09:30:00Z"}
    answer = {**message, "sender": {"name": "Sam Tolley"}, "text": "Yes"}
    return {
        "followers.csv": table([["Follower Athlete ID", "Follow Status"], ["1", "Accepted"], ["2", "Accepted"]]),
        "following.csv": table([["Following Athlete ID", "Follow Status"], ["1", "Accepted"]]),
        "contacts.csv": table([["Name", "Email"], ["Sam Tolley", "sam@example.com"]]),
        "comments.csv": table([["Comment Date", "Content"], ["Mar 14, 2024, 9:30:00 AM", "Well run"]]),
        "reactions.csv": table(
            [["Reaction Date", "Parent Type", "Reaction Type"], ["2024-03-14", "Activity", "kudos"]]
        ),
        "clubs.csv": table([["Club Name", "City", "Country"], ["West Mercia Police Runners", "Worcester", "UK"]]),
        "media.csv": table([["Media Filename", "Media Caption"], [photo, "Top of the hill"]]),
        "connected_apps.csv": table([["App Name", "Enabled"], ["A watch", "true"]]),
        "logins.csv": table([["Login DateTime", "IP Address"], ["2024-03-14 09:30:00", "203.0.113.7"]]),
        "visibility_settings.csv": table(
            [["Setting Name", "Setting Value"], ["Activities", "Everyone"], ["Group activities", "Followers"]]
        ),
        "privacy_zones.csv": table([["Address", "Radius"], ["14 Larkfield Close", "200"]]),
        "routes.csv": table([["Route Name", "Filename"], ["To the castle", "routes/1.gpx"]]),
        "routes/1.gpx": gpx(POINTS[:1]),
        "messaging.json": json.dumps([{"id": "a", "name": "Sunday", "messages": [message, answer]}]).encode(),
        "shoes.csv": b"Shoe Name\nOne\n",
        "brand_new.csv": b"A,B\n1,2\n",
    }
