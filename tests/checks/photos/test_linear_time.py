"""The judges of pictures, places of work, colleagues and tags take about twice as long when a text is twice as long."""

import time

import pytest

from checks.location import work_location
from checks.people import colleague_exposed, tagged_by_others
from checks.photos import incident_photo, reposted_material, service_logo, uniform_photo
from privacy_audit.checking import Context, Rule
from privacy_audit.model import Passage, Voice
from tests.builders.asking import HERE

MODULES = (
    colleague_exposed,
    incident_photo,
    reposted_material,
    service_logo,
    tagged_by_others,
    uniform_photo,
    work_location,
)
RULES = [rule for module in MODULES for rule in module.CHECK.rules]
# What each check catches: with it at the end, no sieve takes the long text away before the judge reads all of it.
CLOSINGS = (
    "Tom on our watch has been suspended. You were sick in the taxi on the way home, told his wife he was on a course, "
    "what a state.",
    "Not my photo. Here's a photo from the crash, our hose on the left. New profile picture, the force badge.",
    "Me in my tunic, first day at Frome police station on Monday. Saw you at Frome nick in your fire kit.",
)
PIECES = ("Frome ", "i'm at ", "photo of the ", "you ", "the force ", "PC Tom ", "in my ", "we ", "@jo ", "a")
_QUICK = 0.05  # seconds: below this a clock tells nothing; it counts the time of this process alone


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_time_grows_with_the_length_alone(rule: Rule) -> None:
    for piece in PIECES:
        short, long = (_best_of_three(rule, (piece * size)[:size]) for size in (2_000, 8_000))
        assert long < _QUICK or long < 8 * short, piece  # a square law would show as 16


def _best_of_three(rule: Rule, text: str) -> float:
    kind = min(rule.kinds, key=lambda kind: kind.value)
    voice = Voice.OTHER if Voice.OTHER in rule.voices else Voice.OWNER
    what = Passage(f"{text}. {' '.join(CLOSINGS)}", kind, voice, HERE)
    times = []
    for _ in range(3):
        started = time.process_time()
        list(rule.judge(what, Context()))
        times.append(time.process_time() - started)
    return min(times)
