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

# Loose words that let a text through to the phrases. No gaps: many rules with gaps make too many states.
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|"
    r"dec(?:ember)?)\b"
)
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_AGE = r"(?:\b(?:1[6-9]|[2-9]\d)|" + _TENS + r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)"
_DATES = (
    r"\d(?:st|nd|rd|th)?(?: of| o)?[ .,-]?[ .,-]?"
    + _MONTH
    + r"|\b"
    + _MONTH
    + r",? (?:the )?(?:\d|twenty|thirt|first|second|third|fourth|fifth|sixth|sevent|eight|ninth|tenth|elevent|"
    r"twelfth|fourteen|fifteen|"
    r"sixteen|nineteen)|(?:first|second|third|th|twentieth|thirtieth) (?:of |o )?"
    + _MONTH
    + r"|\d[/.\- ]\d{1,2}[/.\- ]\d\d"
)
_SIGNS = r"\b(?:aries|taurus|gemini|cancer|cancerian|leo|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces)\b"
_OWN_GATE = "|".join(
    (
        r"birthd|b'?-?day|brithday|burthday|birfday|berfday|\bborn\b|\bd\.?o\.?b\b|date of birth|birth ?date|candles|"
        r"year older|"
        r"(?:cards|balloons|wishes) (?:and|&)|(?:year|day|christmas|\d) (?:\w+ )?baby\b|"
        r"\b" + _MONTH + r" (?:\w+ )?baby\b|christmas child",
        _DATES,
        _SIGNS,
        _AGE + r"(?: years (?:old|young))?,? (?:today|the day|tomorrow|tmrw|yesterday|as of|this (?:morning|week)|"
        r"on (?:the|mon|tue|wed|thu|fri|sat|"
        r"sun)|next (?:week|mon|tue|wed|thu|fri|sat|sun)|unlocked|begins|candles|and (?:still|never|counting|"
        r"feeling)|years? (?:ago|back|since)|"
        r"year (?:ago|back))",
        r"\bturn(?:s|ed|ing)? (?:the big )?" + _AGE,
        r"\b(?:i'?ll be|i will be|i'?m|i am|i was|being) (?:the big )?" + _AGE,
        r"\b(?:big|dirty|fabulous|age of) (?:\d|two|three|four|five|six|seven)|" + _TENS + r" (?:ago|years)",
        r"\b(?:my|own|me) (?:own |big |actual )?" + _AGE + r"(?:th|st|nd|rd|tieth|teenth|'s| is| on| do| party|"
        r" tomorrow| today| this| next)",
        r"last (?:day|week|month|night) (?:of|in)|long left|(?:level|chapter) (?:\d|t|f|s)|bus pass|railcard|"
        r"state pension|my pension|"
        r"free prescription|winter fuel|(?:this|the) world",
        r"the sun\b|special day|golden birthday|happy \d\d(?:th|st|nd|rd)|second eighty|sixth, |years old|(?:off|"
        r"closer to) (?:\d|twenty|thirty|forty|"
        r"fifty|sixty)|officially|half a (?:hundred|century|ton)|day me\b|\bfor me\b|" + _AGE + r" (?:done|then)|"
        r"" + _TENS + r"[ -]?(?:one|two|three|four|"
        r"five|six|seven|eight|nine)?\.|\bth(?:an)?x|wishes|of (?:the )?(?:first|second|third|fourth|fifth|sixth|"
        r"seventh|eighth|ninth|tenth)",
        r"(?:same|share) (?:day|it|mine|one) (?:as|with)|\bb\. ?\d|\best\. ?\d",
    )
)
_BIO_GATE = r"\d|🎂|born|baby|birth|" + _MONTH
_OTHERS_GATE = "|".join(
    (
        r"birthd|b'?-?day|brithday|burthday|birfday|bathday|\bhbd\b|\bhb\b|happy (?:belated )?(?:big )?(?:\d|twent|"
        r"thirt|fort|fift|sixt|"
        r"sevent|eight|ninet)|returns|many (?:happy |more )years|special ?day|big ?day|🎂|penblwydd|breithl|"
        r"lá breithe|sto lat|janam ?din|"
        r"janmadin|mubarak|cumple|anniversaire|joyeux anniv|urodzin|la multi ani|compleanno|parab[eé]ns|doğum|"
        r"geburtstag|fødselsdag|"
        r"födelsedag|syntym|sretan ro|maligayang|tanti auguri|salgirah|saalgirah|vinnaya|dzimšanas|gimtadien|"
        r"eid milad",
        _AGE,
        r"\bbig (?:\d|o|two|three|four|five|six|seven|thirty)|\b\d-?[0o]\b|popped out|you (?:were|arrived|came)|"
        r"when you |gave birth|year older|"
        r"the sun\b|same age as|opening cards|open (?:your|the) cards|enjoy your day|tillykke|your (?:twenties|"
        r"thirties|forties|fifties|sixties)|"
        r"your (?:fortieth|fiftieth|thirtieth|sixtieth|eighteenth)|wszystkiego|gefelici|grattis|la mul|bonne anniv|"
        r"one year closer|bus pass|key of the door|old enough|what day it is|hip hip|guess who|\bd\.?o\.?b\b|"
        r"date of birth",
        _DATES,
    )
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
_RULES = (
    Rule("date-of-birth.own-words", _OWN_GATE, _judge, _WORDS),
    Rule("date-of-birth.names", _BIO_GATE, _judge, _NAMES),
    Rule(
        "date-of-birth.wishes",
        _OTHERS_GATE,
        _judge,
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
