"""How bad a finding is: one table a person can read, what caps it, and what makes several findings worse together."""

from collections.abc import Iterable
from dataclasses import dataclass

from privacy_audit.checking import Weight
from privacy_audit.findings import Confidence, Severity
from privacy_audit.model import Audience

# Weight of the theme x who can see it. UNKNOWN stands beside EVERYONE: what an export does not tell is never safe.
# Friends only is still a finding (c3011 3.2: treat every post as if it could become public), a step lower.
_TABLE: dict[Weight, dict[Audience, Severity]] = {
    Weight.SLIGHT: {
        Audience.EVERYONE: Severity.LOW,
        Audience.UNKNOWN: Severity.LOW,
        Audience.FRIENDS: Severity.LOW,
        Audience.LISTED: Severity.INFO,
        Audience.ONLY_ME: Severity.INFO,
    },
    Weight.MODERATE: {
        Audience.EVERYONE: Severity.MEDIUM,
        Audience.UNKNOWN: Severity.MEDIUM,
        Audience.FRIENDS: Severity.LOW,
        Audience.LISTED: Severity.LOW,
        Audience.ONLY_ME: Severity.INFO,
    },
    Weight.SERIOUS: {
        Audience.EVERYONE: Severity.HIGH,
        Audience.UNKNOWN: Severity.HIGH,
        Audience.FRIENDS: Severity.MEDIUM,
        Audience.LISTED: Severity.MEDIUM,
        Audience.ONLY_ME: Severity.LOW,
    },
}

# How sure we are caps how bad it may be called: only what is certain may be high (red).
_CAP = {Confidence.POSSIBLE: Severity.LOW, Confidence.LIKELY: Severity.MEDIUM, Confidence.SURE: Severity.HIGH}

_OPENNESS = (Audience.ONLY_ME, Audience.LISTED, Audience.FRIENDS, Audience.UNKNOWN, Audience.EVERYONE)

_WEIGHT_SAYS = {
    Weight.SLIGHT: "By itself this gives little away.",
    Weight.MODERATE: "By itself this helps somebody who wants to find out about you.",
    Weight.SERIOUS: "By itself this can be used against you or your family.",
}
_AUDIENCE_SAYS = {
    Audience.EVERYONE: "Everybody can see it.",
    Audience.UNKNOWN: "Your download does not say who can see it, so it is not taken to be safe.",
    Audience.FRIENDS: "Friends can see it, and friends can pass it on; that counts a step less.",
    Audience.LISTED: "Only some people can see it, and they can pass it on; that counts a step less.",
    Audience.ONLY_ME: "Only you can see it now; it is shown so that it stays that way.",
}
_CONFIDENCE_SAYS = {
    Confidence.SURE: "We are sure: it stands in your profile, or it matches what you told us.",
    Confidence.LIKELY: "It shows clearly, but what is read between the lines is never called more than medium.",
    Confidence.POSSIBLE: "It is only a hint, worth a look, and never called more than low.",
}


Fact = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Join:
    """Facts that open more together than each alone. A fact is known from any of its (check, theme) pairs."""

    facts: tuple[Fact, ...]
    reason: str


_BIRTH_DATE = frozenset(("date-of-birth", theme) for theme in ("profile", "full-date", "age-and-day"))
_BIRTH_PLACE = frozenset(("security-answers", theme) for theme in ("birthplace", "profile-home-town"))
_MAIDEN_NAME = frozenset({("security-answers", "mothers-maiden-name")})
_EMPLOYER = frozenset(("employer-affiliation", theme) for theme in ("profile", "bio", "own-words"))
_SOMEBODY_MET = frozenset({("service-user-discussion", "identifiable")})
_OPERATION = frozenset({("operational-information", "live-operation")})

JOINS: tuple[Join, ...] = (
    Join(
        (_BIRTH_DATE, _BIRTH_PLACE, _MAIDEN_NAME),
        "Your date of birth, your place of birth and your mother's maiden name can all be found: together they answer "
        "the questions that banks ask.",
    ),
    Join(
        (_EMPLOYER, _SOMEBODY_MET),
        "It can be seen where you work, and your words tell of somebody met there: a reader can put the two together.",
    ),
    Join(
        (_EMPLOYER, _OPERATION),
        "It can be seen where you work, and your words tell of an operation: a reader can tell whose it is.",
    ),
)


def graded(weight: Weight, audience: Audience, confidence: Confidence) -> Severity:
    """How bad one sighting is."""
    return min(_TABLE[weight][audience], _CAP[confidence])


def openness(audience: Audience) -> int:
    """Orders audiences from the closest to the widest."""
    return _OPENNESS.index(audience)


def reasons(weight: Weight, audience: Audience, confidence: Confidence) -> tuple[str, ...]:
    """Why it was graded so, in our own sentences."""
    return _WEIGHT_SAYS[weight], _AUDIENCE_SAYS[audience], _CONFIDENCE_SAYS[confidence]


def joins_met(themes: Iterable[tuple[str, str]]) -> tuple[Join, ...]:
    """The joins of which every fact can be found in these (check, theme) pairs."""
    there = set(themes)
    return tuple(join for join in JOINS if all(there & fact for fact in join.facts))


def concerns(join: Join, check: str, theme: str) -> bool:
    """Whether a theme tells one of the facts of a join."""
    return any((check, theme) in fact for fact in join.facts)
