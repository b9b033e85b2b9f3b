"""Disguised words become plain, plain words stay, and every plain letter knows where it came from."""
# ruff: noqa: RUF001 - letters that look like others are what this is about

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_audit.folding import Folded, escape_hidden, fold
from privacy_audit.gate_patterns import FOLDABLE, holds, probe

_TABLE = [
    # held letters
    ("birthdayyyy", "birthday"),
    ("HAPPYyyyy BIRTHDAYYYY", "HAPPY BIRTHDAY"),
    ("soooo tired", "so tired"),
    ("polllice", "police"),
    ("offffficer", "officer"),
    ("staffff", "staff"),
    ("goooood", "good"),
    ("toooo much", "too much"),
    ("feeeel freeeee", "feel free"),
    ("looool nooo", "lol no"),
    ("hellloooo", "hello"),
    ("killlled", "killed"),
    ("misssss youuuu", "miss you"),
    ("heeeeeey", "hey"),
    # signs and invisible marks
    ("don\u2019t \u201cshout\u201d", 'don\'t "shout"'),
    ("07700\u2013900123", "07700-900123"),
    ("police\u00a0officer", "police officer"),
    ("P\u200bol\u00adice", "Police"),
    ("\u202epolice\u202c", "police"),
    ("p\u0336o\u0336l\u0336i\u0336c\u0336e\u0336", "police"),
    # other letters for Latin ones
    ("Ｅｓｓｅｘ Ｐｏｌｉｃｅ", "Essex Police"),
    ("Роliсе officer", "Police officer"),
    ("АСАВ", "ACAB"),
    ("Ροlice", "Police"),
    ("𝐏𝐨𝐥𝐢𝐜𝐞 𝓸𝓯𝓯𝓲𝓬𝓮𝓻", "Police officer"),
    ("ⓟⓞⓛⓘⓒⓔ", "police"),
    ("🅿🅾🅻🅸🅲🅴", "POLICE"),
    ("ᴘᴏʟɪᴄᴇ", "police"),
    ("ﬁre ﬁghter", "fire fighter"),
    ("cafe\u0301", "café"),
    # hashtags
    ("#FirstDayInUniform", "First Day In Uniform"),
    ("#firstdayinuniform", "first day in uniform"),
    ("#soooproud", "so proud"),
    ("#NHSheroes", "NHS heroes"),
    ("#ProudMetPC2019", "Proud Met PC 2019"),
    ("#policefamily#bluelight", "police family blue light"),
    ("#thin_blue_line!", "thin blue line!"),
    ("＃policeofficer", "police officer"),
    ("#zzyxqk", "zzyxqk"),
]

_PLAIN = [
    "ok see you at nine",
    "www.example.com",
    "xxx",
    "999 call",
    "Class III",
    "PC #1234",
    "it&#039;s",
    "https://example.com/a#section",
    "café in Tŷ Coch",
    "Łukasz Bjørn Đorđe",
    "off to the toolroom, all good",
    "Привет, как дела",
    "Γειά σου Κόσμε",
    "on nights 🌙",
    "",
]


@pytest.mark.parametrize(("raw", "plain"), _TABLE)
def test_disguises_are_seen_through(raw: str, plain: str) -> None:
    assert fold(raw).text == plain


@pytest.mark.parametrize("text", _PLAIN)
def test_plain_text_stays(text: str) -> None:
    assert fold(text) == Folded(text)


@pytest.mark.parametrize(
    ("raw", "found", "original"),
    [
        ("it was P\u200bol\u00adice there", "Police", "P\u200bol\u00adice"),
        ("so #ProudPoliceOfficer now", "Police Officer", "PoliceOfficer"),
        ("happy birthdayyyy Gaz", "Gaz", "Gaz"),
        ("the ﬁre service", "fire", "ﬁre"),
    ],
)
def test_spans_lead_back_to_the_raw_text(raw: str, found: str, original: str) -> None:
    folded = fold(raw)
    start = folded.text.index(found)
    low, high = folded.raw_span(start, start + len(found))
    assert raw[low:high] == original


_MIX = st.text(st.sampled_from("aAbeélo #_1&\u200b\u0301\u0336’Россия🅿ﬁＰ\u202e#oooO\ufe0f\u200d👮"), max_size=40)


@given(st.one_of(st.text(max_size=40), _MIX))
def test_every_plain_letter_has_a_place_in_the_raw_text(raw: str) -> None:
    folded = fold(raw)
    assert not folded.origin or len(folded.origin) == len(folded.text)
    assert list(folded.origin) == sorted(folded.origin)
    for index in range(len(folded.text)):
        low, high = folded.raw_span(index, index + 1)
        assert 0 <= low < high <= len(raw)


@given(st.one_of(st.text(max_size=40), _MIX))
def test_folding_twice_is_folding_once_for_words(raw: str) -> None:
    once = fold(raw).text
    assert not any(mark in once for mark in "\u200b\u202e\u00ad\ufe0f")
    if once.isascii() and "#" not in once:
        assert fold(fold(once).text).text == fold(once).text


@given(st.one_of(st.text(max_size=40), _MIX))
def test_what_the_gate_takes_raw_has_the_same_words_folded(text: str) -> None:
    if not holds(probe(FOLDABLE), text.encode()):
        assert _words(fold(text).text) == _words(text)


def _words(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in text).split()


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain\ttext\n", "plain\ttext\n"),
        ("evil\u202etxt.exe", "evil[U+202E]txt.exe"),
        ("P\u200bolice", "P[U+200B]olice"),
        ("a\u200db", "a[U+200D]b"),
        ("👮\u200d♂\ufe0f ❤\ufe0f", "👮\u200d♂\ufe0f ❤\ufe0f"),
        ("nul\x00", "nul[U+0000]"),
        ("\ud83d", "[U+D83D]"),
        ("café", "café"),
    ],
)
def test_hidden_marks_are_written_out(raw: str, shown: str) -> None:
    assert escape_hidden(raw) == shown
