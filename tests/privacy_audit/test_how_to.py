"""How to ask for one's own data: the steps that ship, and a broken file refused in a sentence."""

from urllib.parse import urlsplit

import pytest

from privacy_audit.errors import DataError
from privacy_audit.how_to import load_how_to, parse_how_to
from privacy_audit.importers import IMPORTERS


def test_the_steps_are_for_platforms_that_can_be_read() -> None:
    guides = [guide.id for guide in load_how_to()]
    assert "facebook" in guides
    assert len(guides) == len(set(guides))
    assert set(guides) <= {importer.id for importer in IMPORTERS}


@pytest.mark.parametrize("guide", load_how_to(), ids=lambda guide: guide.id)
def test_steps_are_whole(guide: object) -> None:
    (found,) = [one for one in load_how_to() if one == guide]
    assert len(found.steps) >= 3
    assert all(step.endswith(".") for step in (*found.steps, found.then))
    assert urlsplit(found.link).scheme == "https"


@pytest.mark.parametrize("text", ["[[platform", "[[platform]]\nid = 7", "nothing = 1"])
def test_a_broken_file_is_a_sentence(text: str) -> None:
    with pytest.raises(DataError, match="fresh copy"):
        parse_how_to(text)
