"""X: everything comes out of each generation of the archive, whatever happened to it on its way."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.errors import ExportError
from privacy_audit.importers.x import IMPORTER
from privacy_audit.importing import ExportItem, Holder, MemberFate, MemberNote, ReadOptions, ReadProblem, TextBatch
from privacy_audit.model import (
    BirthDate,
    Coordinates,
    Passage,
    PassageKind,
    Photo,
    Place,
    ProfileField,
    Record,
    Thread,
    Voice,
)
from tests.builders import x
from tests.builders.variants import WHOLE, Files, as_folder, as_zip, cut_off

GENERATIONS = ("2022", "2020", "2018")


def _read(files: Files, tmp_path: Path) -> list[ExportItem]:
    archive = open_archive([as_zip(files, tmp_path / "twitter-2026-02-01-0000.zip")])
    recognition = IMPORTER.recognise(archive)
    assert recognition is not None
    assert recognition.importer == "x"
    return list(IMPORTER.read(archive, ReadOptions()))


def _counts(items: Sequence[ExportItem]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for item in items:
        if isinstance(item, TextBatch) and item.counted:
            counts[item.category.value] += len(item.texts)
        elif isinstance(item, Record) and not isinstance(item, Thread):
            counts[item.category.value] += 1
    return counts


def _passages(items: Sequence[ExportItem]) -> list[Passage]:
    return [item.passage(n) for item in items if isinstance(item, TextBatch) for n in range(len(item.texts))]


@pytest.mark.parametrize("generation", GENERATIONS)
@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out(generation: str, variant: str, tmp_path: Path) -> None:
    items = _read(WHOLE[variant](x.archive(generation)), tmp_path)
    counts = _counts(items)
    assert {key: counts[key] for key in x.COUNTS} == x.COUNTS
    assert [item.reason for item in items if isinstance(item, ReadProblem)] == []


def test_whose_it_is(tmp_path: Path) -> None:
    holder = next(item for item in _read(x.archive(), tmp_path) if isinstance(item, Holder))
    assert (holder.names, holder.handles, holder.emails) == (
        ("Morgan Fairweather",),
        ("morganfp",),
        ("morgan.f@example.com",),
    )
    assert holder.account_id == x.OWNER_ID
    assert holder.made is not None
    assert holder.made.iso() == "2026-02-01T10:00:00+00:00"


def test_words_are_told_in_full_and_by_whom(tmp_path: Path) -> None:
    passages = _passages(_read(x.archive(), tmp_path))
    posts = [passage.text for passage in passages if passage.kind is PassageKind.POST]
    assert "Post number 0 & more" in posts
    assert x.LONG in posts
    assert not any(text.endswith("t.co/x") for text in posts)
    talk = [passage for passage in passages if passage.kind is PassageKind.MESSAGE]
    assert Counter(passage.voice for passage in talk) == {Voice.OWNER: 3, Voice.OTHER: 3}
    assert {passage.author for passage in talk} == {"Morgan Fairweather", "Sam Tolley"}
    assert "Sunday walkers" in [passage.text for passage in passages if passage.kind is PassageKind.GROUP_NAME]
    assert {passage.text for passage in passages if passage.kind is PassageKind.HANDLE} == {
        "Morgan Fairweather",
        "morganfp",
    }
    assert [passage.text for passage in passages if passage.kind is PassageKind.BIO] == [
        "Walks the dog, burns the toast & sings"
    ]


def test_small_records(tmp_path: Path) -> None:
    items = _read(x.archive(), tmp_path)
    (born,) = [item.value.as_date() for item in items if isinstance(item, BirthDate)]
    assert born is not None
    assert born.isoformat() == "1987-03-14"
    (place,) = [item for item in items if isinstance(item, Place)]
    assert (place.name, place.coordinates) == ("Ludlow, England", Coordinates(52.36, -2.71))
    photos = [item.member for item in items if isinstance(item, Photo) and item.caption]
    assert photos == ["data/tweets_media/90-one.jpg", None]
    fields = {(item.kind.value, item.value) for item in items if isinstance(item, ProfileField)}
    assert {("phone", "+447700900318"), ("former name", "morgan_f"), ("current city", "Ludlow")} <= fields


def test_every_other_member_has_its_fate(tmp_path: Path) -> None:
    fates = {item.member: item.fate for item in _read(x.archive(), tmp_path) if isinstance(item, MemberNote)}
    assert fates["data/saved-search.js"] is MemberFate.PRIVATE
    assert fates["data/ad-engagements.js"] is MemberFate.IGNORED
    assert fates["data/brand-new-thing.js"] is MemberFate.UNKNOWN
    assert fates["data/tweets_media/90-one.jpg"] is MemberFate.MEDIA


def test_a_file_that_breaks_off_costs_its_end_alone(tmp_path: Path) -> None:
    items = _read(cut_off(x.archive(), "data/tweets.js"), tmp_path)
    problems = [item for item in items if isinstance(item, ReadProblem)]
    assert ["breaks off" in problem.reason for problem in problems] == [True]
    assert 0 < _counts(items)["posts"] < x.TWEETS
    assert _counts(items)["messages"] == x.MESSAGES


def test_a_table_of_posts_from_before_2018(tmp_path: Path) -> None:
    columns = b'"tweet_id","in_reply_to_status_id","timestamp","source","text"\n'
    table = columns + b'"1","","2012-01-01 10:00:00 +0000","x","Hello &amp; hi"\n'
    items = _read({"tweets.csv": table}, tmp_path)
    assert [passage.text for passage in _passages(items)] == ["Hello & hi"]


def test_others_are_not_taken_for_it(tmp_path: Path) -> None:
    assert (
        IMPORTER.recognise(open_archive([as_folder({"data/account.js": b"var a = 1", "a.txt": b"x"}, tmp_path)]))
        is None
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200), name=st.sampled_from(sorted(x.archive())), prefixed=st.booleans())
def test_any_bytes_come_out_as_items(data: bytes, name: str, prefixed: bool, tmp_path: Path) -> None:
    body = b"window.YTD.x.part0 = [" + data if prefixed else data
    archive = open_archive([as_zip({**x.archive(), name: body or b" "}, tmp_path / "any.zip")])
    try:
        for item in IMPORTER.read(archive, ReadOptions()):
            assert isinstance(item, Record | TextBatch | ReadProblem | MemberNote | Holder)
    except ExportError:
        pytest.fail("an importer tells damage as a problem")
