"""The owner's own telephone numbers, e-mail addresses, postal address and account names, where others may see them."""

from collections.abc import Iterator

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight
from privacy_audit.findings import Concern, Confidence, Evidence
from privacy_audit.model import Audience, FieldKind, PassageKind, ProfileField, Record, Voice
from privacy_audit.phrasing import Phrasebook
from privacy_audit.words import Words

_CLAUSES = ("essex-police-c3011:3.4d",)
_BOOK = Phrasebook("contact_details")

# An address at work says who the employer is; the check of that name speaks of it.
_WORK_DOMAINS = (
    ".police.uk",
    ".gov.uk",
    ".nhs.uk",
    ".nhs.net",
    ".mod.gov.uk",
    ".gov.wales",
    ".gov.scot",
    ".polfed.org",
)

_THEMES = (
    Theme(
        "profile",
        "Your profile holds ways to reach you",
        "A number or an e-mail address on a profile links your accounts and lets strangers reach you.",
        Weight.MODERATE,
        "contact-info",
    ),
    Theme(
        "number",
        "You have written your telephone number",
        "Whoever has the number can ring you, find your other accounts by it and try to take them over.",
        Weight.MODERATE,
        "old-posts",
    ),
    Theme(
        "email",
        "You have written your e-mail address",
        "An e-mail address is the key to most accounts, and it links what you do in different places.",
        Weight.MODERATE,
        "old-posts",
    ),
    Theme(
        "account-name",
        "You tell under which name you are found elsewhere",
        "One account leads to the next, and the next may be less closed than this one.",
        Weight.MODERATE,
        "old-posts",
    ),
    Theme(
        "place-code",
        "You have written an exact place",
        "Three words of what3words name a spot of three metres, often a front door.",
        Weight.MODERATE,
        "old-posts",
    ),
    Theme(
        "given-out",
        "Other people give out how to reach you",
        "A friend's post or message shows your number or address to people you did not choose.",
        Weight.MODERATE,
        "tags",
    ),
)

_WORDS = frozenset(PassageKind) - {PassageKind.PAGE_NAME}
_OTHERS_WORDS = frozenset({PassageKind.POST, PassageKind.MESSAGE})
_OTHERS = frozenset({Voice.OTHER})
_RULES = (
    Rule("contact-details.own-words", _BOOK.gate(_WORDS), _BOOK.judge, _WORDS),
    Rule("contact-details.given-out", _BOOK.gate(_OTHERS_WORDS, _OTHERS), _BOOK.judge, _OTHERS_WORDS, _OTHERS),
)

_FIELDS = frozenset({FieldKind.PHONE, FieldKind.EMAIL})  # an address is a home: see home-and-family


def _on_record(record: Record, _context: Context) -> Iterator[Sighting]:
    if not isinstance(record, ProfileField) or record.audience is Audience.ONLY_ME:
        return
    if record.kind not in _FIELDS or not record.value:
        return
    if record.kind is FieldKind.EMAIL and record.value.casefold().endswith(_WORK_DOMAINS):
        return
    yield Sighting(
        "profile",
        Confidence.SURE,
        (Evidence(record.source, Words(record.value), place="Profile"),),
        "The profile itself holds it.",
        audience=record.audience,
    )


CHECK = Check(
    id="contact-details",
    title="How to reach you",
    clauses=_CLAUSES,
    touches=(Concern.STAFF_SAFETY, Concern.INFORMATION_SECURITY),
    themes=_THEMES,
    rules=_RULES,
    record_types=(ProfileField,),
    on_record=_on_record,
)
