"""Skype: everything comes out of messages.json, packed or not, and quotations are nobody's own words."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.importers.skype import IMPORTER
from privacy_audit.importers.skype.words import words_in
from privacy_audit.importing import Holder, MemberFate, MemberNote, ReadOptions, ReadProblem, TextBatch
from privacy_audit.model import (
    Connection,
    ConnectionKind,
    Coordinates,
    PassageKind,
    Photo,
    Place,
    Record,
    Thread,
    Voice,
)
from tests.builders import skype
from tests.builders.reading import counts, fates, passages, problems, read_export, records
from tests.builders.variants import WHOLE, as_folder, as_zip, cut_off


@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out(variant: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, WHOLE[variant](skype.archive()), tmp_path)
    assert counts(items) == skype.COUNTS
    assert problems(items) == []


def test_everything_comes_out_of_the_tar(tmp_path: Path) -> None:
    path = tmp_path / "live_morganfp_export.tar"
    path.write_bytes(skype.as_tar(skype.archive()))
    archive = open_archive([path])
    assert IMPORTER.recognise(archive) is not None
    assert counts(list(IMPORTER.read(archive, ReadOptions()))) == skype.COUNTS


def test_whose_words_they_are(tmp_path: Path) -> None:
    items = read_export(IMPORTER, skype.archive(), tmp_path)
    talk = {passage.text: passage for passage in passages(items) if passage.kind is PassageKind.MESSAGE}
    assert set(talk) == {
        "x",
        "",
        "yes & no",
        "nested",
        "see https://example.com :)",
        "are you in?",
        "1 < 2",
        "hello all",
    }
    assert talk["yes & no"].voice is talk["hello all"].voice is Voice.OWNER
    assert talk["are you in?"].voice is talk["1 < 2"].voice is Voice.OTHER
    assert (talk["are you in?"].author, talk["1 < 2"].author) == ("Sam Tolley", "kim.lomas")
    when = talk["are you in?"].when
    assert when is not None
    assert when.iso() == "2020-09-11T12:26:40.123000+00:00"
    holder = next(item for item in items if isinstance(item, Holder))
    assert (holder.handles, holder.account_id) == (("live:morganfp",), skype.OWNER)


def test_what_stands_beside(tmp_path: Path) -> None:
    items = read_export(IMPORTER, skype.archive(), tmp_path)
    found = records(items)
    threads = {item.title: item for item in found if isinstance(item, Thread)}
    assert {title: thread.messages for title, thread in threads.items()} == {
        "Sam Tolley": 6,
        "Sunday walkers": 2,
        "kim.lomas": 0,
    }
    assert "never.wrote" in threads["Sunday walkers"].participants
    assert {item.name: item.kind for item in found if isinstance(item, Connection)} == {
        "Sam Tolley": ConnectionKind.CONTACT,
        "kim.lomas": ConnectionKind.BLOCKED,
    }
    assert [item.member for item in found if isinstance(item, Photo)] == [skype.PICTURE]
    (place,) = [item for item in found if isinstance(item, Place)]
    assert (place.address, place.coordinates) == ("Ludlow", Coordinates(52.3676, -2.718))
    assert fates(items)["endpoints.json"] is MemberFate.IGNORED
    assert fates(items)[skype.PICTURE] is MemberFate.MEDIA


def test_a_file_that_breaks_off_costs_its_end_alone(tmp_path: Path) -> None:
    items = read_export(IMPORTER, cut_off(skype.archive(), "messages.json"), tmp_path)
    assert ["breaks off" in problem.reason for problem in problems(items)] == [True]
    assert 0 < counts(items)["messages"] < skype.MESSAGES


def test_others_are_not_taken_for_it(tmp_path: Path) -> None:
    assert IMPORTER.recognise(open_archive([as_folder({"messages.json": b'[{"ID": 1}]'}, tmp_path)])) is None


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="<>/quote&;ab =\"'", max_size=60))
def test_quotations_are_never_the_writers_words(content: str) -> None:
    assert "OTHER" not in words_in(f'<quote author="b"><quote>OTHER</quote>OTHER</quote>{content}')


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=150), cut=st.integers(0, 2500), name=st.sampled_from(["messages.json", "contacts.csv"]))
def test_any_bytes_come_out_as_items(data: bytes, cut: int, name: str, tmp_path: Path) -> None:
    whole = skype.archive()[name]
    files = {**skype.archive(), name: whole[:cut] + data + whole[cut + 7 :]}
    for item in IMPORTER.read(open_archive([as_zip(files, tmp_path / "any.zip")]), ReadOptions()):
        assert isinstance(item, Record | TextBatch | ReadProblem | MemberNote | Holder)
        if isinstance(item, TextBatch):
            assert all(item.passage(index).text == text for index, text in enumerate(item.texts))
