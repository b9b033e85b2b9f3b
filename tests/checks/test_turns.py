"""Language as people write it: dialects, slang, slips, emoji and drawn-out letters; and marks that hide in words."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from checks import CHECKS
from privacy_audit.checking import Context
from privacy_audit.findings import Severity
from privacy_audit.gate import Gate
from privacy_audit.importing import TextBatch
from privacy_audit.model import Category, Passage, PassageKind, Voice
from privacy_audit.own_facts import OwnFacts
from privacy_audit.severity import graded
from tests.builders import asking

_FILE = Path(__file__).parent / "rows" / "turns.tsv"
ROWS = [
    line.split("\t") for line in _FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]
_FACTS = OwnFacts(service="Essex Police", role="police officer", politically_restricted=True)
_MOST = 2 / 3


def _told(said: Iterable[Passage], least: Severity = Severity.MEDIUM) -> list[set[str]]:
    """The checks that speak at so much or more of each passage, through one gate over all of them."""
    said = list(said)
    found: list[set[str]] = [set() for _ in said]
    gate = Gate(CHECKS)
    for kind in PassageKind:
        places = [place for place, one in enumerate(said) if one.kind is kind]
        these = [said[place] for place in places]
        batch = TextBatch(Category.POSTS, kind, "posts.json", [one.text for one in these], these.__getitem__)
        for index, asked in gate.candidates(batch):
            for check, rule in asked:
                weights = {theme.id: theme.weight for theme in check.themes}
                for one in rule.judge(these[index], Context(_FACTS)) if these[index].voice in rule.voices else ():
                    if graded(weights[one.theme], one.audience, one.confidence) >= least:
                        found[places[index]].add(check.id)
    return found


@pytest.fixture(scope="module")
def told() -> list[tuple[str, str, set[str]]]:
    said = [asking.passage(text, PassageKind(kind), Voice[voice]) for _check, kind, voice, text in ROWS]
    low = _told(said, Severity.LOW)
    medium = _told(said)
    return [
        (row[0], row[3], loud if row[0] == "-" else soft) for row, loud, soft in zip(ROWS, medium, low, strict=True)
    ]


def test_most_turns_are_understood(told: list[tuple[str, str, set[str]]]) -> None:
    wanted = [(check, text, found) for check, text, found in told if check != "-"]
    missed = [(check, text) for check, text, found in wanted if check not in found]
    assert len(wanted) >= 30
    assert len(missed) <= (1 - _MOST) * len(wanted), missed


def test_ordinary_turns_are_left_alone(told: list[tuple[str, str, set[str]]]) -> None:
    assert [(text, found) for check, text, found in told if check == "-" and found] == []


PLAIN = [
    ("I am a police officer in Leeds", PassageKind.POST, "employer-affiliation"),
    ("My mother's maiden name is Wrenfield", PassageKind.POST, "security-answers"),
    ("Two weeks in Spain, the house is empty", PassageKind.POST, "home-and-family"),
    ("Text me on 07700 900123", PassageKind.POST, "contact-details"),
    ("Kent Police Karl", PassageKind.HANDLE, "profile-name"),
    ("Born on 14 March 1989", PassageKind.POST, "date-of-birth"),
]
_LOOKALIKES = str.maketrans({"a": "\u0430", "e": "\u0435", "o": "\u043e", "c": "\u0441", "p": "\u0440", "i": "\u0456"})
_WIDE = {ord(letter): ord(letter) + 0xFEE0 for letter in "abcdefghijklmnopqrstuvwxyz"}
DISGUISES = {
    "no width between letters": "\u200b".join,
    "soft hyphens": lambda text: text.replace("i", "i\u00ad"),
    "letters of another script": lambda text: text.translate(_LOOKALIKES),
    "wide letters": lambda text: text.translate(_WIDE),
    "marks that turn the direction": lambda text: f"\u202d{text}\u202c",
    "small capitals and odd spaces": lambda text: text.replace(" ", "\u00a0"),
}


@pytest.mark.parametrize("disguise", list(DISGUISES))
def test_hidden_marks_and_lookalikes_hide_nothing(disguise: str) -> None:
    said = [asking.passage(DISGUISES[disguise](text), kind) for text, kind, _check in PLAIN]
    found = _told(said)
    assert [text for (text, _kind, check), ids in zip(PLAIN, found, strict=True) if check not in ids] == []
