"""How to ask for one's own data: the steps that ship, and a broken file refused in a sentence."""

import pytest

from privacy_audit.errors import DataError
from privacy_audit.how_to import HowTo, load_advice, load_how_to, parse_how_to
from privacy_audit.importers import IMPORTERS
from privacy_audit.sites import is_allowed


def test_every_platform_that_can_be_read_has_its_steps() -> None:
    guides = [guide.id for guide in load_how_to()]
    assert len(guides) == len(set(guides))
    assert {importer.id for importer in IMPORTERS} <= set(guides)


@pytest.mark.parametrize("guide", load_how_to(), ids=lambda guide: guide.id)
def test_steps_are_whole(guide: HowTo) -> None:
    assert len(guide.steps) >= 2
    assert all(step.endswith(".") for step in (*guide.steps, guide.wait))
    assert guide.then.endswith(".") or not guide.then
    assert guide.file
    assert not guide.link or is_allowed(guide.link)


def test_the_phone_and_synced_folders_are_spoken_of() -> None:
    phone, synced = load_advice()
    assert "cable" in " ".join(phone.steps)
    assert "OneDrive" in " ".join(synced.steps)


@pytest.mark.parametrize("text", ["[[platform", "[[platform]]\nid = 7", "nothing = 1"])
def test_a_broken_file_is_a_sentence(text: str) -> None:
    with pytest.raises(DataError, match="fresh copy"):
        parse_how_to(text)
