"""The answers by which banks and websites know somebody again: birthplace, maiden names, schools, club, secrets."""

from collections.abc import Iterator

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight
from privacy_audit.findings import Concern, Confidence, Evidence, Subject
from privacy_audit.model import (
    Audience,
    FieldKind,
    Passage,
    PassageKind,
    ProfileField,
    Record,
    Relative,
    Schooling,
    Voice,
)
from privacy_audit.own_matches import any_of, confirmed
from privacy_audit.phrasing import Phrasebook
from privacy_audit.words import Words

_CLAUSES = ("essex-police-c3011:3.4c",)
_BOOK = Phrasebook("security_answers")


def _theme(id_: str, title: str, why: str, remedy: str, weight: Weight = Weight.MODERATE) -> Theme:
    return Theme(id_, title, why, weight, remedy)


_THEMES = (
    _theme(
        "secret",
        "A password, PIN or secret answer stands in your words",
        "It opens the account for anybody who reads it; change it first, then take the words down.",
        "account-security",
        Weight.SERIOUS,
    ),
    _theme(
        "mothers-maiden-name",
        "A maiden name can be read",
        "A mother's maiden name is the question that banks have asked the longest.",
        "old-posts",
    ),
    _theme(
        "birthplace",
        "Your place of birth can be read",
        "Banks ask for the place of birth, and with name and date it finds the birth record.",
        "old-posts",
    ),
    _theme(
        "school",
        "Your early schools or teachers can be read",
        "First school and favourite teacher are common security questions.",
        "schools-and-places",
    ),
    _theme(
        "first-pet",
        "Your first pet can be read",
        "The first pet's name is a common security question and a common password.",
        "old-posts",
    ),
    _theme("first-car", "Your first car can be read", "The first car is a common security question.", "old-posts"),
    _theme("first-job", "Your first job can be read", "The first employer is a common security question.", "old-posts"),
    _theme(
        "first-gig",
        "Your first concert, record or film can be read",
        "First concerts and records are common security questions.",
        "old-posts",
    ),
    _theme(
        "team",
        "The club that you support can be read",
        "The favourite team is a security question, and one that tells who would argue with you.",
        "team-and-interests",
    ),
    _theme(
        "street",
        "The street where you grew up can be read",
        "The street of the childhood is a common security question.",
        "old-posts",
    ),
    _theme(
        "partner",
        "Where and when you met or married can be read",
        "Where a couple met, the wedding day and the honeymoon are common security questions.",
        "old-posts",
    ),
    _theme(
        "favourite",
        "A favourite that banks ask for can be read",
        "Some banks let you choose it as a question.",
        "old-posts",
    ),
    _theme(
        "profile-family",
        "Your profile names relatives whose names banks ask for",
        "A mother or an uncle by name often gives the maiden name away.",
        "name-and-family",
    ),
    _theme(
        "profile-school",
        "Your profile lists your schools",
        "The first school is a common security question, and the years give your age.",
        "schools-and-places",
        Weight.SLIGHT,
    ),
    _theme(
        "profile-home-town",
        "Your profile shows your home town",
        "The home town is usually the place of birth, which banks ask for.",
        "schools-and-places",
    ),
    _theme(
        "profile-former-name",
        "Your profile shows a former name",
        "A former name is often the maiden name that a daughter's or son's bank asks for.",
        "name-and-family",
    ),
)


def _judge(passage: Passage, context: Context) -> Iterator[Sighting]:
    """The phrases; surer where they name a person or the home town that the user told us."""
    own = any_of((*context.facts.family_names, context.facts.home_town))
    return confirmed(_BOOK.judge(passage, context), passage, own, "It names a place or person that you told us.")


_WORDS = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION})
_NAMES = frozenset(
    {
        PassageKind.BIO,
        PassageKind.HANDLE,
        PassageKind.GROUP_NAME,
        PassageKind.CONTACT_NAME,
        PassageKind.PAGE_NAME,
    }
)
_OTHERS_WORDS = frozenset({PassageKind.POST, PassageKind.MESSAGE})
_OTHERS = frozenset({Voice.OTHER})
_RULES = (
    Rule("security-answers.own-words", _BOOK.gate(_WORDS), _judge, _WORDS),
    Rule("security-answers.names", _BOOK.gate(_NAMES), _judge, _NAMES),
    Rule("security-answers.others", _BOOK.gate(_OTHERS_WORDS, _OTHERS), _judge, _OTHERS_WORDS, _OTHERS),
)

_THEME_OF_FIELD = {
    FieldKind.HOME_TOWN: ("profile-home-town", "The profile itself names the home town."),
    FieldKind.FORMER_NAME: ("profile-former-name", "The profile itself holds a former name."),
}

# Relatives who tell no maiden name; that they are named at all is a matter of home and family.
_SAME_NAME = frozenset(
    (
        "married",
        "engaged",
        "husband",
        "wife",
        "partner",
        "spouse",
        "boyfriend",
        "girlfriend",
        "fiancé",
        "fiancée",
        "father",
        "dad",
        "stepfather",
        "brother",
        "sister",
        "stepbrother",
        "stepsister",
        "son",
        "daughter",
        "stepson",
        "stepdaughter",
        "child",
        "grandson",
        "granddaughter",
        "in a relationship",
        "in a civil partnership",
        "civil partner",
        "in a domestic partnership",
    )
)


def _on_record(record: Record, _context: Context) -> Iterator[Sighting]:
    if record.audience is Audience.ONLY_ME:
        return
    if isinstance(record, Schooling) and record.school:
        yield _sure(record, "profile-school", record.school, "The profile itself lists a school.")
    elif isinstance(record, Relative) and record.name and record.relation.casefold() not in _SAME_NAME:
        words = f"{record.name} ({record.relation})" if record.relation else record.name
        yield _sure(record, "profile-family", words, "The profile itself names a relative.", Subject.FAMILY)
    elif isinstance(record, ProfileField) and record.kind in _THEME_OF_FIELD and record.value:
        theme, reason = _THEME_OF_FIELD[record.kind]
        yield _sure(record, theme, record.value, reason)


def _sure(record: Record, theme: str, words: str, reason: str, subject: Subject = Subject.ME) -> Sighting:
    evidence = (Evidence(record.source, Words(words), place="Profile"),)
    return Sighting(theme, Confidence.SURE, evidence, reason, subject, record.audience)


CHECK = Check(
    id="security-answers",
    title="Answers to security questions",
    clauses=_CLAUSES,
    touches=(Concern.INFORMATION_SECURITY, Concern.STAFF_SAFETY),
    themes=_THEMES,
    rules=_RULES,
    record_types=(Schooling, Relative, ProfileField),
    on_record=_on_record,
)
