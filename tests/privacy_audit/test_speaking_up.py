"""Words that may raise a concern lead a finding to the ways of being heard, and never make one by themselves."""

import pytest

from privacy_audit.checking import Context, Sighting
from privacy_audit.findings import Confidence
from privacy_audit.model import Passage, PassageKind, Voice
from privacy_audit.speaking_up import THEME, rerouted
from tests.builders.asking import passage

CONCERNS = [
    "The engine is unsafe and someone will be hurt",
    "The gas monitor on our truck has been out of date since spring, it's faulty",
    "I reported my sergeant and nothing happened",
    "they lied to the inquest about what we saw",
    "it was all covered up and the public should know",
    "He was touching the girls and our boss laughed",
]
NONE = [
    "Annual leave refused again",
    "One car for the county tonight",
    "told the Gazette what happened",
    "Our inspector never says good morning",
]


def _found(said: Passage) -> list[str]:
    sighting = Sighting("managers", Confidence.LIKELY, ())
    return [one.theme for one in rerouted(lambda _said, _context: [sighting])(said, Context())]


@pytest.mark.parametrize("text", CONCERNS, ids=[text[:30] for text in CONCERNS])
def test_a_concern_is_told_apart(text: str) -> None:
    assert _found(passage(text)) == [THEME]


@pytest.mark.parametrize("text", NONE, ids=[text[:30] for text in NONE])
def test_other_words_keep_their_theme(text: str) -> None:
    assert _found(passage(text)) == ["managers"]


def test_a_concern_by_itself_is_no_finding() -> None:
    assert list(rerouted(lambda _said, _context: [])(passage(CONCERNS[0]), Context())) == []


def test_words_of_others_keep_their_theme() -> None:
    assert _found(passage(CONCERNS[0], PassageKind.MESSAGE, Voice.OTHER)) == ["managers"]
