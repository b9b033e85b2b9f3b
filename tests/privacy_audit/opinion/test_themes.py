"""Every check that the model knows has lines for what the second look raises, and each can be fixed."""

import re
import tomllib
from importlib import resources

import pytest

from checks import CHECKS
from privacy_audit.checking import Theme
from privacy_audit.importers import IMPORTERS
from privacy_audit.model import Voice
from privacy_audit.opinion.themes import OTHERS, OWN, theme_for, with_second_look
from privacy_audit.remedies import load_remedies
from tests.training.lessons import IDS

EXTENDED = {check.id: check for check in with_second_look(CHECKS)}
ADDED = [
    pytest.param(check.id, theme, id=f"{check.id}, {theme.id}")
    for check in EXTENDED.values()
    for theme in check.themes
    if theme.id in {OWN, OTHERS}
]


def test_there_are_lines_for_everything_that_the_model_knows() -> None:
    text = (resources.files("privacy_audit.opinion") / "themes.toml").read_text(encoding="utf-8")
    assert set(tomllib.loads(text)) == set(IDS)


@pytest.mark.parametrize(("check", "theme"), ADDED)
def test_each_says_may_calmly_and_can_be_fixed(check: str, theme: Theme) -> None:
    assert " may " in theme.title and theme.why.endswith(".")
    assert not re.search(r"\b(?:fail|error|violat|wrong|stupid|careless)\w*", f"{theme.title} {theme.why}", re.I)
    remedies = load_remedies()
    assert all(remedies.resolve(importer.id, theme.remedy) for importer in IMPORTERS), check


def test_others_words_have_a_line_of_their_own() -> None:
    check = EXTENDED["grievance"]
    assert (theme_for(check, Voice.OWNER), theme_for(check, Voice.OTHER)) == (OWN, OTHERS)
    assert theme_for(EXTENDED["profile-name"], Voice.OTHER) == OWN
