"""Bluesky: every record of a repository comes out; damage costs only what it hits."""

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.car import Block, DamagedError, decoded, is_car
from privacy_audit.car import records as car_records
from privacy_audit.importers.bluesky import IMPORTER
from privacy_audit.importing import Holder, MemberFate, MemberNote, ReadOptions, ReadProblem, TextBatch
from privacy_audit.model import Audience, PassageKind, Record, Setting, Source
from tests.builders import bluesky
from tests.builders.reading import counts, fates, passages, problems, read_export, records
from tests.builders.variants import WHOLE, as_zip, cut_off


@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out(variant: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, WHOLE[variant](bluesky.files()), tmp_path)
    assert counts(items) == bluesky.COUNTS
    assert problems(items) == []


def test_as_a_file_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "morgan.car"
    path.write_bytes(bluesky.car())
    archive = open_archive([path])
    assert IMPORTER.recognise(archive) is not None
    assert counts(list(IMPORTER.read(archive, ReadOptions()))) == bluesky.COUNTS


def test_what_it_says(tmp_path: Path) -> None:
    items = read_export(IMPORTER, bluesky.files(), tmp_path)
    said = {item.text: item.kind for item in passages(items)}
    assert said["Up the hill #walks"] is PassageKind.POST
    assert said["I agree"] is PassageKind.COMMENT
    assert said["Me on the hill"] is PassageKind.CAPTION
    assert said["Dog, toast 🥾 hills"] is PassageKind.BIO
    assert {item.audience for item in passages(items)} == {Audience.EVERYONE}
    holder = next(item for item in items if isinstance(item, Holder))
    assert (holder.names, holder.account_id) == (("Morgan F",), bluesky.DID)
    chosen = {item.name: item.value for item in records(items) if isinstance(item, Setting)}
    assert chosen["Who can answer a post"] == "mentionRule"
    assert chosen["Shown to people who are not signed in"] == "no"
    assert fates(items)["repo.car/com.example.game.score"] is MemberFate.UNKNOWN


def test_a_file_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    items = read_export(IMPORTER, cut_off(bluesky.files(), "repo.car", 0.6), tmp_path)
    assert len(problems(items)) == 1
    assert counts(items)["profile"] == 2


def test_one_damaged_record_costs_itself_alone() -> None:
    raw = bluesky.car().replace(b"Up the hill", b"\xff\xff the hill", 1)
    found = list(car_records(io.BytesIO(raw), Source("x", "y"), (b"$type",)))
    assert sum(isinstance(item, ReadProblem) for item in found) == 1
    assert sum(isinstance(item, Block) for item in found) == len(bluesky.RECORDS) - 1


@pytest.mark.parametrize("value", [*bluesky.RECORDS, [], -1, 70_000 // 2, "x" * 300, 1.5])
def test_values_come_back(value: object) -> None:
    assert decoded(bluesky.cbor(value)) == value


def test_values_inside_each_other_have_an_end() -> None:
    with pytest.raises(DamagedError):
        decoded(b"\x81" * 5_000 + b"\x01")
    assert not is_car(b"PK\x03\x04")


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300), keep=st.integers(0, 400))
def test_any_bytes_come_out_as_items(data: bytes, keep: int, tmp_path: Path) -> None:
    archive = open_archive([as_zip({"repo.car": bluesky.car()[:keep] + data or b" "}, tmp_path / "any.zip")])
    IMPORTER.recognise(archive)
    for item in IMPORTER.read(archive, ReadOptions()):
        assert isinstance(item, Record | TextBatch | ReadProblem | MemberNote | Holder)
