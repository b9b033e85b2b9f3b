"""Phrase books: read once, filled in, refused with a clear sentence when broken; and quick on long texts."""

import time
import tomllib
from importlib import resources

import pytest

from privacy_audit import phrasing
from privacy_audit.checking import Context
from privacy_audit.errors import DataError
from privacy_audit.findings import Confidence
from privacy_audit.model import PassageKind, Voice
from privacy_audit.phrasing import Phrasebook
from tests.builders.asking import passage

BOOKS = ("date_of_birth", "contact_details", "security_answers", "home_and_family")


def _with_book(monkeypatch: pytest.MonkeyPatch, name: str, text: str) -> Phrasebook:
    books = {f"says_{name}.toml": tomllib.loads(text), "says_shared.toml": {"words": {"kin": "mum|dad"}}}
    monkeypatch.setattr(phrasing, "_data", books.__getitem__)
    return Phrasebook(name)


def test_the_surest_phrase_of_a_theme_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    book = _with_book(
        monkeypatch,
        "made_up_a",
        """
        [[phrase]]
        theme = "tea"
        sure = "possible"
        says = ['tea']
        [[phrase]]
        theme = "tea"
        says = ['tea with {kin}']
        unless = 'no tea'
        """,
    )
    (sighting,) = book.judge(passage("tea with Mum"), Context())
    assert sighting.confidence is Confidence.LIKELY
    (sighting,) = book.judge(passage("no tea with Mum"), Context())
    assert sighting.confidence is Confidence.POSSIBLE


def test_kinds_and_voices_limit_a_phrase(monkeypatch: pytest.MonkeyPatch) -> None:
    book = _with_book(
        monkeypatch, "made_up_b", "[[phrase]]\ntheme = 'tea'\nkinds = ['post']\nvoice = 'other'\nsays = ['tea']\n"
    )
    assert list(book.judge(passage("tea", PassageKind.POST, Voice.OTHER), Context()))
    assert not list(book.judge(passage("tea", PassageKind.POST, Voice.OWNER), Context()))
    assert not list(book.judge(passage("tea", PassageKind.MESSAGE, Voice.OTHER), Context()))


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("broken_a", "[[phrase]]\ntheme = 'tea'\nsays = ['(']\n", "cannot be used"),
        ("broken_b", "[[phrase]]\ntheme = 'tea'\nsays = ['{leaf}']\n", "does not hold"),
        ("broken_c", "[[phrase]]\ntheme = 'tea'\n", "without a theme or without words"),
        ("broken_d", "[[phrase]]\ntheme = 'tea'\nsays = ['tea']\nbrew = 1\n", "unknown key"),
    ],
)
def test_a_broken_book_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, text: str, says: str) -> None:
    book = _with_book(monkeypatch, name, text)
    with pytest.raises(DataError, match=says):
        list(book.judge(passage("tea"), Context()))


@pytest.mark.parametrize("name", BOOKS)
def test_every_theme_of_a_book_is_known_to_its_check(name: str) -> None:
    from checks import CHECKS  # noqa: PLC0415 - only here are the checks needed

    check = next(check for check in CHECKS if check.id == name.replace("_", "-"))
    assert {phrase.theme for phrase in Phrasebook(name).phrases()} <= {theme.id for theme in check.themes}


@pytest.mark.parametrize("name", BOOKS)
def test_books_ship_with_the_program(name: str) -> None:
    assert (resources.files("privacy_audit.lexicon") / f"says_{name}.toml").is_file()


_SEEDS = (
    "my first car was a Metro and the key is under the pot at 12 Coal Lane ",
    "we fly out on Friday back on the 14th Mum was a Cragg before she wed ",
    "every morning at 6am the same loop round St Cuthbert's and home ",
    "07700 900461 call me on it p.h@example.org 3 June 1981 happy birthday 40 today ",
    "a a a a a a a a ",
    "Aaa Bbb Ccc Ddd ",
)


@pytest.mark.parametrize("name", BOOKS)
def test_twice_the_text_is_about_twice_the_work(name: str) -> None:
    """No phrase may take time that grows faster than the text: a long post must not hang an audit."""
    for phrase in Phrasebook(name).phrases():
        for seed in _SEEDS:
            short, long = (_cost(phrase.says.search, seed * times) for times in (40, 160))
            assert long < 0.05 or long / max(short, 1e-5) < 12, phrase.says.pattern[:120]


def _cost(search: object, text: str) -> float:
    assert callable(search)
    costs = []
    for _again in range(2):
        began = time.process_time()
        search(text)
        costs.append(time.process_time() - began)
    return min(costs)
