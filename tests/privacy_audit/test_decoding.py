"""Sound files decode typed; damaged ones give what they hold, and a problem for what they do not."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_audit.decoding import decode, decode_values, walk_texts
from privacy_audit.model import Source

_HERE = Source("facebook", "a.json")


class Item(msgspec.Struct):
    name: str = ""
    when: int = 0
    inner: list[str] | None = None


class File(msgspec.Struct):
    items: list[Item] = []
    title: str = ""


class Strict(msgspec.Struct):
    name: str


def _sound() -> bytes:
    return b'{"items": [{"name": "A", "when": 1}, {"name": "B"}], "title": "t", "other": {"x": []}}'


def test_a_sound_file_needs_nothing_else() -> None:
    found = decode(_sound(), File, _HERE)
    assert found.value == File([Item("A", 1), Item("B")], "t")
    assert found.problems == ()


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + _sound(),
        _sound().decode().encode("utf-16"),
        b"  window.YTD.items.part0 = " + _sound(),
        _sound().replace(b'"other"', b'"items2": null, "other"'),
    ],
)
def test_harmless_oddities_cost_nothing(data: bytes) -> None:
    found = decode(data, File, _HERE)
    assert found.value == File([Item("A", 1), Item("B")], "t")
    assert found.problems == ()


@pytest.mark.parametrize(
    ("data", "items", "pointers"),
    [
        # one odd record or value among good ones
        (b'{"items": [{"name": "A"}, 7, {"name": "B"}]}', [Item("A"), Item("B")], ["/items/1"]),
        (b'{"items": [{"name": {"x": 1}, "when": 5}]}', [Item("", 5)], ["/items/0/name"]),
        (b'{"items": [{"inner": ["a", 7, "b"]}]}', [Item(inner=["a", "b"])], ["/items/0/inner/1"]),
        (b'{"items": [{"when": NaN, "name": "NaN, Infinity"}]}', [Item("NaN, Infinity")], []),
        (b'{"items": [{"when": 1e999, "name": "A"}]}', [Item("A")], []),
        # letters that JSON forbids
        (b'{"items": [{"name": "a\\ud83d b"}]}', [Item("a\ufffd b")], [""]),
        (b'{"items": [{"name": "\\ud83d\\ude00 \\\\ud83d"}], "title": "a\x00b"}', [Item("😀 \\ud83d")], []),
        (b'{"items": [{"name": "caf\xe9"}]}', [Item("café")], []),
        # files that break off
        (b'{"items": [{"name": "A", "when": 2}, {"name": "B', [Item("A", 2), Item()], [""]),
        (b'{"items": [{"name": "A"}]} garbage', [Item("A")], [""]),
    ],
)
def test_damaged_files_lose_only_what_is_damaged(data: bytes, items: list[Item], pointers: list[str]) -> None:
    found = decode(data, File, _HERE)
    assert found.value is not None
    assert found.value.items == items
    assert [problem.source.pointer for problem in found.problems] == pointers


@pytest.mark.parametrize("data", [b"", b"   ", b"nonsense", b"[1, 2]", b'"text"', b"null"])
def test_a_file_that_holds_nothing_of_the_kind_is_one_problem(data: bytes) -> None:
    found = decode(data, File, _HERE)
    assert found.value is None
    assert len(found.problems) == 1


def test_a_record_without_what_it_must_have_is_a_problem() -> None:
    found = decode(b'[{"name": "A"}, {}, {"name": null}]', list[Strict], _HERE)
    assert found.value == [Strict("A")]
    assert len(found.problems) == 2


@pytest.mark.parametrize("data", [b"[" * 200_000, b'{"a":' * 200_000, b"[" * 5_000 + b"]" * 5_000])
def test_endless_nesting_is_a_problem_and_no_crash(data: bytes) -> None:
    found = decode_values(data, _HERE)
    assert len(found.problems) == 1


def test_problems_hold_no_words_of_the_file() -> None:
    found = decode(b'{"items": [{"name": {"canary": "kestrel"}, "when": "kestrel"}, "kestrel"]}', File, _HERE)
    assert len(found.problems) == 3
    assert "kestrel" not in str(found.problems)


@given(st.binary(max_size=200))
def test_any_bytes_give_values_or_problems(data: bytes) -> None:
    found = decode(data, File, _HERE)
    assert found.value is not None or found.problems


_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.text(max_size=8)
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


@given(_VALUES)
def test_what_is_sound_comes_out_as_it_is(value: Any) -> None:
    data = json.dumps(value).encode("ascii", "surrogatepass")
    assert decode_values(data, _HERE).value == json.loads(data)


@given(_VALUES, st.integers(0, 30))
def test_a_file_cut_anywhere_never_raises(value: Any, cut: int) -> None:
    data = json.dumps([value, {"a": "text"}]).encode()
    decode(data[: max(0, len(data) - cut)], File, _HERE)


def test_texts_are_walked_with_their_place() -> None:
    assert list(walk_texts({"a": ["x", {"b": "y"}], "c": 1, "d": "z"})) == [("/a/0", "x"), ("/a/1/b", "y"), ("/d", "z")]
