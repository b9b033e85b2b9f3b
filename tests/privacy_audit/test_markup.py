"""The door to HTML: text as a reader sees it, no record lost at a cut, hostile pages read within bounds."""

import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_audit.markup import Element, pieces, small_page
from privacy_audit.markup_cuts import DEPTH_LIMIT, flattened, is_tame


def _root(html: str) -> Element:
    return next(iter(pieces(html.encode()))).root


_TEXTS = [
    ("<div>one</div>", "one"),
    ("<div>one<br>two</div>", "one\ntwo"),
    ("<div>one <b>bold</b> word</div>", "one bold word"),
    ("<div><p>one</p><p>two</p></div>", "one\ntwo"),
    ("<div>tom &amp; jerry&#039;s &lt;b&gt;</div>", "tom & jerry's <b>"),
    ("<div>  many \n blanks\t here </div>", "many blanks here"),
    ("<div>a<script>var x;</script>b<style>.x{}</style></div>", "ab"),
    ("<div>caf\u00e9 \U0001f46e</div>", "caf\u00e9 \U0001f46e"),
    ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
    ("<div></div>", ""),
    ("<div>a<!-- hidden -->b</div>", "ab"),
]


@pytest.mark.parametrize(("html", "text"), _TEXTS)
def test_text_is_what_a_reader_sees(html: str, text: str) -> None:
    assert _root(html).text() == text
    assert small_page(html.encode()).text() == text


_PAGE = '<div class="rec big"><h2>Head</h2> own <a href="x.jpg"><img src="x.jpg"></a><p class="t">Text</p></div>'


@pytest.mark.parametrize("root", [_root(_PAGE), small_page(_PAGE.encode())], ids=["lexbor", "soup"])
def test_elements_tell_the_same_from_both_parsers(root: Element) -> None:
    record = root.first("div.rec")
    assert record is not None
    assert (record.tag, record.classes) == ("div", ("rec", "big"))
    assert [child.tag for child in record.children()] == ["h2", "a", "p"]
    assert record.own_text() == "own"
    link = record.first("a")
    assert link is not None and link.attr("href") == "x.jpg" and link.attr("title") == ""
    assert [element.text() for element in record.select(".t")] == ["Text"]
    assert [element.tag for element in record.select("p, .t, h2")] == ["h2", "p"]
    assert link.parent is not None and link.parent.classes == ("rec", "big")
    assert record.first("video") is None


def _records(count: int, name: str = "rec") -> str:
    return "".join(
        f'<div class="{name} x"><div class="h">Name {number}</div><div class="b"><div>Text {number}</div></div></div>'
        for number in range(count)
    )


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize("starts", [("rec",), ()], ids=["by class", "by structure"])
@pytest.mark.parametrize("size", [2_000, 7_777, 10**7])
def test_no_record_is_lost_or_cut_through(starts: tuple[str, ...], size: int, streamed: bool) -> None:
    page = f"<html><head><title>T</title></head><body><div>{_records(700)}</div><p>end</p></body></html>".encode()
    found: list[str] = []
    number = -1
    for number, piece in enumerate(pieces(io.BytesIO(page) if streamed else page, starts, size=size)):
        assert (piece.number, piece.flattened, piece.split) == (number, 0, False)
        found += [record.text() for record in piece.root.select("div.rec")]
    assert found == [f"Name {index}\nText {index}" for index in range(700)]
    assert (number > 1) == (size < 10**6)


def test_nested_records_are_not_cut_apart() -> None:
    inner = '<div class="rec">inner</div>' * 30
    outer_record = f'<div class="rec">outer {inner}</div>'
    page = f"<body>{outer_record * 20}</body>".encode()
    counts = [
        len(one.children())
        for piece in pieces(page, ("rec",), size=1_500)
        for one in piece.root.select("div.rec")
        if one.own_text() == "outer"
    ]
    assert counts == [30] * 20


def test_a_record_beyond_all_bounds_is_cut_and_said() -> None:
    page = b'<div class="rec">' + b"<p>word</p>" * 5_000 + b"</div>"
    found = list(pieces(page, ("rec",), size=1_000))
    assert any(piece.split for piece in found)
    assert sum(piece.root.text().count("word") for piece in found) == 5_000


def test_text_at_any_depth_is_kept_and_what_is_flattened_is_counted() -> None:
    deep = 20 * DEPTH_LIMIT
    page = b"<div>" * deep + b"deep down" + b"</div>" * deep + b"<p>after</p>"
    (piece,) = pieces(page)
    assert piece.root.text() == "deep down\nafter"
    assert piece.flattened == deep - DEPTH_LIMIT
    assert flattened(_PAGE.encode()) == (_PAGE.encode(), 0)


_HOSTILE = [
    b"<div>" * 300_000,
    (b"<div>" * 2_000 + b"</div>" * 2_000) * 20,
    b"<p>" * 100_000,
    b"<br>" * 100_000,
    b"<a<" * 100_000,
    b"<!--" * 100_000,
    b"</" * 200_000,
    b"<![",
    b"<table>" * 20_000,
    b"<b>" * 50_000,
    b"<p><b>" * 20_000,
    b'<a href="' * 50_000,
    b"\x00<div>\xff\xfe</div>",
    b"",
]


@pytest.mark.parametrize("page", _HOSTILE, ids=lambda page: repr(page[:8]))
def test_hostile_pages_cost_seconds_not_minutes(page: bytes) -> None:
    start = time.process_time()
    for piece in pieces(page):
        piece.root.text()
    small_page(page[: 256 * 1024]).text()
    assert time.process_time() - start < 5


def test_only_tame_pages_go_to_the_slow_parser() -> None:
    assert is_tame(_PAGE.encode())
    for page in (b"<br>" * 3_000, b"<!--" * 200, b"<i>" * 30_000, b"<div>" * 1_000):
        assert not is_tame(page)
        assert type(small_page(page)) is type(_root("<p>x</p>"))
    assert type(small_page(_PAGE.encode())) is not type(_root("<p>x</p>"))


@pytest.mark.parametrize(
    "data",
    [
        "<p>café</p>".encode(),
        "<p>café</p>".encode("cp1252"),
        "<p>café</p>".encode("utf-16"),
        b"\xef\xbb\xbf<p>caf\xc3\xa9</p>",
    ],
)
def test_encodings(data: bytes) -> None:
    assert next(iter(pieces(data))).root.text() == "café"
    assert small_page(data).text() == "café"


_BITS = st.lists(
    st.sampled_from(["<div>", "</div>", "<p>", "a", " ", "<br>", "&amp;", "<td", '"', ">", "<!", "é", "<b class=x>"])
)


@given(_BITS.map("".join), st.integers(20, 80))
def test_any_page_can_be_walked(html: str, size: int) -> None:
    for piece in pieces(html.encode(), ("x",), size=size):
        todo = [piece.root]
        while todo:
            element = todo.pop()
            assert isinstance(element.text(), str) and isinstance(element.own_text(), str)
            todo.extend(element.children())
    small_page(html.encode()).text()
