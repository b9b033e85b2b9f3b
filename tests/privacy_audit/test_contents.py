"""Contents: every member of an export meets exactly one fate, and a damaged one costs itself alone."""

from collections.abc import Iterator
from pathlib import Path

from privacy_audit.archive import Member, open_archive
from privacy_audit.batching import Found
from privacy_audit.contents import Plan, Visit, carried_out
from privacy_audit.errors import ExportError
from privacy_audit.importing import MemberFate, MemberNote, ReadOptions, ReadProblem, TextBatch
from privacy_audit.model import Category, Passage, PassageKind, Setting, Voice


def _folder(tmp_path: Path, *names: str) -> Path:
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path


def _settings(visit: Visit, member: Member) -> Iterator[Found]:
    yield Setting(visit.source(member), "A setting", "on")
    yield Passage("A bio", PassageKind.BIO, Voice.OWNER, visit.source(member))
    yield Passage("A post", PassageKind.POST, Voice.OWNER, visit.source(member))


def _broken(visit: Visit, member: Member) -> Iterator[Found]:
    yield Setting(visit.source(member), "Read before the damage", "on")
    raise ExportError("This file is damaged. Ask for the export again.")


def test_each_member_meets_one_fate(tmp_path: Path) -> None:
    names = ("wrap/data/settings.json", "wrap/data/broken.json", "wrap/searches.json", "wrap/ads.json")
    folder = _folder(tmp_path, *names, "wrap/photo.JPG", "wrap/odd.bin")
    told: list[int] = []
    visit = Visit("made-up", open_archive([folder]), ReadOptions(progress=told.append))
    plan = Plan(
        readers=(("data/settings.json", _settings), ("data/broken.json", _broken), ("data/*.json", _settings)),
        private=("searches.json",),
        ignored=("ads.json",),
    )
    items = list(carried_out(visit, plan))
    fates = {item.member.rpartition("/")[2]: item.fate for item in items if isinstance(item, MemberNote)}
    assert fates == {
        "searches.json": MemberFate.PRIVATE,
        "ads.json": MemberFate.IGNORED,
        "photo.JPG": MemberFate.MEDIA,
        "odd.bin": MemberFate.UNKNOWN,
    }
    assert [item.name for item in items if isinstance(item, Setting)] == ["A setting", "Read before the damage"]
    assert [item.reason[:20] for item in items if isinstance(item, ReadProblem)] == ["This file is damaged"]
    batches = {item.category: item.counted for item in items if isinstance(item, TextBatch)}
    assert batches == {Category.PROFILE: False, Category.POSTS: True}
    assert sum(told) == 6


def test_stops_when_asked(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "a.json", "b.json")
    visit = Visit("made-up", open_archive([folder]), ReadOptions(stop=lambda: True))
    settings = [item for item in carried_out(visit, Plan((("*.json", _settings),))) if isinstance(item, Setting)]
    assert len(settings) == 1


def test_media_by_the_longest_end_then_by_a_name_there_is_once(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "x/media/one.jpg", "x/media/two.jpg", "x/other/two.jpg")
    visit = Visit("made-up", open_archive([folder]), ReadOptions())
    assert visit.media("wrong/prefix/media/one.jpg") == visit.media("media/one.jpg") is not None
    assert visit.media("elsewhere/one.jpg") is not None
    assert visit.media("elsewhere/two.jpg") is None
    assert visit.media("https://example.com/one.jpg") is None


def test_voices() -> None:
    visit = Visit("made-up", open_archive([Path(__file__)]), ReadOptions(), frozenset({"jo bloggs"}))
    assert visit.voice("Jo Bloggs ") is Voice.OWNER
    assert visit.voice("Sam") is Voice.OTHER
    assert visit.voice("") is Voice.UNKNOWN
