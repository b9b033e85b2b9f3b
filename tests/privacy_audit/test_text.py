"""Encodings, Meta's double encoding and dates: what goes in must come out, or be counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_audit.model import PartialDate
from privacy_audit.text import (
    day_first_of,
    decode_text,
    moment_from_ms,
    moment_from_number,
    moment_from_seconds,
    moment_from_text,
    partial_date,
    partial_date_from_seconds,
    partial_date_from_text,
    repair,
    scrub,
    tidy,
    unescape,
)

_SOUND = st.text(st.characters(exclude_categories=("Cs",)))


@pytest.mark.parametrize(
    ("data", "text", "encoding", "replaced"),
    [
        (b"plain", "plain", "utf-8", 0),
        ("Siân".encode(), "Siân", "utf-8", 0),
        ("\ufeffSiân".encode(), "Siân", "utf-8", 0),
        ("Siân".encode("utf-16"), "Siân", "utf-16", 0),
        ("\ufeffSiân".encode("utf-16-be"), "Siân", "utf-16", 0),
        ("Name;Value".encode("utf-16-le"), "Name;Value", "utf-16-le", 0),
        ("Name;Value".encode("utf-16-be"), "Name;Value", "utf-16-be", 0),
        ("Siân".encode("utf-32"), "Siân", "utf-32", 0),
        ("caf\u00e9 \u2019".encode("cp1252"), "café \u2019", "cp1252", 0),
        (b"caf\xe9 \x81", "café \ufffd", "cp1252", 1),
        ("é à ü ".encode() + b"\xff", "é à ü \ufffd", "utf-8", 1),
        (b"", "", "utf-8", 0),
    ],
)
def test_the_ladder_of_encodings(data: bytes, text: str, encoding: str, replaced: int) -> None:
    found = decode_text(data)
    assert (found.text, found.encoding, found.replaced) == (text, encoding, replaced)


@given(st.binary(max_size=200))
def test_any_bytes_become_text_that_can_be_stored(data: bytes) -> None:
    decode_text(data).text.encode("utf-8")


@given(_SOUND)
def test_repair_undoes_what_meta_does(text: str) -> None:
    doubled = text.encode("utf-8").decode("latin-1")
    assert repair(doubled) == text


@pytest.mark.parametrize("text", ["plain", "Siân", "café ☕", "naïve Ã", "é", "Привет", "ÿþ"])
def test_repair_leaves_sound_text_alone(text: str) -> None:
    assert repair(text) == text


@pytest.mark.parametrize(
    ("raw", "clean"),
    [("ok", "ok"), ("\ud83d", "\ufffd"), ("a\ude00b", "a\ufffdb"), ("\ud83d\ude00", "😀"), ("é\ud83d", "é\ufffd")],
)
def test_lone_surrogates_do_not_pass(raw: str, clean: str) -> None:
    assert scrub(raw) == clean


def test_small_repairs() -> None:
    assert unescape("Tom &amp; Jerry&#039;s") == "Tom & Jerry's"
    assert tidy("  a \n b\u00a0 c ") == "a b c"


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        (1_600_000_000, "2020-09-13T12:26:40+00:00"),
        (1_600_000_000.5, "2020-09-13T12:26:40.500000+00:00"),
        ("1600000000", "2020-09-13T12:26:40+00:00"),
        (-1, "1969-12-31T23:59:59+00:00"),
        (0, None),
        (-62_169_958_800, None),
        (2**63, None),
        (10**400, None),
        (1e308, None),
        (float("nan"), None),
        (float("inf"), None),
        (True, None),
        ("soon", None),
        ("9" * 5000, None),
        (None, None),
        ([], None),
    ],
)
def test_seconds(value: object, iso: str | None) -> None:
    found = moment_from_seconds(value)
    assert (found.iso() if found else None) == iso


def test_other_units() -> None:
    expected = moment_from_seconds(1_600_000_000)
    assert moment_from_ms(1_600_000_000_000) == expected
    assert moment_from_ms("x") is None
    for scale in (1, 10**3, 10**6, 10**9):
        assert moment_from_number(1_600_000_000 * scale) == expected
    assert moment_from_number(1e40) is None
    assert partial_date_from_seconds(1_600_000_000) == PartialDate(2020, 9, 13)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("May 02, 2011 8:12:17 am", "2011-05-02T08:12:17"),
        ("Updated May 02, 2011 8:12:17 pm", "2011-05-02T20:12:17"),
        ("Sep 13, 2020, 12:26 PM", "2020-09-13T12:26:00"),
        ("Sep 13, 2020, 12:26\u202fAM", "2020-09-13T00:26:00"),
        ("Oct 19, 2019 at 2:37 PM", "2019-10-19T14:37:00"),
        ("19 Oct 2019, 14:37", "2019-10-19T14:37:00"),
        ("19 October 2019 at 14:37", "2019-10-19T14:37:00"),
        ("Tuesday, March 3, 2009 at 5:12pm UTC+01", "2009-03-03T17:12:00+01:00"),
        ("Tuesday, 3 March 2009 at 17:12 UTC", "2009-03-03T17:12:00+00:00"),
        ("Sunday, 5 July 2015 at 18:33 BST", "2015-07-05T18:33:00+01:00"),
        ("Wed Oct 10 20:19:24 +0000 2018", "2018-10-10T20:19:24+00:00"),
        ("2020-03-14T09:05:01Z", "2020-03-14T09:05:01+00:00"),
        ("2020-03-14T09:05:01.250+01:00", "2020-03-14T09:05:01.250000+01:00"),
        ("2020-03-14 09:05:01 UTC", "2020-03-14T09:05:01+00:00"),
        ("2020-03-14 09:05:01", "2020-03-14T09:05:01"),
        ("2020-03-14", "2020-03-14T00:00:00"),
        ("2020/03/14 10:11", "2020-03-14T10:11:00"),
        ("14/03/2020, 09:05", "2020-03-14T09:05:00"),
        ("03/04/2020, 09:05", "2020-04-03T09:05:00"),
        ("3/14/20, 2:05 PM", "2020-03-14T14:05:00"),
        ("14.03.2020 09.05", "2020-03-14T09:05:00"),
        ("14-Mar-20", "2020-03-14T00:00:00"),
        ("Freitag, 14. Mai 2010 um 14:37 UTC+02", "2010-05-14T14:37:00+02:00"),
        ("mar. 14 mars 2020 à 14h37", "2020-03-14T14:37:00"),
        ("14 de marzo de 2020 a las 2:37 p. m.", "2020-03-14T14:37:00"),
        ("14 marzo 2020 alle ore 14:37", "2020-03-14T14:37:00"),
        ("14 de março de 2020 às 14:37", "2020-03-14T14:37:00"),
        ("14 maart 2020 om 14:37", "2020-03-14T14:37:00"),
        ("14 marca 2020 14:37", "2020-03-14T14:37:00"),
        ("14 mar 2020 kl. 14:37", "2020-03-14T14:37:00"),
        ("14. maaliskuuta 2020 klo 14.37", "2020-03-14T14:37:00"),
        ("2020. március 14. 14:37", "2020-03-14T14:37:00"),
        ("14 mart. 2020", "2020-03-14T00:00:00"),
        ("1 Mart 2020 ÖS 2:37", "2020-03-01T14:37:00"),
        ("14 Mawrth 2020 am 14:37", "2020-03-14T14:37:00"),
        ("14 Márta 2020 14:37", "2020-03-14T14:37:00"),
        ("14 μαρτίου 2020 - 2:37 μ.μ.", "2020-03-14T14:37:00"),
        ("1 мая 2020 г. в 14:37", "2020-05-01T14:37:00"),  # noqa: RUF001 - Russian
        ("12:26 PM", None),
        ("14 March", None),
        ("31/02/2020", None),
        ("25:61 14 March 2020", None),
        ("words only", None),
        ("", None),
        ("1" * 300, None),
    ],
)
def test_dates_as_people_read_them(text: str, iso: str | None) -> None:
    found = moment_from_text(text)
    assert (found.iso() if found else None) == iso


def test_the_order_of_day_and_month() -> None:
    american = moment_from_text("03/04/2020, 09:05", day_first=False)
    assert american is not None and american.iso() == "2020-03-04T09:05:00"
    assert day_first_of(["01/02/2020", "13/02/2020"]) is True
    assert day_first_of(["01/02/2020", "02/13/2020"]) is False
    assert day_first_of(["01/02/2020", "no date", "2020/02/13"]) is None


@given(st.text(max_size=60))
def test_any_text_is_a_moment_or_none(text: str) -> None:
    found = moment_from_text(text)
    assert found is None or 1899 < found.at.year < 2101
    partial_date_from_text(text)


@pytest.mark.parametrize(
    "text",
    ["6 June 200\u00b21 at 14:05", "\u00b2\u00b2 03", "\u00b2\u00b9\u00b3\u2070-01-02T03:04:05", "March \u2460 2020"],
)
def test_a_number_that_counts_nothing_is_no_day(text: str) -> None:
    moment_from_text(text)
    partial_date_from_text(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("14 March 1987", PartialDate(1987, 3, 14)),
        ("March 14, 1987", PartialDate(1987, 3, 14)),
        ("14/03/1987", PartialDate(1987, 3, 14)),
        ("1987-03-14", PartialDate(1987, 3, 14)),
        ("Mar 2019", PartialDate(2019, 3)),
        ("2019-03", PartialDate(2019, 3)),
        ("03/2019", PartialDate(2019, 3)),
        ("1987", PartialDate(1987)),
        ("14 March", PartialDate(None, 3, 14)),
        ("Mar 14 at 5pm", PartialDate(None, 3, 14)),
        ("never", None),
        ("", None),
    ],
)
def test_dates_with_missing_parts(text: str, date: PartialDate | None) -> None:
    assert partial_date_from_text(text) == date


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ((1987, 3, 14), PartialDate(1987, 3, 14)),
        ((0, 3, 14), PartialDate(None, 3, 14)),
        (("1987", "3", "14"), PartialDate(1987, 3, 14)),
        ((1987, 2, 30), PartialDate(1987, 2, None)),
        ((None, 2, 29), PartialDate(None, 2, 29)),
        ((1987, 13, 14), PartialDate(1987)),
        ((True, None, None), None),
        ((10**30, "x", []), None),
    ],
)
def test_partial_dates_from_parts(parts: tuple[object, object, object], date: PartialDate | None) -> None:
    assert partial_date(*parts) == date
