"""Words that may raise a concern the law protects: such sightings are told apart, with the ways to be heard."""

from collections.abc import Iterator
from dataclasses import replace

from privacy_audit.checking import Context, Judge, Sighting
from privacy_audit.model import Passage, Voice
from privacy_audit.phrasing import Phrasebook

THEME = "speaking-up"
_BOOK = Phrasebook("speaking_up")


def rerouted(judge: Judge) -> Judge:
    """The same judge, whose sightings in the owner's words go to the theme "speaking-up" where a concern is raised."""

    def judged(passage: Passage, context: Context) -> Iterator[Sighting]:
        sightings = list(judge(passage, context))
        concern = _concern(passage) if sightings else ""
        yield from (replace(one, theme=THEME, reason=concern) for one in sightings) if concern else sightings

    return judged


def _concern(passage: Passage) -> str:
    """Our own sentence on what kind of concern the words may raise; empty where they raise none."""
    if passage.voice is Voice.OTHER:
        return ""
    return next((phrase.reason for phrase, _span in _BOOK.heard(passage)), "")
