"""Starts and ends of tracks: the same for every format, packed or not; damage gives what stood before it."""

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_audit.tracks import track_ends
from tests.builders.google_timeline import track_tcx
from tests.builders.tracks import fit, gpx

POINTS = [(52.36, -2.71, 1_710_406_800), (52.4, -2.75, 1_710_408_000), (52.37, -2.70, 1_710_410_400)]


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize(
    "data",
    [gpx(POINTS), fit(POINTS), fit(POINTS, little=False), fit(POINTS, developer=True)],
    ids=["gpx", "fit", "fit, big end first", "fit with own fields"],
)
def test_start_and_end(data: bytes, pack: object) -> None:
    assert callable(pack)
    ends = track_ends(pack(data))
    assert ends is not None
    found = [(round(one.coordinates.latitude, 5), round(one.coordinates.longitude, 5)) for one in ends]
    assert found == [(52.36, -2.71), (52.37, -2.7)]
    assert [one.when.iso() for one in ends if one.when] == ["2024-03-14T09:00:00+00:00", "2024-03-14T10:00:00+00:00"]


def test_tcx_may_begin_with_blanks_and_without_a_place() -> None:
    ends = track_ends(track_tcx())
    assert ends is not None
    assert [one.coordinates.latitude for one in ends] == [52.36, 52.38]


def test_the_public_reader_of_fit_agrees() -> None:
    fitdecode = pytest.importorskip("fitdecode")
    with fitdecode.FitReader(fit(POINTS)) as reader:
        frames = [frame for frame in reader if isinstance(frame, fitdecode.FitDataMessage) and frame.name == "record"]
    found = [frame.get_value("position_lat", fallback=None) for frame in frames]
    assert [round(value * 180 / 2**31, 5) for value in found if value is not None] == [52.36, 52.4, 52.37]


@pytest.mark.parametrize("data", [b"", b"<gpx></gpx>", gpx([]), fit(POINTS)[:14], gzip.compress(b""), b"\x1f\x8bxx"])
def test_no_points_no_ends(data: bytes) -> None:
    assert track_ends(data) is None


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=80), st.integers(0, 120), st.sampled_from([fit(POINTS), gpx(POINTS), track_tcx()]))
def test_anything_goes_in(more: bytes, kept: int, whole: bytes) -> None:
    for data in (whole[:kept] + more, whole[:kept] + more + whole[kept:], gzip.compress(whole)[:kept] + more):
        ends = track_ends(data)
        assert ends is None or all(abs(one.coordinates.latitude) <= 90 for one in ends)
