"""The invented officer: the same bytes each time, full enough for every screen, and nobody real in it."""

import json
import re
import stat
from pathlib import Path
from zipfile import ZipFile

import pytest

from privacy_audit.demo import Stage, build
from privacy_audit.demo.chatter import Chatter, lines_of
from privacy_audit.demo.export import members
from privacy_audit.demo.life import life

STAGES = list(Stage)


@pytest.mark.parametrize("stage", STAGES)
def test_the_same_bytes_each_time(tmp_path: Path, stage: Stage) -> None:
    (tmp_path / "again").mkdir()
    first, second = build(tmp_path, stage), build(tmp_path / "again", stage.value)
    assert first.read_bytes() == second.read_bytes()
    assert stat.S_IMODE(first.stat().st_mode) == 0o600


def test_the_zip_is_sound(tmp_path: Path) -> None:
    with ZipFile(build(tmp_path)) as opened:
        assert opened.testzip() is None
        assert opened.namelist() == list(members(Stage.BEFORE))
        path = "personal_information/profile_information/profile_information.json"
        assert json.loads(opened.read(path))["profile_v2"]["name"]["full_name"] == "Callum Wrenfield"


def test_thousands_of_records() -> None:
    whole = life(Stage.BEFORE)
    messages = sum(len(talk.said) for talk in whole.talks)
    assert messages > 1_500
    assert messages + len(whole.posts) + len(whole.comments) + len(whole.reactions) + len(whole.friends) > 3_000


def test_the_later_export_tells_the_same_past() -> None:
    before, after = life(Stage.BEFORE), life(Stage.AFTER)
    fixed = {item.text for item in before.posts} - {item.text for item in after.posts}
    planted = {item.text for item in before.officer.post if item.stage is Stage.BEFORE}
    assert fixed == planted
    assert {person.name for person in before.friends if person.stage is None} <= {p.name for p in after.friends}
    assert not any(talk.people == ("Kev Trasker",) for talk in after.talks)


def test_no_scene_repeats_in_one_conversation_word_for_word_often() -> None:
    for talk in life(Stage.BEFORE).talks:
        long_ones = [message.text for message in talk.said if len(message.text) > 30]
        assert len(set(long_ones)) >= 0.6 * len(long_ones)


def test_letters_are_written_as_facebook_writes_them() -> None:
    path = next(path for path in members(Stage.BEFORE) if "thursdayfiveaside" in path)
    raw = members(Stage.BEFORE)[path]
    assert raw.isascii()
    title = json.loads(raw)["title"]
    assert title.encode("latin-1").decode("utf-8").endswith("⚽")


@pytest.mark.parametrize("stage", STAGES)
def test_nobody_real_can_be_reached(stage: Stage) -> None:
    text = b"\n".join(members(stage).values()).decode("ascii", "replace")
    numbers = re.findall(r"\b0\d{4} ?\d{6}\b|\+44\d{10}", text)
    assert numbers
    assert not [n for n in numbers if not re.match(r"(07700 ?900|01632 ?960|\+447700900)\d{3}", n)]
    hosts = set(re.findall(r"@([a-z.]+\.[a-z]+)", text))
    assert hosts <= {"example.com", "example.org", "midessex.police.uk"}


def test_names_do_not_repeat() -> None:
    names = Chatter("A", life(Stage.BEFORE).made).names(300)
    assert len(set(names)) == 300


@pytest.mark.parametrize("name", ["posts.txt", "comments.txt"])
def test_each_line_is_its_own(name: str) -> None:
    lines = lines_of(name)
    assert len(lines) == len(set(lines)) > 50
