"""Chats that hide, keep out, laugh at or pass on are seen by name and by words; ordinary groups are left alone."""

import pytest

from checks.conduct.group_chat import CHECK
from privacy_audit.findings import Confidence, Subject
from privacy_audit.model import PassageKind, Voice
from tests.builders.talk import passage, sightings, surest

NAME, MESSAGE, POST = PassageKind.GROUP_NAME, PassageKind.MESSAGE, PassageKind.POST

CAUGHT = [
    ("name", NAME, "Red Watch NO BOSSES"),
    ("name", NAME, "Response minus Karen"),
    ("name", NAME, "The REAL handover"),
    ("name", NAME, "Late turn - off the record"),
    ("name", NAME, "What Happens In The Van"),
    ("name", NAME, "Custody bloopers"),
    ("name", NAME, "Everyone but Trevor"),
    ("hide", MESSAGE, "delete that before the inspector sees it"),
    ("hide", MESSAGE, "turn disappearing messages on, standards are asking for the chat"),
    ("hide", MESSAGE, "what's said in here stays in here"),
    ("hide", MESSAGE, "don't use the work phone for this, use whatsapp only"),
    ("hide", MESSAGE, "I've deleted my end, do yours"),
    ("exclude", MESSAGE, "don't add Priya, she'll go straight upstairs"),
    ("exclude", MESSAGE, "new group because someone screenshotted the old one"),
    ("exclude", MESSAGE, "kick Owen out before he scrolls up"),
    ("mock", MESSAGE, "vote for worst probationer of the month in here"),
    ("material", MESSAGE, "stick the custody pics in here before they wipe the drive"),
    ("material", MESSAGE, "screenshot of the log, have a laugh"),
    ("material", MESSAGE, "put the phone log in here, page two is gold haha"),
]

LEFT_ALONE = [
    (NAME, "Red Watch Christmas do"),
    (NAME, "Sunday league lads"),
    (NAME, "Surprise for Mum, no Dad in here"),
    (NAME, "Response 4 rota swaps"),
    (NAME, "UNISON branch stewards"),
    (NAME, "Book club, no spoilers"),
    (NAME, "The Real Ale Tasting Club"),
    (NAME, "Secret Santa 2024"),
    (MESSAGE, "don't tell Mum about the surprise party"),
    (MESSAGE, "I deleted the app because it kept crashing"),
    (MESSAGE, "delete that last message, wrong address for the barbecue"),
    (MESSAGE, "new group for the stag do without Gareth obviously"),
    (MESSAGE, "the skipper's got the biscuits in"),
    (MESSAGE, "screenshot of the train times attached"),
    (MESSAGE, "can you put the rota for the school run in the family chat"),
    (MESSAGE, "I've raised it with the confidential reporting line"),
    (MESSAGE, "please don't post jokes like that in here, it's not on"),
    (MESSAGE, "vote for the union rep by Friday"),
    (MESSAGE, "photos from the wedding are in the group"),
    (POST, "Our group chat is ninety per cent dog pictures"),
]


@pytest.mark.parametrize(("theme", "kind", "text"), CAUGHT, ids=[text for _, _, text in CAUGHT])
def test_chats_that_can_be_held_against_their_members_are_seen(theme: str, kind: PassageKind, text: str) -> None:
    found = sightings(CHECK, passage(text, kind))
    assert theme in {sighting.theme for sighting in found}
    assert surest(found) is Confidence.LIKELY


@pytest.mark.parametrize(("kind", "text"), LEFT_ALONE, ids=[text for _, text in LEFT_ALONE])
def test_ordinary_groups_are_left_alone(kind: PassageKind, text: str) -> None:
    assert sightings(CHECK, passage(text, kind)) == ()


@pytest.mark.parametrize("text", [text for _, kind, text in CAUGHT if kind is MESSAGE])
def test_what_other_members_write_is_received(text: str) -> None:
    found = sightings(CHECK, passage(text, MESSAGE, Voice.OTHER))
    assert {sighting.subject for sighting in found} == {Subject.OTHER}
    assert all(sighting.reason.startswith("Another member wrote it.") for sighting in found)
    assert sightings(CHECK, passage(text, POST, Voice.OTHER)) == ()


def test_conduct_keeps_no_words() -> None:
    assert CHECK.conduct
