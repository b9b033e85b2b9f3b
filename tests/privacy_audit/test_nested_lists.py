"""Lists deep in one file come out whole, wherever its blocks end, and damage costs only what follows it."""

import json
from io import BytesIO

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_audit import nested_lists
from privacy_audit.importing import ReadProblem
from privacy_audit.model import Source
from privacy_audit.nested_lists import BREAKS_OFF, Piece, pieces, records

SOURCE = Source("test", "result.json")
WANTED = {("chats", "list", "*", "messages"), ("me",), ("others", "list")}


class Said(msgspec.Struct):
    text: str = ""
    more: object = None


def _read(data: bytes) -> tuple[list[tuple[str, ...]], list[tuple[str, int, str]], list[str]]:
    paths: list[tuple[str, ...]] = []
    said, told = [], []
    for piece in pieces(BytesIO(data), WANTED.__contains__):
        if not isinstance(piece, Piece):
            told.append(piece)
            continue
        if piece.number == 0:
            paths.append(piece.path)
        name = json.loads(piece.head).get("name", "")
        for record in records(piece, Said, SOURCE):
            if isinstance(record, ReadProblem):
                told.append(record.reason)
            else:
                said.append((name, record[0], record[1].text))
    return paths, said, told


def _file(chats: dict[str, list[str]]) -> dict[str, object]:
    talk = [
        {
            "name": name,
            "id": 1,
            "x": {"messages": []},
            "messages": [{"text": text, "more": [{"a": []}]} for text in texts],
        }
        for name, texts in chats.items()
    ]
    return {"about": "[{", "me": {"text": "me"}, "chats": {"about": "", "list": talk}, "others": {"list": []}}


CHATS = {'Sam "}] \\': ["hello", "{[", "\\", "\u201c"], "Jo": [], "Kim": ["x" * 50]}


@pytest.mark.parametrize("block", [1, 7, 64, 1 << 20])
@pytest.mark.parametrize("indent", [None, 1])
def test_everything_comes_out_wherever_blocks_end(
    block: int, indent: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nested_lists, "_BLOCK", block)
    paths, said, told = _read(json.dumps(_file(CHATS), indent=indent).encode())
    assert paths == [("me",), *[("chats", "list", "*", "messages")] * 3, ("others", "list")]
    assert said == [
        ("", 0, "me"),
        *[(name, at, text) for name, texts in CHATS.items() for at, text in enumerate(texts)],
    ]
    assert told == []


def test_a_file_that_breaks_off_gives_what_stood_before() -> None:
    data = json.dumps(_file({"Sam": ["one", "two"], "Jo": ["three"]})).encode()
    _, said, told = _read(data[: data.index(b"three")])
    assert [text for _, _, text in said] == ["me", "one", "two"]
    assert told == [BREAKS_OFF]


def test_letters_that_are_no_json_are_taken() -> None:
    data = (
        b'{"chats": {"list": [{"name": "Sam", "messages": [{"text": "a\\x1Fb"}, {"text": "\\\\x41"}, {"text": 3}]}]}}'
    )
    _, said, told = _read(data)
    assert [text for _, _, text in said] == ["a\x1fb", "\\x41", ""]
    assert len(told) == 1


def test_an_endless_nest_is_told() -> None:
    _, said, told = _read(b'{"chats": ' + b'{"a":[' * 5_000)
    assert (said, len(told)) == ([], 1)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.text(max_size=5), st.lists(st.text(max_size=6), max_size=4), max_size=4))
def test_any_texts(chats: dict[str, list[str]]) -> None:
    _, said, told = _read(json.dumps(_file(chats)).encode())
    assert said[1:] == [(name, at, text) for name, texts in chats.items() for at, text in enumerate(texts)]
    assert told == []


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes(data: bytes) -> None:
    for one in pieces(BytesIO(b'{"chats":{"list":[{"messages":[{' + data), WANTED.__contains__):
        assert isinstance(one, Piece | str)
        if isinstance(one, Piece):
            assert all(record is not None for record in records(one, Said, SOURCE))
