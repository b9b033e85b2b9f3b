"""Address books: folded lines, groups, old encodings, birthdays without a year, cards that never end."""

import pytest

from privacy_audit.model import PartialDate
from privacy_audit.vcards import cards


def _card(*lines: str) -> list[str]:
    return ["BEGIN:VCARD", *lines, "END:VCARD"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["FN:Sam Tolley"], "Sam Tolley"),
        (["N:Tolley;Sam;;;"], "Sam Tolley"),
        (["FN;X-A=\"a:b\":Sam", "  Tolley"], "Sam Tolley"),
        (["FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB"], "Zoë"),
        (["item1.FN:Sam\\, of Ludlow"], "Sam, of Ludlow"),
        (["ORG:A bakery"], "A bakery"),
        (["NOTE:no name"], ""),
    ],
)  # fmt: skip
def test_names(lines: list[str], title: str) -> None:
    (card,) = cards(_card(*lines))
    assert card.title == title


@pytest.mark.parametrize(
    ("raw", "born"),
    [
        ("1987-03-14", PartialDate(1987, 3, 14)),
        ("19870314", PartialDate(1987, 3, 14)),
        ("--0314", PartialDate(None, 3, 14)),
        ("--03-14", PartialDate(None, 3, 14)),
        ("1987-03-14T00:00:00Z", PartialDate(1987, 3, 14)),
        ("soon", None),
    ],
)
def test_birthdays(raw: str, born: PartialDate | None) -> None:
    (card,) = cards(_card(f"BDAY:{raw}"))
    assert card.born == born


def test_a_card_that_never_ends_is_told_so() -> None:
    found = list(cards(["BEGIN:VCARD", "FN:One", *_card("FN:Two"), "BEGIN:VCARD", "FN:Three"]))
    assert [(card.title, card.complete, card.line) for card in found] == [
        ("One", False, 1),
        ("Two", True, 3),
        ("Three", False, 6),
    ]
