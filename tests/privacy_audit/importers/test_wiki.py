"""Wikis: the owner's own words are told from others', and edits made logged out give away the network."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.importers.wiki import IMPORTER
from privacy_audit.importing import Holder, MemberNote, ReadOptions, ReadProblem, TextBatch
from privacy_audit.model import Like, Login, PassageKind, Record, Voice
from tests.builders import wiki as build
from tests.builders.reading import counts, passages, problems, read_export, records
from tests.builders.variants import WHOLE, as_zip, cut_off


@pytest.mark.parametrize("kind", build.COUNTS)
@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out(kind: str, variant: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, WHOLE[variant](build.saved(kind)), tmp_path)
    assert [problem.reason for problem in problems(items)] == []
    assert counts(items) == build.COUNTS[kind]
    assert next(item for item in items if isinstance(item, Holder)).handles == (build.OWNER,)


@pytest.mark.parametrize("version", ["0.10", "0.11"])
def test_own_words_are_told_from_others(version: str, tmp_path: Path) -> None:
    found = passages(read_export(IMPORTER, build.pages(version), tmp_path))
    texts = {(item.text, item.kind, item.voice) for item in found if item.kind is not PassageKind.PAGE_NAME}
    assert texts == {
        ("I look after a beat in Ludlow.", PassageKind.BIO, Voice.OWNER),
        ("Well done, Morgan.", PassageKind.COMMENT, Voice.OTHER),
        ("one more", PassageKind.COMMENT, Voice.OWNER),
        ("I work at one.", PassageKind.POST, Voice.OWNER),
        ("back again", PassageKind.COMMENT, Voice.OWNER),
        ("It has stations.", PassageKind.POST, Voice.OWNER),
        ("Own work", PassageKind.POST, Voice.OWNER),
        ("The castle", PassageKind.CAPTION, Voice.OWNER),
    }


def test_the_network_and_the_pages(tmp_path: Path) -> None:
    found = records(read_export(IMPORTER, build.pages(), tmp_path))
    assert [item.ip for item in found if isinstance(item, Login)] == ["203.0.113.7"]
    assert [item.on for item in found if isinstance(item, Like)] == [
        "User:MorganFP",
        "West Mercia Police",
        "File:Castle.jpg",
    ]


def test_the_owner_is_whom_the_user_says(tmp_path: Path) -> None:
    items = read_export(IMPORTER, build.pages(), tmp_path, options=ReadOptions(own_names=("samt",)))
    assert next(item for item in items if isinstance(item, Holder)).handles == ("SamT",)


def test_words_of_a_page_without_its_history_are_nobodys(tmp_path: Path) -> None:
    page = (
        "<mediawiki><page><title>Ludlow</title><ns>0</ns><revision><parentid>7</parentid><contributor>"
        "<username>MorganFP</username></contributor><text>A town.</text></revision></page></mediawiki>"
    )
    found = passages(read_export(IMPORTER, {"w.xml": page.encode()}, tmp_path))
    assert [item.voice for item in found if item.kind is PassageKind.POST] == [Voice.UNKNOWN]


def test_several_answers_in_one_file(tmp_path: Path) -> None:
    (data,) = build.edits().values()
    items = read_export(IMPORTER, {"all.json": json.dumps([json.loads(data)] * 2).encode()}, tmp_path)
    assert counts(items)["comments"] == 4


def test_a_file_that_breaks_off_costs_its_end_alone(tmp_path: Path) -> None:
    items = read_export(IMPORTER, cut_off(build.pages(), "A wiki-20240314.xml"), tmp_path)
    assert ["breaks off" in problem.reason for problem in problems(items)] == [True]
    assert counts(items)["profile"] == 1


def test_others_are_not_taken_for_it(tmp_path: Path) -> None:
    files = {"a.xml": b"<rss/>", "b.json": b'{"query": {}}'}
    assert IMPORTER.recognise(open_archive([as_zip(files, tmp_path / "one.zip")])) is None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200), kind=st.sampled_from(sorted(build.COUNTS)), kept=st.integers(0, 2000))
def test_any_bytes_come_out_as_items(data: bytes, kind: str, kept: int, tmp_path: Path) -> None:
    ((name, whole),) = build.saved(kind).items()
    for body in (whole[:kept] + data, whole[:kept] + data + whole[kept:]):
        archive = open_archive([as_zip({name: body or b" "}, tmp_path / "any.zip")])
        for item in IMPORTER.read(archive, ReadOptions()):
            assert isinstance(item, Record | TextBatch | ReadProblem | MemberNote | Holder)
