"""The door to XML: whole records whatever stands around them, damage costs one record, nothing is ever fetched."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_audit.importing import ReadProblem
from privacy_audit.model import Source
from privacy_audit.xml_stream import XmlNode, xml_node, xml_records

WHERE = Source("blogs", "a.xml")


def _read(data: bytes, *names: str) -> tuple[list[XmlNode], list[str]]:
    found = list(xml_records(BytesIO(data), names or ("item",), WHERE))
    return [one[1] for one in found if isinstance(one, tuple)], [
        one.reason for one in found if isinstance(one, ReadProblem)
    ]


@pytest.mark.parametrize(
    ("data", "titles"),
    [
        (b"<rss><item><title>One</title></item><item><title>Two</title></item></rss>", ["One", "Two"]),
        (b"\xef\xbb\xbf<x:item><y:title>One</y:title></x:item>", ["One"]),
        ("<item><title>Größe</title></item>".encode("utf-16"), ["Größe"]),
        ('<?xml version="1.0" encoding="ISO-8859-1"?><item><title>Größe</title></item>'.encode("latin-1"), ["Größe"]),
        (b"<!-- <item><title>no</title></item> --><item><title>One</title></item>", ["One"]),
        (b"<![CDATA[<item>]]><item><title><![CDATA[a </item> b]]></title></item>", ["a </item> b"]),
        (b"<item><title>a &nbsp;b &amp; c & d &unheard; e</title></item>", ["a \xa0b & c & d &unheard; e"]),
        (b"<item><title>a\x0bb&#8;</title></item>", ["ab"]),
        (b"<items><title>no</title></items><item/><item ><title>One</title></item\n>", ["", "One"]),
    ],
)
def test_records_are_found(data: bytes, titles: list[str]) -> None:
    nodes, reasons = _read(data)
    assert [node.text("title") for node in nodes] == titles
    assert reasons == []


def test_damage_costs_one_record() -> None:
    nodes, reasons = _read(b"<item><title>One</title></item><item><b>x</c></item><item><title>Two</title></item>")
    assert [node.text("title") for node in nodes] == ["One", "Two"]
    assert len(reasons) == 1


def test_a_file_that_breaks_off_says_so() -> None:
    nodes, reasons = _read(b"<item><title>One</title></item><item><title>Tw")
    assert len(nodes) == 1
    assert ["breaks off" in reason for reason in reasons] == [True]


def test_records_across_blocks_are_whole() -> None:
    one = b"<item><title>" + b"word " * 30_000 + b"</title></item>\n"
    nodes, reasons = _read(one * 30)
    assert (len(nodes), reasons) == (30, [])
    assert {len(node.text("title")) for node in nodes} == {149_999}


def test_entities_declared_by_the_file_are_not_expanded() -> None:
    bomb = (
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]><item><title>&a;&b;</title></item>'
    )
    nodes, _reasons = _read(bomb)
    assert [node.text("title") for node in nodes] == ["&a;&b;"]
    assert xml_node('<item><!DOCTYPE x [<!ENTITY a "aaaa">]>&a;</item>') is None


def test_deep_nests_are_refused() -> None:
    nodes, reasons = _read(b"<item>" + b"<a>" * 5_000 + b"</a>" * 5_000 + b"</item>")
    assert (nodes, len(reasons)) == ([], 1)


_PIECES = (b"<item>", b"</item>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<a b='c'>", b"&x;", b"\xff", b"t")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=40))
def test_anything_goes_in(pieces: list[bytes]) -> None:
    for found in xml_records(BytesIO(b"".join(pieces)), ("item",), WHERE):
        assert isinstance(found, ReadProblem | tuple)
