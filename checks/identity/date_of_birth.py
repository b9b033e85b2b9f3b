"""The day the owner was born: on the profile, in the owner's own words, in other people's wishes."""

from collections.abc import Iterator

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight, seen
from privacy_audit.findings import Concern, Confidence, Evidence
from privacy_audit.model import Audience, BirthDate, Passage, PassageKind, Record, Voice
from privacy_audit.own_matches import confirmed, date_of, day_of, found
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

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
# Whole dates, any of which may be the one that the user told us.
_DATES = (
    r"\d[/.\-\s]{1,3}\d{1,2}[/.\-\s]{1,3}'?\d\d|"
    + rf"\d(?:st|nd|rd|th)?(?: of)?[\s.,-]*{_MONTH}[,\s]+(?:of )?'?\d\d|"
    + rf"{_MONTH}\s+(?:the )?\d{{1,2}}(?:st|nd|rd|th)?[,\s]+(?:of )?'?\d\d|\d[,\s]+(?:on )?(?:the )?{_MONTH}\s+\d|"
    + rf"\d[,\s]+(?:on )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[\s.,-]*{_MONTH}"
)
_KNOWN = "It matches the date of birth that you told us."


def _judge(passage: Passage, context: Context) -> Iterator[Sighting]:
    """The phrases; and the very date, wherever it stands, when the user told us."""
    born = context.facts.date_of_birth
    if born is None:
        yield from _BOOK.judge(passage, context)
        return
    yield from confirmed(_BOOK.judge(passage, context), passage, day_of(born), _KNOWN)
    span = found(passage, date_of(born))
    if span:
        yield Sighting("full-date", Confidence.SURE, (seen(passage, span),), _KNOWN, audience=passage.audience)


_WORDS = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION})
_NAMES = frozenset({PassageKind.BIO, PassageKind.HANDLE, PassageKind.CONTACT_NAME, PassageKind.GROUP_NAME})
_OTHERS_WORDS = frozenset({PassageKind.POST, PassageKind.MESSAGE})
_OTHERS = frozenset({Voice.OTHER})
_RULES = (
    Rule("date-of-birth.own-words", _BOOK.gate(_WORDS, also=_DATES), _judge, _WORDS),
    Rule("date-of-birth.names", _BOOK.gate(_NAMES, also=_DATES), _judge, _NAMES),
    Rule("date-of-birth.wishes", _BOOK.gate(_OTHERS_WORDS, _OTHERS, _DATES), _judge, _OTHERS_WORDS, _OTHERS),
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
