"""Facebook exports as they arrive: packed again, in parts, cut off, damaged, odd, and taken for something else."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.errors import ExportError
from privacy_audit.importers.facebook import IMPORTER
from privacy_audit.importing import MemberFate, ReadOptions
from privacy_audit.meta import slices, tables
from privacy_audit.model import (
    Category,
    Connection,
    ConnectionKind,
    Membership,
)
from tests.builders.facebook import (
    Files,
    as_json,
    in_parts,
    render,
    truncated,
    underscored,
    wrapped,
    write,
)
from tests.builders.facebook_content import Layout
from tests.builders.facebook_person import FRIEND, NAME, PERSON
from tests.builders.facebook_reading import Read, read

E_FILES = render(PERSON, Layout.E)


def _read(files: Files, folder: Path, name: str = "export.zip") -> Read:
    return read(write(files, folder / name))


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda files: wrapped(files, "facebook mine (1)"), id="packed again on a Mac"),
        pytest.param(lambda files: wrapped(files, "search/ads/files"), id="in a folder with an unlucky name"),
        pytest.param(underscored, id="apostrophes as underscores"),
        pytest.param(lambda files: {path.upper(): data for path, data in files.items()}, id="names in capitals"),
        pytest.param(
            lambda files: {path: b"\xef\xbb\xbf" + data for path, data in files.items()}, id="byte order marks"
        ),
    ],
)
def test_a_changed_wrapping_changes_nothing(layout: Layout, change: Callable[[Files], Files], tmp_path: Path) -> None:
    files = render(PERSON, layout)
    plain, changed = _read(files, tmp_path, "plain.zip"), _read(change(files), tmp_path, "changed.zip")
    assert changed.problems == []
    assert _same(changed) == _same(plain)
    assert changed.recognition is not None
    assert changed.recognition.layout == layout.value


def _same(found: Read) -> object:
    return found.counts(), sorted(passage.text for passage in found.counted), found.holder.names


def test_a_folder_reads_like_a_zip(tmp_path: Path) -> None:
    assert read(write(E_FILES, tmp_path / "folder")).told() == _read(E_FILES, tmp_path).told()


def test_parts_are_one_export(tmp_path: Path) -> None:
    first, second = in_parts(E_FILES, lambda path: "messages/" in path or path.endswith(".jpg"))
    parts = write(first, tmp_path / "facebook-1.zip"), write(second, tmp_path / "facebook-2.zip")
    assert read(*parts).told() == _read(E_FILES, tmp_path).told()


def test_a_part_without_the_profile_is_still_facebook(tmp_path: Path) -> None:
    for layout in Layout:
        messages, _rest = in_parts(render(PERSON, layout), lambda path: "messages/" in path)
        found = _read(messages, tmp_path, f"{layout.name}.zip")
        assert found.recognition is not None
        assert found.counts()[Category.MESSAGES] == 8
        assert found.holder.names == (NAME,)  # the one who takes part in all three conversations


@pytest.mark.parametrize(
    ("ending", "category", "whole"),
    [
        ("posts__check_ins__photos_and_videos_1.json", Category.POSTS, 13),
        ("your_friends.json", Category.CONNECTIONS, 11),
        ("message_1.json", Category.MESSAGES, 8),
        ("comments.json", Category.COMMENTS, 3),
        ("profile_information.json", Category.PROFILE, 36),
        ("0.json", Category.PHOTOS, 8),
    ],
)
def test_a_file_that_breaks_off_gives_what_it_has(ending: str, category: Category, whole: int, tmp_path: Path) -> None:
    found = _read(truncated(E_FILES, ending, 0.7), tmp_path)
    counts = found.counts()
    assert 0 < counts[category] <= whole
    assert counts[category] < whole or found.problems
    assert found.problems
    assert all(problem.source.member.endswith(ending) for problem in found.problems)
    expected = _read(E_FILES, tmp_path, "whole.zip").counts()
    linked = {Category.PHOTOS, Category.PLACES, Category.GROUPS, category}  # what hangs on posts goes with them
    assert {key: counts[key] for key in counts if key not in linked} == {
        key: expected[key] for key in expected if key not in linked
    }


def _friends(value: object, tmp_path: Path) -> Read:
    data = value if isinstance(value, bytes) else as_json({"friends_v2": value})
    return _read({**E_FILES, "connections/friends/your_friends.json": data}, tmp_path)


@pytest.mark.parametrize(
    ("rows", "names", "problems"),
    [
        ([{"name": "Åsa", "timestamp": 1}, "words"], ["Åsa"], 1),
        ([{"name": "Åsa", "timestamp": "soon"}], ["Åsa"], 1),
        ([{"name": "Åsa", "timestamp": None}], ["Åsa"], 0),
        ([{"name": 7}, {"name": "Åsa"}], ["Åsa"], 2),  # the value, and the row that has nothing left
        ([{}, {"name": "Åsa"}], ["Åsa"], 1),
        ([None, [], {"name": "Åsa"}], ["Åsa"], 2),
        ([{"name": "Åsa", "timestamp": 10**30}], ["Åsa"], 0),
        ([{"name": "Åsa", "unheard_of": {"deep": [1]}}], ["Åsa"], 0),
        ([], [], 0),
        (None, [], 0),
    ],
)
def test_odd_rows_become_problems_and_the_rest_is_read(
    rows: object, names: list[str], problems: int, tmp_path: Path
) -> None:
    found = _friends(rows, tmp_path)
    assert [one.name for one in found.of(Connection) if one.kind is ConnectionKind.FRIEND] == names
    assert len(found.problems) == problems
    assert all("your_friends" in problem.source.member for problem in found.problems)


def test_a_problem_points_at_its_row(tmp_path: Path) -> None:
    found = _friends([{"name": "Åsa"}, {}, 5], tmp_path)
    assert sorted(problem.source.pointer for problem in found.problems) == ["/friends_v2/1", "/friends_v2/2"]


@pytest.mark.parametrize(
    "data",
    [
        b'{"friends_v2": [{"name": "Bad \\ud83d half", "timestamp": 1}]}',
        b'{"friends_v2": [{"name": "NaN time", "timestamp": NaN}]}',
        b"\xff\xfe" + '{"friends_v2": [{"name": "Sixteen", "timestamp": 1}]}'.encode("utf-16-le"),
        b'{"friends": [{"name": "Old key"}], "friends_v2": []}',
        b'{"friends_v7": [{"name": "Later year"}]}',
        b'{"amigos": [{"name": "Other key"}]}',
        b'[{"name": "No key"}]',
    ],
    ids=["lone surrogate", "NaN", "UTF-16", "old key", "later key", "unknown key", "bare list"],
)
def test_one_friend_comes_out_of_any_damage(data: bytes, tmp_path: Path) -> None:
    friends = [one for one in _friends(data, tmp_path).of(Connection) if one.kind is ConnectionKind.FRIEND]
    assert len(friends) == 1
    friends[0].name.encode("utf-8")  # nothing behind the door can hold half a letter


def test_a_file_of_another_shape_is_one_problem(tmp_path: Path) -> None:
    for data in (b"", b"hello", b"5", b'{"a": 1, "b": 2}', b"{" * 5000):
        found = _friends(data, tmp_path)
        assert len(found.problems) <= 2
        assert found.counts()[Category.CONNECTIONS] == 8
        assert found.problems or data == b""  # an empty file is passed over by the door


def test_long_lists_are_read_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{"name": f"Frînd {number}", "timestamp": number} for number in range(1, 51)]
    rows[17] = {"timestamp": 3}
    at_once = _friends(rows, tmp_path)
    monkeypatch.setattr(tables, "_WHOLE", 10)
    monkeypatch.setattr(tables, "_PIECE", 7)
    in_pieces = _friends(rows, tmp_path)
    assert in_pieces.records == at_once.records
    assert in_pieces.problems == at_once.problems
    assert [problem.source.pointer for problem in in_pieces.problems] == ["/friends_v2/17"]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("change", ["sound", "broken at the end", "odd row", "cut off", "another key first"])
def test_very_long_files_are_cut_up_while_they_stream(
    indent: int | None, change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows: list[object] = [
        {"timestamp": n, "title": f'a }}, {{"timestamp" ] {n}', "data": [{"comment": {"comment": "é", "author": NAME}}]}
        for n in range(1, 400)
    ]
    if change == "odd row":
        rows[200] = {"timestamp": 3, "title": 5, "data": {"not": "a list"}}
    value = {"comments_v2": rows}
    data = json.dumps({"x": 1, **value} if change == "another key first" else value, indent=indent).encode()
    data = {"broken at the end": data[:-9], "cut off": data[: len(data) // 2]}.get(change, data)
    files = {**E_FILES, "your_facebook_activity/comments_and_reactions/comments.json": data}
    at_once = _read(files, tmp_path)
    monkeypatch.setattr(tables, "_LONG", 10)
    monkeypatch.setattr(slices, "_SIZE", 4096)
    in_slices = _read(files, tmp_path)
    assert in_slices.told() == at_once.told()
    assert in_slices.problems == at_once.problems


def test_a_missing_answer_to_events_is_no_other_answer(tmp_path: Path) -> None:
    value = {"event_responses_v2": {"events_declined": [{"name": "Ffair", "start_timestamp": 5}]}}
    member = "your_facebook_activity/events/your_event_responses.json"
    found = _read({**E_FILES, member: as_json(value)}, tmp_path)
    told = [(one.name, one.detail) for one in found.of(Membership) if one.source.member == member]
    assert told == [("Ffair", "declined")]
    assert found.problems == []


def test_searches_are_never_read(tmp_path: Path) -> None:
    for layout in Layout:
        found = _read(render(PERSON, layout), tmp_path, f"{layout.name}.zip")
        private = [member for member, fate in found.notes.items() if fate is MemberFate.PRIVATE]
        assert [path.rpartition("/")[2] for path in private] == ["your_search_history.json"]
        assert not any("Sêcret" in passage.text for passage in (*found.counted, *found.beside))


def test_every_member_is_read_or_noted(tmp_path: Path) -> None:
    extra = {
        "your_facebook_activity/brand_new/thing.json": b"[]",
        "your_facebook_activity/facebook_marketplace/your_posts.json": b"[]",
        "ads_information/advertisers_using_your_activity.json": b"{}",
        "your_facebook_activity/marketplace/your_search_history.json": b"{}",
        "your_facebook_activity/posts/media/x/98765": b"\xff\xd8",
        "your_facebook_activity/messages/inbox/zoe_1/files/rota.pdf": b"%PDF",
    }
    notes = _read({**E_FILES, **extra}, tmp_path).notes
    fates = [notes[path] for path in extra]
    assert fates == [
        MemberFate.UNKNOWN, MemberFate.IGNORED, MemberFate.IGNORED, MemberFate.PRIVATE, MemberFate.MEDIA,
        MemberFate.IGNORED,
    ]  # fmt: skip


# Anything at all in any file

_MEMBERS = sorted(path for path in E_FILES if path.endswith(".json"))
_KEYS = st.sampled_from(
    [
        "name", "timestamp", "title", "data", "attachments", "post", "comment", "media", "uri", "label_values", "label",
        "value", "dict", "vec", "messages", "participants", "content", "sender_name", "timestamp_ms", "profile_v2",
        "friends_v2", "birthday", "year", "emails", "family_members", "work_experiences", "place", "coordinate", "x",
    ]
)  # fmt: skip
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=15,
)
_BYTES = st.binary(max_size=80) | _VALUES.map(lambda value: json.dumps(value).encode())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(member=st.sampled_from(_MEMBERS), data=_BYTES)
def test_any_bytes_in_any_file_give_records_or_problems(member: str, data: bytes, tmp_path: Path) -> None:
    small = {path: content for path, content in E_FILES.items() if "profile_information.json" in path}
    target = write({**small, member: data, "keep.json": b"[]"}, tmp_path / "any.zip")
    with suppress(ExportError):
        read(target)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(member=st.sampled_from(_MEMBERS), cut=st.floats(0, 1), wrong=st.binary(min_size=1, max_size=3))
def test_a_flaw_anywhere_is_survived(member: str, cut: float, wrong: bytes, tmp_path: Path) -> None:
    data = E_FILES[member]
    place = int(len(data) * cut)
    damaged = {**E_FILES, member: data[:place] + wrong + data[place + len(wrong) :]}
    found = _read(damaged, tmp_path)
    assert found.holders


def test_reading_stops_when_asked(tmp_path: Path) -> None:
    target = write(E_FILES, tmp_path / "export.zip")
    seen: list[object] = []
    with open_archive([target]) as archive:
        for item in IMPORTER.read(archive, ReadOptions(stop=lambda: len(seen) >= 3)):
            seen.append(item)
    assert len(seen) <= 4


def test_progress_ends_at_the_size_of_the_export(tmp_path: Path) -> None:
    done: list[int] = []
    with open_archive([write(E_FILES, tmp_path / "export.zip")]) as archive:
        for _item in IMPORTER.read(archive, ReadOptions(progress=done.append)):
            pass
        assert sum(done) == archive.size


def test_nobody_is_named_in_a_problem(tmp_path: Path) -> None:
    found = _read({path: data[:-9] for path, data in E_FILES.items() if path.endswith(".json")}, tmp_path)
    assert found.problems
    for problem in found.problems:
        assert not any(word in problem.reason for word in (NAME, FRIEND, "Llanfâr"))
