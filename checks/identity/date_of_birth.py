"""The day the owner was born: on the profile, in the owner's own words, in other people's wishes."""

from collections.abc import Iterator

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight
from privacy_audit.findings import Concern, Confidence, Evidence
from privacy_audit.model import Audience, BirthDate, PassageKind, Record, Voice
from privacy_audit.phrasing import Phrasebook
from privacy_audit.words import Words

_CLAUSES = ("essex-police-c3011:3.4c",)
_BOOK = Phrasebook("date_of_birth")

_THEMES = (
    Theme(
        "profile",
        "Your profile shows your date of birth",
        "Banks and websites ask for a date of birth to prove who somebody is.",
        Weight.MODERATE,
        "birthday-audience",
    ),
    Theme(
        "full-date",
        "You have written your full date of birth",
        "A full date of birth is one of the first things that a bank asks for on the phone.",
        Weight.MODERATE,
        "old-posts",
    ),
    Theme(
        "birthday",
        "Your words give away which day your birthday is",
        "With the year, which an age or a school class gives, the day makes a full date of birth.",
        Weight.MODERATE,
        "old-posts",
    ),
    Theme(
        "age-and-day",
        "Your age and the day together give your date of birth",
        "Anybody can work out the full date from an age and the date of the post.",
        Weight.MODERATE,
        "old-posts",
    ),
    Theme(
        "wishes",
        "Other people's wishes show your birthday",
        "The date of a birthday wish is the birthday, and some wishes name the age as well.",
        Weight.MODERATE,
        "birthday-audience",
    ),
)

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
# Gates name single words: a gap such as "you.{0,60}march" keeps the automaton from ever settling.
_WHOLE_MONTH = (
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|\bmay (?:the )?\d|\d(?:st|nd|rd|th)? (?:of )?may\b"
)
_NUMBER = r"(?:\b(?:1[6-9]|[2-9]\d)|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_OWN_GATE = (
    r"bir?th|b'?-?day|brithday|birfday|born|d\.?o\.?b\b|candles|year older|\bbaby\b|balloons|cards and|"
    r"\b\d{1,2}(?:st|nd|rd|th)?(?: of| o)?[ .,-]{0,2}"
    + _MONTH
    + r"|\b"
    + _MONTH
    + r"[a-z]*,? (?:the )?(?:\d|[a-z]+(?:th|st|nd|rd)\b)|"
    r"[a-z](?:th|st|nd|rd) (?:of |o )?"
    + _MONTH
    + r"|\d[/.\- ]\d{1,2}[/.\- ]\d\d|"
    + _NUMBER
    + r".{0,40}\b(?:today|the day|tomorrow|tmrw|yesterday|this|next|on|last|unlocked|begins|in two|midnight|clock|"
    + _MONTH
    + r")|\bturn(?:ed|ing)? .{0,8}"
    + _NUMBER
    + r"|\bbig .{0,6}(?:oh?|0)\b|dirty|\bmy (?:own )?\d\d(?:th|st|nd|rd)|"
    r"(?:old age|last|being|in) of |"
    + _NUMBER
    + r" and |bus pass|railcard|pension|prescription|years? (?:ago|back|since)|this world"
)
_BIO_GATE = r"\d|🎂|born|baby|birth|" + _MONTH
_OTHERS_GATE = (
    r"bir?th|b'?-?day|bathday|hbd|\bhb\b|returns|many more|special|big|🎂|penblwydd|breith|sto lat|janam|mubarak|"
    r"cumple|anniv|urodzin|"
    r"la multi|complean|parab|doğum|bayd|salgir|saalgir|tanti|ødsels|ödels|syntym|sretan|dzim|gimtad|vinnaya|"
    + _NUMBER
    + r"|popped out|you (?:were|arrived|came)|when you|year older|one year closer|key of the door|old enough|"
    r"what day it is|hip hip|"
    r"\bd\.?o\.?b\b|" + _WHOLE_MONTH
)

_WORDS = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION})
_NAMES = frozenset({PassageKind.BIO, PassageKind.HANDLE, PassageKind.CONTACT_NAME, PassageKind.GROUP_NAME})
_RULES = (
    Rule("date-of-birth.own-words", _OWN_GATE, _BOOK.judge, _WORDS),
    Rule("date-of-birth.names", _BIO_GATE, _BOOK.judge, _NAMES),
    Rule(
        "date-of-birth.wishes",
        _OTHERS_GATE,
        _BOOK.judge,
        frozenset({PassageKind.POST, PassageKind.MESSAGE}),
        frozenset({Voice.OTHER}),
    ),
)


def _on_record(record: Record, _context: Context) -> Iterator[Sighting]:
    if not isinstance(record, BirthDate) or record.audience is Audience.ONLY_ME:
        return
    value = record.value
    parts = [f"{part:02}" for part in (value.day, value.month, value.year) if part]
    if not parts:
        return
    whole = value.as_date() is not None
    yield Sighting(
        "profile",
        Confidence.SURE,
        (Evidence(record.source, Words("/".join(parts)), place="Profile"),),
        "The profile itself holds the full date." if whole else "The profile holds part of the date.",
        audience=record.audience,
        key="birth-date",
    )


CHECK = Check(
    id="date-of-birth",
    title="Your date of birth",
    clauses=_CLAUSES,
    touches=(Concern.INFORMATION_SECURITY, Concern.STAFF_SAFETY),
    themes=_THEMES,
    rules=_RULES,
    record_types=(BirthDate,),
    on_record=_on_record,
)
