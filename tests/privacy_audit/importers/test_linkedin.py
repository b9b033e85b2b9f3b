"""LinkedIn: everything comes out of the basic and the complete archive, whatever happened to it on its way."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.importers.linkedin import IMPORTER
from privacy_audit.importing import Holder, MemberFate, MemberNote, ReadOptions, ReadProblem, TextBatch
from privacy_audit.model import (
    Audience,
    BirthDate,
    Connection,
    ConnectionKind,
    Employment,
    FieldKind,
    PassageKind,
    ProfileField,
    Record,
    Thread,
    Voice,
)
from tests.builders import linkedin
from tests.builders.reading import counts, fates, passages, problems, read_export, records
from tests.builders.variants import WHOLE, as_zip, cut_off


@pytest.mark.parametrize("complete", [True, False], ids=["complete", "basic"])
@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out(complete: bool, variant: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, WHOLE[variant](linkedin.archive(complete=complete)), tmp_path)
    wanted = linkedin.COMPLETE if complete else linkedin.BASIC
    found = counts(items)
    assert {key: found[key] for key in wanted} == wanted
    assert [problem.reason for problem in problems(items)] == []


@pytest.mark.parametrize("change", [{"underscores": True}, {"delimiter": ";"}])
def test_other_years_and_excel_make_no_difference(change: dict[str, object], tmp_path: Path) -> None:
    items = read_export(IMPORTER, linkedin.archive(**change), tmp_path)  # type: ignore[arg-type] - two of its options
    assert counts(items) == counts(read_export(IMPORTER, linkedin.archive(), tmp_path))


def test_what_the_tables_say(tmp_path: Path) -> None:
    items = read_export(IMPORTER, linkedin.archive(), tmp_path)
    found = records(items)
    fields = {(item.kind, item.value) for item in found if isinstance(item, ProfileField)}
    assert {
        (FieldKind.FORMER_NAME, "Colclough"),
        (FieldKind.ADDRESS, "SY8 1AA"),
        (FieldKind.HEADLINE, "Response officer"),
        (FieldKind.HANDLE, "morganfp"),
    } <= fields
    (born,) = [item.value.as_date() for item in found if isinstance(item, BirthDate)]
    assert born is not None
    assert born.isoformat() == "1987-03-14"
    (job,) = [item for item in found if isinstance(item, Employment)]
    assert (job.employer, job.title, job.current) == ("West Mercia Police", "Constable", True)
    kinds = {item.name: item.kind for item in found if isinstance(item, Connection)}
    assert kinds["Jo Pargeter"] is ConnectionKind.REQUEST_RECEIVED
    assert kinds["Kim Lomas"] is ConnectionKind.REQUEST_SENT
    assert kinds["Sam Tolley"] is ConnectionKind.FRIEND
    (since,) = {item.since.at.date().isoformat() for item in found if isinstance(item, Connection) and item.since} & {
        "2019-03-15"
    }
    assert since


def test_the_owner_of_messages_is_told_by_the_address_in_all_of_them(tmp_path: Path) -> None:
    items = read_export(IMPORTER, linkedin.archive(), tmp_path)
    talk = {passage.text: passage.voice for passage in passages(items) if passage.kind is PassageKind.MESSAGE}
    assert talk["are you in & about"] is Voice.OTHER
    assert talk["yes"] is talk["Hello\nlong\ntime"] is Voice.OWNER
    threads = {item.key: item for item in records(items) if isinstance(item, Thread)}
    assert threads["c1"].messages == 2
    assert threads["c1"].first is not None


def test_a_post_says_who_can_see_it(tmp_path: Path) -> None:
    items = read_export(IMPORTER, linkedin.archive(), tmp_path)
    audiences = {passage.text: passage.audience for passage in passages(items) if passage.kind is PassageKind.POST}
    assert audiences["First day back"] is Audience.FRIENDS
    assert audiences["A picture"] is Audience.EVERYONE


def test_whose_it_is_and_what_else_there_is(tmp_path: Path) -> None:
    items = read_export(IMPORTER, linkedin.archive(), tmp_path)
    holder = next(item for item in items if isinstance(item, Holder))
    assert (holder.names, holder.emails) == ((linkedin.OWNER,), ("morgan.f@example.com",))
    assert fates(items)["SearchQueries.csv"] is MemberFate.PRIVATE
    assert fates(items)["Brand New.csv"] is MemberFate.UNKNOWN


def test_the_basic_archive_comes_with_advice(tmp_path: Path) -> None:
    basic = IMPORTER.recognise(open_archive([as_zip(linkedin.archive(complete=False), tmp_path / "b.zip")]))
    complete = IMPORTER.recognise(open_archive([as_zip(linkedin.archive(), tmp_path / "c.zip")]))
    assert basic is not None
    assert complete is not None
    assert "larger archive" in basic.advice
    assert complete.advice == ""


def test_a_table_that_breaks_off_keeps_its_rows(tmp_path: Path) -> None:
    items = read_export(IMPORTER, cut_off(linkedin.archive(), "Connections.csv", 0.9), tmp_path)
    names = [
        item.name for item in records(items) if isinstance(item, Connection) and item.kind is ConnectionKind.FRIEND
    ]
    assert names[:2] == ["Sam Tolley", "Amy Tolley"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200), name=st.sampled_from(sorted(linkedin.archive())), headed=st.booleans())
def test_any_bytes_come_out_as_items(data: bytes, name: str, headed: bool, tmp_path: Path) -> None:
    header = linkedin.archive()[name].splitlines(keepends=True)[0] if headed else b""
    archive = open_archive([as_zip({**linkedin.archive(), name: header + data or b" "}, tmp_path / "any.zip")])
    for item in IMPORTER.read(archive, ReadOptions()):
        assert isinstance(item, Record | TextBatch | ReadProblem | MemberNote | Holder)
