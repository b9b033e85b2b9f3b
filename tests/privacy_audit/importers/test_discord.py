"""Discord: everything comes out of the data package of either generation and in any language."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.importers.discord import IMPORTER
from privacy_audit.importing import Holder, MemberFate, MemberNote, ReadOptions, ReadProblem, TextBatch
from privacy_audit.model import (
    Audience,
    Connection,
    ConnectionKind,
    FieldKind,
    LinkedApp,
    Login,
    Membership,
    PassageKind,
    Photo,
    ProfileField,
    Record,
    Thread,
    Voice,
)
from tests.builders import discord
from tests.builders.reading import counts, fates, passages, problems, read_export, records
from tests.builders.variants import WHOLE, as_folder, as_zip, cut_off

FRENCH = {"Account": "Compte", "Messages": "Messages", "Servers": "Serveurs", "Activity": "Activité"}


@pytest.mark.parametrize("old", [True, False], ids=["tables", "JSON"])
@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out(old: bool, variant: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, WHOLE[variant](discord.package(old=old)), tmp_path)
    found = counts(items)
    assert {key: found[key] for key in discord.COUNTS} == discord.COUNTS
    assert problems(items) == []


def test_other_languages_make_no_difference(tmp_path: Path) -> None:
    items = read_export(IMPORTER, discord.package(words=FRENCH), tmp_path)
    assert counts(items) == counts(read_export(IMPORTER, discord.package(), tmp_path, "english.zip"))


@pytest.mark.parametrize("old", [True, False], ids=["tables", "JSON"])
def test_messages_are_the_owners_with_place_and_time(old: bool, tmp_path: Path) -> None:
    items = read_export(IMPORTER, discord.package(old=old), tmp_path)
    talk = [passage for passage in passages(items) if passage.kind is PassageKind.MESSAGE]
    assert {passage.voice for passage in talk} == {Voice.OWNER}
    told = {passage.text: passage for passage in talk}
    assert set(told) == {"hello, Sam", "", 'a "quoted"\nline', "no time", "in a group"}
    assert {text: passage.place for text, passage in told.items()}["hello, Sam"] == "samt#0"
    assert told['a "quoted"\nline'].place == "general in Bakers of Ludlow"
    when = told["no time"].when
    assert when is not None
    assert when.iso().startswith("2021-05-1")  # by the message's own number
    first = told["hello, Sam"].when
    assert first is not None
    assert first.zone_known
    threads = {item.key: item.messages for item in records(items) if isinstance(item, Thread)}
    assert threads == {"10": 2, "11": 2, "12": 1, "13": 0}


def test_what_the_account_says(tmp_path: Path) -> None:
    items = read_export(IMPORTER, discord.package(), tmp_path)
    holder = next(item for item in items if isinstance(item, Holder))
    assert (holder.names, holder.handles, holder.emails, holder.account_id) == (
        ("Morgan Fairweather",),
        ("morganfp",),
        ("morgan.f@example.com",),
        discord.OWNER_ID,
    )
    found = records(items)
    fields = {(item.kind, item.value) for item in found if isinstance(item, ProfileField)}
    assert {
        (FieldKind.PHONE, "+447700900318"),
        (FieldKind.ADDRESS, "1 Mill Street, Ludlow, SY8 1AA"),
        (FieldKind.BIO, "at work"),
        (FieldKind.GENDER, "female"),
    } <= fields
    kinds = {item.name: item.kind for item in found if isinstance(item, Connection)}
    assert kinds == {
        "Sam Tolley": ConnectionKind.FRIEND,
        "person1": ConnectionKind.BLOCKED,
        "Jo": ConnectionKind.REQUEST_RECEIVED,
        "Kim": ConnectionKind.REQUEST_SENT,
    }
    shown = {item.name: item.audience for item in found if isinstance(item, LinkedApp)}
    assert shown == {"steam: morgan": Audience.EVERYONE, "spotify: mf": Audience.ONLY_ME}
    assert {item.ip for item in found if isinstance(item, Login)} == {"192.0.2.7", "192.0.2.8", "192.0.2.9"}
    assert {item.name for item in found if isinstance(item, Membership)} == {"Bakers of Ludlow", "Walkers"}
    assert "Account/avatar.png" in {item.member for item in found if isinstance(item, Photo)}


def test_every_other_member_has_its_fate(tmp_path: Path) -> None:
    told = fates(read_export(IMPORTER, {**discord.package(), "Support_Tickets/tickets.json": b"[]"}, tmp_path))
    assert told["README.txt"] is told["Servers/90/audit-log.json"] is MemberFate.IGNORED
    assert told["Account/avatar.png"] is MemberFate.MEDIA
    assert told["Support_Tickets/tickets.json"] is MemberFate.UNKNOWN


def test_a_file_that_breaks_off_costs_its_end_alone(tmp_path: Path) -> None:
    items = read_export(IMPORTER, cut_off(discord.package(), "Messages/c10/messages.json"), tmp_path)
    assert ["breaks off" in problem.reason for problem in problems(items)] == [True]
    assert 3 <= counts(items)["messages"] < discord.COUNTS["messages"]


def test_lines_that_are_damaged_are_told(tmp_path: Path) -> None:
    name = "Activity/tns/events-2024-00000-of-00001.json"
    whole = discord.package()
    items = read_export(IMPORTER, {**whole, name: b"{oops\n" + whole[name]}, tmp_path)
    assert [problem.source.pointer for problem in problems(items)] == ["line 1"]
    assert counts(items)["logins"] == discord.COUNTS["logins"]


def test_others_are_not_taken_for_it(tmp_path: Path) -> None:
    files = {"user.json": b'{"username": "a"}', "messages.json": b"[]", "channel.json": b"{}"}
    assert IMPORTER.recognise(open_archive([as_folder(files, tmp_path)])) is None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200), name=st.sampled_from(sorted({**discord.package(), **discord.package(old=True)})))
def test_any_bytes_come_out_as_items(data: bytes, name: str, tmp_path: Path) -> None:
    files = {**discord.package(), **discord.package(old=True), name: data or b" "}
    archive = open_archive([as_zip(files, tmp_path / "any.zip")])
    for item in IMPORTER.read(archive, ReadOptions()):
        assert isinstance(item, Record | TextBatch | ReadProblem | MemberNote | Holder)
        if isinstance(item, TextBatch):
            assert all(item.passage(index).text == text for index, text in enumerate(item.texts))
