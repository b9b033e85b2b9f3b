"""What items tell together: the kind of job that most of them speak of, and the service that is named most."""

import pytest

from privacy_audit.affiliation_score import AffiliationScore
from privacy_audit.lexicon import ServiceKind

SCORE = AffiliationScore()
ROWS = [
    (["PC, Kent Police", "nine years with Kent Police", "custody sergeant"], ServiceKind.POLICE, "Kent Police"),
    (["I'm a firefighter", "Cheshire Fire again tonight"], ServiceKind.FIRE, "Cheshire Fire and Rescue Service"),
    (["response officer", "my sergeant"], ServiceKind.POLICE, ""),
    (["WMP till I drop", "sgt on shift"], ServiceKind.POLICE, "West Midlands Police"),
    (["lou@kent.police.uk"], ServiceKind.POLICE, "Kent Police"),
    (["met Kent Police and Essex Police"], ServiceKind.POLICE, ""),
    (["Kent is lovely", "fire pit tonight"], None, ""),
    ([], None, ""),
]


@pytest.mark.parametrize(("texts", "kind", "service"), ROWS)
def test_items_are_put_together(texts: list[str], kind: ServiceKind | None, service: str) -> None:
    told = SCORE.of(texts)
    assert (told.kind, told.service) == (kind, service)
    assert repr(told) == "<Affiliation>"


def test_ten_mentions_in_one_item_count_once() -> None:
    told = SCORE.of(["Kent Police " * 10, "Essex Police", "Essex Police"])
    assert told.service == "Essex Police"


def test_the_sentence_names_nobody() -> None:
    assert SCORE.of(["I work for Kent Police"]).works == "in policing"
    assert SCORE.of([]).works == "in the job"
