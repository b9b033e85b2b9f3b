"""Telegram: everything comes out of JSON and HTML, of an account and of a single chat."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.importers.telegram import IMPORTER
from privacy_audit.importing import Holder, MemberFate, MemberNote, ReadOptions, ReadProblem, TextBatch, Voices
from privacy_audit.model import (
    Audience,
    Connection,
    Coordinates,
    FieldKind,
    Login,
    Membership,
    PassageKind,
    Photo,
    Place,
    ProfileField,
    Record,
    Thread,
    Voice,
)
from tests.builders import telegram
from tests.builders.reading import counts, fates, passages, problems, read_export, records
from tests.builders.variants import WHOLE, as_folder, as_zip, cut_off

FIXTURES = Path(__file__).parents[4] / "shared/fixtures/telegram/joweich_chat-miner/test/telegram"


@pytest.mark.parametrize("old", [False, True], ids=["2021 and later", "before"])
@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out_of_json(old: bool, variant: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, WHOLE[variant](telegram.account(old=old)), tmp_path)
    found = counts(items)
    assert {key: found[key] for key in telegram.COUNTS} == telegram.COUNTS
    assert problems(items) == []
    talk = [passage for passage in passages(items) if passage.kind is PassageKind.MESSAGE]
    assert Counter(passage.voice for passage in talk) == {Voice.OWNER: 4, Voice.OTHER: 2}
    assert "back at 5, see https://example.com" in {passage.text for passage in talk}
    assert all(passage.when is not None and passage.when.zone_known is not old for passage in talk)


def test_what_the_account_says(tmp_path: Path) -> None:
    items = read_export(IMPORTER, telegram.account(), tmp_path)
    holder = next(item for item in items if isinstance(item, Holder))
    assert (holder.names, holder.handles, holder.account_id) == ((telegram.OWNER,), ("morganfp",), "900")
    found = records(items)
    fields = {(item.kind, item.value) for item in found if isinstance(item, ProfileField)}
    assert {(FieldKind.PHONE, "+44 7700 900318"), (FieldKind.BIO, "Walks the dog")} <= fields
    threads = {item.key: item for item in found if isinstance(item, Thread)}
    assert {key: thread.messages for key, thread in threads.items()} == {
        "personal_chat 901": 5,
        "public_supergroup 901": 1,
        "public_channel 7": 1,
    }
    groups = {item.name: (item.audience, item.detail) for item in found if isinstance(item, Membership)}
    assert groups == {"Sunday walkers": (Audience.EVERYONE, ""), "Bakers": (Audience.EVERYONE, "left")}
    assert {item.name for item in found if isinstance(item, Connection)} == {telegram.FRIEND, "", "Kim"}
    (place,) = [item for item in found if isinstance(item, Place)]
    assert place.coordinates == Coordinates(52.3676, -2.718)
    assert telegram.PICTURE in {item.member for item in found if isinstance(item, Photo)}
    told = {(passage.kind, passage.text) for passage in passages(items)}
    assert (PassageKind.GROUP_NAME, "Walkers") in told
    assert (PassageKind.CAPTION, "on nights") in told
    (login,) = [item for item in found if isinstance(item, Login)]
    assert (login.ip, login.device) == ("192.0.2.7", "PC")


@pytest.mark.parametrize(("own", "voice"), [((), Voice.OWNER), ((telegram.FRIEND,), Voice.OTHER)])
def test_a_single_chat_asks_who_is_the_user(own: tuple[str, ...], voice: Voice, tmp_path: Path) -> None:
    items = read_export(IMPORTER, telegram.single(), tmp_path, options=ReadOptions(own_names=own))
    talk = [passage for passage in passages(items) if passage.kind is PassageKind.MESSAGE]
    assert {passage.author: passage.voice for passage in talk}[telegram.OWNER] is voice
    asked = [(set(item.names), item.likely) for item in items if isinstance(item, Voices)]
    assert asked == ([] if own else [({telegram.OWNER, telegram.FRIEND}, telegram.OWNER)])


@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out_of_html(variant: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, WHOLE[variant](telegram.html_account()), tmp_path)
    found = counts(items)
    assert {key: found[key] for key in telegram.HTML_COUNTS} == telegram.HTML_COUNTS
    assert problems(items) == []
    talk = [passage for passage in passages(items) if passage.kind is PassageKind.MESSAGE]
    assert [(passage.author, passage.text) for passage in talk] == [
        (telegram.FRIEND, "are you in?"),
        (telegram.OWNER, "back at 5\nor 6"),
        (telegram.OWNER, "the view"),
        (telegram.FRIEND, "passed on"),
        (telegram.OWNER, "<yes>"),
        (telegram.OWNER, "no"),
    ]
    assert [passage.voice for passage in talk].count(Voice.OWNER) == 4
    assert talk[0].when is not None
    assert talk[0].when.iso() == "2024-03-11T10:00:00+01:00"
    assert next(item for item in items if isinstance(item, Holder)).names == (telegram.OWNER,)
    assert "css/style.css" in str(fates(items)) or variant != "plain"


def test_a_single_chat_in_html(tmp_path: Path) -> None:
    items = read_export(IMPORTER, telegram.html_chat(), tmp_path)
    assert counts(items)["messages"] == telegram.HTML_COUNTS["messages"]
    (asked,) = [item for item in items if isinstance(item, Voices)]
    assert (set(asked.names), asked.likely) == ({telegram.OWNER, telegram.FRIEND}, telegram.OWNER)


def test_html_beside_json_is_not_read_twice(tmp_path: Path) -> None:
    items = read_export(IMPORTER, {**telegram.html_account(), **telegram.account()}, tmp_path)
    assert counts(items)["messages"] == telegram.COUNTS["messages"]
    assert fates(items)["export_results.html"] is MemberFate.IGNORED


def test_a_file_that_breaks_off_costs_its_end_alone(tmp_path: Path) -> None:
    items = read_export(IMPORTER, cut_off(telegram.account(), "result.json", 0.7), tmp_path)
    assert ["breaks off" in problem.reason for problem in problems(items)] == [True]
    assert 0 < counts(items)["messages"] < telegram.COUNTS["messages"]


@pytest.mark.skipif(not FIXTURES.exists(), reason="the examples are not here")
@pytest.mark.parametrize("name", ["test_single_export.json", "test_batch_export.json"])
def test_published_examples(name: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, {name: (FIXTURES / name).read_bytes()}, tmp_path)
    talk = [passage for passage in passages(items) if passage.kind is PassageKind.MESSAGE]
    assert [(passage.author, passage.text) for passage in talk] == [
        ("Author 1", "Minimal Message"),
        ("Author 2", "Link:https://telegram.org/"),
    ]
    assert problems(items) == []


def test_others_are_not_taken_for_it(tmp_path: Path) -> None:
    files = {
        "result.json": b'{"messages": [{"sender_name": "A", "type": "Generic"}]}',
        "messages.html": b"<html></html>",
    }
    assert IMPORTER.recognise(open_archive([as_folder(files, tmp_path)])) is None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=150),
    name=st.sampled_from(["result.json", "messages.html", "lists/contacts.html", "export_results.html"]),
    cut=st.integers(0, 3000),
)
def test_any_bytes_come_out_as_items(data: bytes, name: str, cut: int, tmp_path: Path) -> None:
    files = telegram.account() if name == "result.json" else telegram.html_account()
    key = next(path for path in files if path.endswith(name))
    whole = files[key]
    archive = open_archive([as_zip({**files, key: whole[:cut] + data + whole[cut + 5 :]}, tmp_path / "any.zip")])
    for item in IMPORTER.read(archive, ReadOptions()):
        assert isinstance(item, Record | TextBatch | ReadProblem | MemberNote | Holder | Voices)
        if isinstance(item, TextBatch):
            assert all(item.passage(index).text == text for index, text in enumerate(item.texts))
