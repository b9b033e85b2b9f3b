"""The two dictionaries of colours: every pair that is drawn stands out, and both name the same tokens."""

import re
from importlib.resources import files

import pytest
from pytestqt.qtbot import QtBot

from ui.look import DARK, LIGHT, PAIRS, SCALES, Look, Theme


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's ratio of two colours."""

    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_the_ratio_is_computed_as_the_standard_has_it() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS, ids=[f"{pair[0]} on {pair[1]}" for pair in PAIRS])
def test_every_pair_stands_out(tokens: dict[str, str], ink: str, ground: str, least: float) -> None:
    assert contrast(tokens[ink], tokens[ground]) >= least


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_ring_stands_out_from_its_gap_and_the_gap_from_a_filled_button(tokens: dict[str, str]) -> None:
    assert contrast(tokens["focus"], tokens["page"]) >= 3
    assert contrast(tokens["accent"], tokens["page"]) >= 3


def test_both_dictionaries_have_the_same_tokens() -> None:
    assert set(LIGHT) == set(DARK)


def test_the_stylesheet_holds_no_colour_of_its_own() -> None:
    sheet = files("ui.resources").joinpath("window.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b(?![^{]*\{)", re.sub(r"[\w\]]*#\w+(?=[^{}]*\{)", "", sheet)) == []


def test_every_token_of_the_stylesheet_is_filled_in(qtbot: QtBot) -> None:
    for theme in Theme:
        assert "$" not in Look(theme).stylesheet()


def test_sizes_grow_with_the_text_and_stop_at_the_ends(qtbot: QtBot) -> None:
    look = Look(Theme.LIGHT)
    small = look.em()
    for _ in range(9):
        look.larger()
    assert look.scale == SCALES[-1] and look.em() >= 1.9 * small
    for _ in range(9):
        look.smaller()
    assert look.scale == SCALES[0] and look.em() == small


def test_a_change_is_told_once_and_no_change_not_at_all(qtbot: QtBot) -> None:
    look = Look(Theme.LIGHT)
    with qtbot.assertNotEmitted(look.changed, wait=10):
        look.set_theme(Theme.LIGHT)
    with qtbot.waitSignal(look.changed, timeout=500):
        look.set_theme(Theme.DARK)
    assert look.dark
