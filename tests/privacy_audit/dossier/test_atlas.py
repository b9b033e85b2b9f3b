"""The data of the joined picture: it points at what exists, is told calmly, and broken data is refused."""

import re

import pytest

from checks import CHECKS
from privacy_audit.dossier import load_atlas, parse_atlas
from privacy_audit.dossier.atlas import PathRow
from privacy_audit.errors import DataError
from privacy_audit.guidance import load_guidance

THEMES = {check.id: {theme.id for theme in check.themes} for check in CHECKS}
PAIRS = [(row.id, *pair.split("/")) for row in load_atlas().facts for pair in row.gives]


@pytest.mark.parametrize(("fact", "check", "theme"), PAIRS, ids=["/".join(pair) for pair in PAIRS])
def test_every_pair_exists(fact: str, check: str, theme: str) -> None:
    """A check that is still to come may be named as a whole, never by a theme that nobody has."""
    coming = {name for pack in load_guidance().packs for clause in pack.clauses for name in clause.checks}
    if theme == "*":
        assert check in THEMES.keys() | coming, fact
    else:
        assert theme in THEMES[check], fact


def test_every_fact_opens_something() -> None:
    needed = {fact for path in load_atlas().paths for need in path.needs for fact in need}
    assert needed == {row.id for row in load_atlas().facts}


def test_no_combination_holds_another_of_its_path() -> None:
    for path in load_atlas().paths:
        needs = [set(need) for need in path.needs]
        assert [one for one in needs for other in needs if other < one] == [], path.id


def test_what_may_be_speaking_up_is_never_something_to_take_down() -> None:
    checks = {check for _fact, check, _theme in PAIRS}
    assert checks & {"grievance", "media-response", "political-content", "operational-information"} == set()


@pytest.mark.parametrize("path", load_atlas().paths, ids=lambda path: path.id)
def test_paths_are_told_calmly(path: PathRow) -> None:
    text = f"{path.title} {path.why}"
    assert path.why.endswith(".")
    assert not re.search(r"\b(?:criminal|attack|danger|kill|hurt|threat|victim|stalk|target|!)", text, re.IGNORECASE)
    assert not re.search(r"(?:iz(?:e|ing)|color|behavior)\b", text)


FACTS = '[[fact]]\nid = "plate"\ntitle = "your plate"\ngives = ["home-and-family/plate"]\n'
PATHS = '[[path]]\nid = "wait"\ntitle = "Wait"\nwhy = "It tells."\nneeds = [["plate"]]\n'
BROKEN = [
    ("no TOML", "[[fact]", PATHS),
    ("a fact without a source", FACTS.replace('"home-and-family/plate"', ""), PATHS),
    ("a source without a theme", FACTS.replace("/plate", ""), PATHS),
    ("a fact twice", FACTS + FACTS, PATHS),
    ("a path twice", FACTS, PATHS + PATHS),
    ("a need that no fact meets", FACTS, PATHS.replace('[["plate"]]', '[["plat"]]')),
    ("an empty need", FACTS, PATHS.replace('[["plate"]]', "[[]]")),
    ("a path without a reason", FACTS, PATHS.replace('"It tells."', '""')),
    ("a number for a title", FACTS.replace('"your plate"', "7"), PATHS),
]


@pytest.mark.parametrize(("_name", "facts", "paths"), BROKEN, ids=[row[0] for row in BROKEN])
def test_broken_data_is_refused(_name: str, facts: str, paths: str) -> None:
    assert parse_atlas(FACTS, PATHS).paths[0].needs == (("plate",),)
    with pytest.raises(DataError, match="fresh copy"):
        parse_atlas(facts, paths)
