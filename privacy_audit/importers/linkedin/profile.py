"""What LinkedIn's tables tell about the member: names, jobs, schools, addresses, sign-ins, what LinkedIn worked out."""

import re
from collections.abc import Iterator

from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.model import (
    Audience,
    BirthDate,
    Employment,
    FieldKind,
    Login,
    Passage,
    PassageKind,
    ProfileField,
    Schooling,
    Setting,
    Voice,
)
from privacy_audit.sheets import Cells

_LISTED = re.compile(r"[\[\],]")


def profile(_visit: Visit, row: Cells) -> Iterator[Found]:
    """One row. Name, headline and area are open to everybody; address and birth date are not."""
    name = " ".join(filter(None, (row.text("First Name"), row.text("Last Name"))))
    if name:
        yield ProfileField(row.source, FieldKind.NAME, name, audience=Audience.EVERYONE)
        yield Passage(name, PassageKind.HANDLE, Voice.OWNER, row.source, audience=Audience.EVERYONE)
    if maiden := row.text("Maiden Name"):
        yield ProfileField(row.source, FieldKind.FORMER_NAME, maiden, "maiden name")
    fields = (
        ("Address", FieldKind.ADDRESS, Audience.UNKNOWN),
        ("Zip Code", FieldKind.ADDRESS, Audience.UNKNOWN),
        ("Geo Location", FieldKind.CURRENT_CITY, Audience.EVERYONE),
        ("Headline", FieldKind.HEADLINE, Audience.EVERYONE),
        ("Industry", FieldKind.OTHER, Audience.EVERYONE),
        ("Summary", FieldKind.BIO, Audience.EVERYONE),
        ("Instant Messengers", FieldKind.OTHER, Audience.UNKNOWN),
    )
    for column, kind, audience in fields:
        if value := row.text(column):
            yield ProfileField(row.source, kind, value, column.lower(), audience=audience)
            if kind in {FieldKind.HEADLINE, FieldKind.BIO}:
                yield Passage(value, PassageKind.BIO, Voice.OWNER, row.source, audience=audience)
    for column, kind in (("Twitter Handles", FieldKind.HANDLE), ("Websites", FieldKind.WEBSITE)):
        for value in filter(None, (piece.strip() for piece in _LISTED.split(row.text(column)))):
            yield ProfileField(row.source, kind, value, column.lower())
    if born := row.date("Birth Date"):
        yield BirthDate(row.source, born)


def position(_visit: Visit, row: Cells) -> Iterator[Found]:
    employer, title = row.text("Company Name", "Organization"), row.text("Title", "Role")
    if not employer and not title:
        return
    start, end = row.date("Started On"), row.date("Finished On")
    yield Employment(
        row.source,
        employer,
        title,
        row.text("Location", "Cause"),
        row.text("Description"),
        start,
        end,
        current=end is None,
        audience=Audience.EVERYONE,
    )
    if words := row.text("Description"):
        yield Passage(words, PassageKind.BIO, Voice.OWNER, row.source, place=employer, audience=Audience.EVERYONE)


def schooling(_visit: Visit, row: Cells) -> Iterator[Found]:
    if school := row.text("School Name"):
        start, end = row.date("Start Date"), row.date("End Date")
        degree = row.text("Degree Name")
        yield Schooling(row.source, school, "", degree, start, end, audience=Audience.EVERYONE)
    if words := " ".join(filter(None, (row.text("Notes"), row.text("Activities")))):
        yield Passage(words, PassageKind.BIO, Voice.OWNER, row.source, audience=Audience.EVERYONE)


def email(_visit: Visit, row: Cells) -> Iterator[Found]:
    if address := row.text("Email Address"):
        yield ProfileField(row.source, FieldKind.EMAIL, address, when=row.moment("Updated On"))


def phone(_visit: Visit, row: Cells) -> Iterator[Found]:
    if number := row.text("Number", "Phone Number"):
        yield ProfileField(row.source, FieldKind.PHONE, number, row.text("Type"))


def skill(_visit: Visit, row: Cells) -> Iterator[Found]:
    """Skills, languages, courses and certificates: what a member was trained in can tell the employer."""
    if name := row.text("Name", "Title"):
        detail = " ".join(filter(None, (row.text("Authority"), row.text("Proficiency"))))
        kind = FieldKind.LANGUAGE if row.text("Proficiency") else FieldKind.INTEREST
        yield ProfileField(row.source, kind, name, detail, audience=Audience.EVERYONE)
        yield Passage(f"{name} {detail}".strip(), PassageKind.BIO, Voice.OWNER, row.source, audience=Audience.EVERYONE)


def recommendation(voice: Voice) -> "_Recommendation":
    return _Recommendation(voice)


class _Recommendation:
    """What colleagues wrote about the member, or the member about them."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice

    def __call__(self, _visit: Visit, row: Cells) -> Iterator[Found]:
        if words := row.text("Text"):
            author = " ".join(filter(None, (row.text("First Name"), row.text("Last Name"))))
            author = author if self._voice is Voice.OTHER else ""
            when = row.moment("Creation Date")
            yield Passage(
                words, PassageKind.POST, self._voice, row.source, author, when=when, audience=Audience.EVERYONE
            )


def registration(_visit: Visit, row: Cells) -> Iterator[Found]:
    yield Login(row.source, "account made", row.moment("Registered At"), row.text("Registration Ip"))


def login(_visit: Visit, row: Cells) -> Iterator[Found]:
    when = row.moment("Login Date", "Challenge Date", "Date")
    ip, device = row.text("IP Address", "Ip Address"), row.text("User Agent")
    if when or ip or device:
        yield Login(row.source, row.text("Login Type", "Challenge Type") or "sign-in", when, ip, device)


def inference(_visit: Visit, row: Cells) -> Iterator[Found]:
    """What LinkedIn worked out by itself; only LinkedIn's advertisers use it."""
    if value := row.text("Inference"):
        yield Setting(row.source, row.text("Type of inference") or "inference", value, audience=Audience.UNKNOWN)


def advertising(_visit: Visit, row: Cells) -> Iterator[Found]:
    """One row whose columns repeat; each name's values stand in several of them."""
    for name in row.places:
        for value in row.all(name):
            yield Setting(row.source, f"advertising: {name}", value)


def application(_visit: Visit, row: Cells) -> Iterator[Found]:
    """A job applied for, or preferences of a job seeker: numbers and a home address stand among them."""
    if number := row.text("Contact Phone Number", "Phone Number"):
        yield ProfileField(row.source, FieldKind.PHONE, number, "given with an application")
    if address := row.text("Contact Email"):
        yield ProfileField(row.source, FieldKind.EMAIL, address, "given with an application")
    if start := row.text("Commute Preference Starting Address"):
        yield ProfileField(row.source, FieldKind.ADDRESS, start, "start of the way to work")
    if wanted := row.text("Company Name", "Job Title", "Job Titles"):
        yield Setting(row.source, "job applied for or wanted", wanted)
