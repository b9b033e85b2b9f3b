"""XML dumps: elements one by one; entities, endless nesting and damage end the file with a problem."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_audit.importing import ReadProblem
from privacy_audit.model import Source
from privacy_audit.xml_reader import XmlElement, xml_elements

_HERE = Source("strava", "ride.gpx")
_GPX = (
    b'<?xml version="1.0" encoding="UTF-8"?><gpx><trk><name>Caf\xc3\xa9 run</name>'
    b'<trkpt lat="52.36" lon="-2.71"><ele>80</ele><time>2020-03-14T09:00:00Z</time></trkpt>'
    b'<trkpt lat="52.37" lon="-2.72"><ext:hr v="1"/><time>2020-03-14T09:00:01Z</time></trkpt></trk></gpx>'
)


def _read(data: bytes, *tags: str) -> tuple[list[XmlElement], list[ReadProblem]]:
    found = list(xml_elements(io.BytesIO(data), tags, _HERE))
    problems = [item for item in found if isinstance(item, ReadProblem)]
    return [item[1] for item in found if not isinstance(item, ReadProblem)], problems


def test_elements_with_attributes_and_texts() -> None:
    (first, second), problems = _read(_GPX, "trkpt")
    assert problems == []
    assert first.attributes == {"lat": "52.36", "lon": "-2.71"}
    assert (first.get("time"), first.get("ele"), first.get("nothing")) == ("2020-03-14T09:00:00Z", "80", "")
    assert second.inner == (("ext:hr", {"v": "1"}),)
    places = [item[0].pointer for item in xml_elements(_GPX, ["trkpt"], _HERE) if not isinstance(item, ReadProblem)]
    assert places == ["trkpt 1", "trkpt 2"]


def test_texts_have_their_path_and_repeat() -> None:
    page = b"<w><page><title>T</title><revision><text>one &lt;b&gt;</text></revision><c>x</c><c>y</c></page></w>"
    ((found,), problems) = _read(page, "page")
    assert problems == []
    assert found.get("revision/text") == "one <b>"
    assert found.all("c") == ("x", "y")


def test_damage_ends_the_file_with_a_problem_after_what_is_sound() -> None:
    found, problems = _read(_GPX[:-60], "trkpt")
    assert len(found) == 1
    assert [problem.source.pointer for problem in problems] == ["element 2"]


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE a [<!ENTITY x "boom">]><a>&x;</a>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        b'<!DOCTYPE a [<!ENTITY % x "y">]><a/>',
        b"<a>" * 200 + b"</a>" * 200,
        b"<a>" + b"x" * (17 << 20) + b"</a>",
        b"",
        b"no markup",
    ],
    ids=["entity", "file", "parameter", "deep", "long", "empty", "text"],
)
def test_what_no_real_export_holds_is_one_problem(data: bytes) -> None:
    found, problems = _read(data, "a")
    assert found == []
    assert len(problems) == 1


@given(st.binary(max_size=100))
def test_any_bytes_give_elements_or_problems(data: bytes) -> None:
    _read(b"<a><b>" + data, "b")
    _read(data, "b")
