"""Long JSON lists come out record by record, whatever stands around them and wherever the blocks end."""

import json
from io import BytesIO

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_audit import json_stream
from privacy_audit.importing import ReadProblem
from privacy_audit.json_stream import Row, rows
from privacy_audit.model import Source

_SOURCE = Source("made-up", "list.json")


class _Item(msgspec.Struct, gc=False):
    text: str = ""
    inner: dict[str, list[int]] = {}


def _read(data: bytes, key: str = "") -> tuple[list[str], list[ReadProblem]]:
    items = list(rows(BytesIO(data), _Item, _SOURCE, key))
    texts = [item.value.text for item in items if isinstance(item, Row)]
    return texts, [item for item in items if isinstance(item, ReadProblem)]


def _list(count: int) -> list[dict[str, object]]:
    return [{"text": f'item {n} with "quotes", [brackets] and \\ {{more}}', "inner": {"a": [n]}} for n in range(count)]


@pytest.mark.parametrize("block", [1, 7, 64, 1 << 20])
@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ("", "", ""),
        ("\ufeff", "\n", ""),
        ("window.YTD.tweets.part0 = ", "", ""),
        ('{"other": "x", "locations" : ', ', "later": [{"text": "not this"}]}', "locations"),
    ],
)
def test_every_record_comes_out(block: int, before: str, after: str, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "_BLOCK", block)
    wanted = _list(40)
    for indent in (None, 2):
        data = (before + json.dumps(wanted, indent=indent) + after).encode()
        texts, problems = _read(data, key)
        assert texts == [item["text"] for item in wanted]
        assert problems == []


def test_numbers_count_on_over_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "_BLOCK", 50)
    items = list(rows(BytesIO(json.dumps(_list(9)).encode()), _Item, _SOURCE))
    assert [item.number for item in items if isinstance(item, Row)] == list(range(9))


def test_an_empty_list_is_no_problem() -> None:
    assert _read(b"window.YTD.like.part0 = [ ]") == ([], [])


def test_one_odd_record_costs_itself_alone() -> None:
    data = b'[{"text": "one"}, {"text": "two", "inner": "odd"}, [1], {"text": "three"}]'
    texts, problems = _read(data)
    assert texts == ["one", "two", "three"]
    assert [problem.source.pointer for problem in problems] == ["/2"]


def test_a_file_that_breaks_off_gives_what_it_has() -> None:
    texts, problems = _read(json.dumps(_list(5)).encode()[:-20])
    assert len(texts) == 4
    assert "breaks off" in problems[0].reason


def test_a_list_that_is_not_there_is_said() -> None:
    assert "not found" in _read(b'{"other": 1}', "locations")[1][0].reason


def test_endless_nesting_is_left() -> None:
    texts, problems = _read(b'[{"text": "one"}, ' + b"[" * 100_000)
    assert "too large" in problems[0].reason
    assert texts in ([], ["one"])


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["", "locations"]))
def test_any_bytes_come_out_as_rows_or_problems(data: bytes, key: str) -> None:
    for item in rows(BytesIO(data), _Item, _SOURCE, key):
        assert isinstance(item, Row | ReadProblem)


@pytest.mark.parametrize("block", [5, 20, 33])
def test_lone_brackets_in_texts_count_for_nothing(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "_BLOCK", block)
    texts = [f"hello [world {{ {number}" for number in range(30)]
    assert _read(json.dumps([{"text": text} for text in texts]).encode()) == (texts, [])


@pytest.mark.parametrize(("data", "texts"), [(b'{"a": [1]}', []), (b'{"a": [1], "b": [{"text": "one"}]}', ["one"])])
def test_an_optional_list_need_not_be_there(data: bytes, texts: list[str]) -> None:
    items = list(rows(BytesIO(data), _Item, _SOURCE, "b", optional=True))
    assert [item.value.text for item in items if isinstance(item, Row)] == texts
    assert [item for item in items if isinstance(item, ReadProblem)] == []


@pytest.mark.parametrize("block", [5, 64, 1 << 20])
@pytest.mark.parametrize("depth", [1, 3, 4, 5, 6, 40])
def test_records_are_whole_however_deep(depth: int, block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "_BLOCK", block)
    nested = '{"x": [' * depth + '"}"' + "]}" * depth
    one = '{"text": "a", "more": ' + nested + ', "flat": {}}'
    texts, problems = _read(f"[{', '.join([one] * 20)}]".encode())
    assert (texts, problems) == (["a"] * 20, [])
