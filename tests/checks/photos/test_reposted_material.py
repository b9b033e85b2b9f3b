"""What others made, passed on without leave: seen, and never called more than worth a look."""

import pytest

from checks.photos.reposted_material import CHECK
from privacy_audit.findings import Severity
from privacy_audit.model import Audience, PassageKind, Voice
from privacy_audit.severity import graded
from tests.builders.asking import passage, sightings, themes

_POST, _COMMENT, _CAPTION = PassageKind.POST, PassageKind.COMMENT, PassageKind.CAPTION

CAUGHT = [
    ("others-work", _CAPTION, "Not my photo, whoever took it is a genius"),
    ("others-work", _CAPTION, "Nicked this off Priya's page, sorry not sorry"),
    ("others-work", _POST, "Whole match here, recorded off the telly, watch before they take it down"),
    ("others-work", _POST, "Copied and pasted from another group, author unknown"),
    ("others-work", _CAPTION, "Cropped the watermark out so it fits"),
    ("others-work", _POST, "PDF of the whole book here, save yourselves thirty quid"),
    ("others-work", _CAPTION, "screenshot of Megan's private story, she will never know"),
    ("others-work", _COMMENT, "I saved your picture and put it on mine"),
    ("others-work", _POST, "Reposting somebody else's drawing because it made me laugh"),
    ("from-work", _POST, "Training slides from work attached, the forty that are any good"),
    ("from-work", _CAPTION, "Photo of the duty screen, guess who has Sunday"),
    ("from-work", _POST, "Briefing pack below, have a look before Saturday"),
]

LEFT_ALONE = [
    ("an own photo", _CAPTION, "Took this on my phone from the pier"),
    ("with leave", _CAPTION, "Shared with permission from the photographer, who is a star"),
    ("a public appeal", _POST, "Please share this missing person appeal, she was last seen in Frome"),
    ("a stock picture", _CAPTION, "Stock picture of a cake because ours collapsed"),
    ("a stolen bike", _POST, "Somebody has nicked my bike, photo below"),
    ("a link", _POST, "Great article on allotments, link in the comments"),
    ("a borrowed drill", _POST, "Borrowed a drill from next door and now own two halves"),
    ("an own mistake", _CAPTION, "Not my finest hour but the scones were edible"),
    ("a recipe", _POST, "Saved this recipe to try on Sunday"),
    ("a vacancy", _POST, "We are advertising, the job advert is on our website, please share"),
    ("union papers", _POST, "The union briefing pack for the ballot is attached, read it before you vote"),
    ("a warning", _POST, "Sharing the recall notice for chargers, check yours"),
]


@pytest.mark.parametrize(("theme", "kind", "text"), CAUGHT, ids=[row[2][:30] for row in CAUGHT])
def test_caught(theme: str, kind: PassageKind, text: str) -> None:
    assert theme in themes(sightings(CHECK, passage(text, kind)))


@pytest.mark.parametrize(("name", "kind", "text"), LEFT_ALONE, ids=[row[0] for row in LEFT_ALONE])
def test_left_alone(name: str, kind: PassageKind, text: str) -> None:
    assert themes(sightings(CHECK, passage(text, kind))) == set(), name


def test_what_others_pass_on_is_theirs() -> None:
    assert sightings(CHECK, passage("Nicked this off Priya's page", _POST, Voice.OTHER)) == []


def test_it_is_never_called_more_than_low() -> None:
    for _theme, kind, text in CAUGHT:
        for sighting in sightings(CHECK, passage(text, kind)):
            weight = next(theme.weight for theme in CHECK.themes if theme.id == sighting.theme)
            assert graded(weight, Audience.EVERYONE, sighting.confidence) is Severity.LOW
