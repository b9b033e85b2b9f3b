"""The invented person comes out whole from the pages of every generation, as the same person as from JSON."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.importing import MemberFate
from privacy_audit.meta.network.recognition import HTML_ADVICE
from privacy_audit.model import (
    BirthDate,
    Category,
    Connection,
    ConnectionKind,
    Coordinates,
    Employment,
    FieldKind,
    Like,
    Login,
    MediaKind,
    MediaUse,
    Membership,
    Moment,
    PartialDate,
    PassageKind,
    Photo,
    Place,
    ProfileField,
    Relative,
    Thread,
    Voice,
)
from tests.builders.facebook import render, write
from tests.builders.facebook_content import Layout
from tests.builders.facebook_html import MIDDLE, MODERN, Markup, document, named, render_html
from tests.builders.facebook_html_old import render_old
from tests.builders.facebook_person import FRIEND, NAME, PERSON
from tests.builders.facebook_reading import Read, read

_FIXTURES = Path(__file__).parents[4] / "shared/fixtures/facebook/kenn-io_msgvault/internal/fbmessenger/testdata"

# What JSON has and the invented pages have not: names and addresses typed into forms, which HTML keeps elsewhere.
_COUNTS = {
    Category.PROFILE: 33,
    Category.POSTS: 13,
    Category.COMMENTS: 3,
    Category.MESSAGES: 8,
    Category.CONNECTIONS: 11,
    Category.PHOTOS: 8,
    Category.LIKES: 4,
    Category.GROUPS: 11,
    Category.PLACES: 5,
    Category.LOGINS: 5,
    Category.SETTINGS: 3,
    Category.APPS: 3,
}


@pytest.fixture(scope="module")
def modern(tmp_path_factory: pytest.TempPathFactory) -> Read:
    return read(write(render_html(PERSON), tmp_path_factory.mktemp("html") / "facebook-sian.zip"))


@pytest.fixture(scope="module")
def json(tmp_path_factory: pytest.TempPathFactory) -> Read:
    return read(write(render(PERSON, Layout.E), tmp_path_factory.mktemp("json") / "facebook-sian.zip"))


def _zoneless(value: object) -> object:
    return replace(value, zone_known=False) if isinstance(value, Moment) else value


def _told(found: Read, *kinds: type) -> Counter[tuple[object, ...]]:
    told = found.told()
    return Counter({tuple(map(_zoneless, key)): n for key, n in told.items() if key[0] in kinds})


@pytest.mark.parametrize("markup", [MODERN, MIDDLE], ids=["2021", "2018"])
def test_everything_comes_out(tmp_path: Path, markup: Markup) -> None:
    found = read(write(render_html(PERSON, markup), tmp_path / "facebook-sian.zip"))
    assert found.recognition is not None
    assert found.recognition.advice == HTML_ADVICE
    assert found.problems == []
    assert found.counts() == _COUNTS
    fates = Counter(found.notes.values())
    assert fates == {MemberFate.PRIVATE: 1, MemberFate.MEDIA: 8}


@pytest.mark.parametrize("kind", [Connection, BirthDate, Like, Place], ids=lambda kind: kind.__name__)
def test_records_are_those_of_json_but_for_the_zone(modern: Read, json: Read, kind: type) -> None:
    assert _told(modern, kind) == _told(json, kind) != Counter()


def test_messages_are_the_same_items_as_in_json(modern: Read, json: Read) -> None:
    assert Counter(modern.identities) == Counter(json.identities)
    assert len(modern.identities) == 8
    said = {(one.author, one.text, one.voice, one.place, one.thread) for one in modern.counted if one.thread}
    assert said == {(one.author, one.text, one.voice, one.place, one.thread) for one in json.counted if one.thread}


def test_threads_tell_who_takes_part_and_when(modern: Read, json: Read) -> None:
    def plain(found: Read) -> list[Thread]:
        return [replace(one, source=one.source.__class__("", ""), still_member=None) for one in found.of(Thread)]

    for ours, theirs in zip(plain(modern), plain(json), strict=True):
        assert (ours.key, ours.title, ours.messages, ours.folder) == (
            theirs.key,
            theirs.title,
            theirs.messages,
            theirs.folder,
        )
        assert set(ours.participants) == set(theirs.participants)
        assert ours.first is not None and theirs.first is not None
        assert ours.first.at == theirs.first.at


def test_the_profile_is_told_field_by_field(modern: Read) -> None:
    fields = {(one.kind, one.value) for one in modern.of(ProfileField)}
    assert fields == {
        (FieldKind.NAME, NAME),
        (FieldKind.FORMER_NAME, "Siân Bôn"),
        (FieldKind.OTHER_NAME, "Siâni"),
        (FieldKind.HANDLE, "sian.prydderch"),
        (FieldKind.EMAIL, "sian@example.com"),
        (FieldKind.EMAIL, "siân.old@example.org"),
        (FieldKind.PHONE, "07700 900123"),
        (FieldKind.GENDER, "FEMALE"),
        (FieldKind.CURRENT_CITY, "Abercwmnodd, Powys"),
        (FieldKind.HOME_TOWN, "Llanfâr"),
        (FieldKind.RELATIONSHIP, "Married"),
        (FieldKind.RELATIONSHIP, "2014-06-21"),
        (FieldKind.LANGUAGE, "Cymraeg"),
        (FieldKind.LANGUAGE, "Français"),
        (FieldKind.INTEREST, "MALE"),
        (FieldKind.INTEREST, "Côr Meibion Llanfâr"),
        (FieldKind.HEALTH, "registered"),
        (FieldKind.WEBSITE, "https://example.com/siân"),
        (FieldKind.WEBSITE, "https://www.facebook.com/profile.php?id=100000000000042"),
        (FieldKind.BIO, "Mam i Gwên ❤️ Gwent born"),
        (FieldKind.QUOTE, "Dyfal donc a dyr y garreg — “keep at it”"),
        (FieldKind.RELIGION, "Chapel"),
        (FieldKind.POLITICS, "Dim sylw"),
        (FieldKind.OTHER, "2008-01-10"),
        (FieldKind.OTHER, f"{NAME} updated her profile picture."),
    }
    assert [one.value for one in modern.of(BirthDate)] == [PartialDate(1987, 3, 14)]
    assert {(one.name, one.relation) for one in modern.of(Relative)} == {
        ("Rhŷs Prydderch", "Married"),
        ("Tomás Bôn", "former partner"),
        ("Nerys Bôn", "Mother"),
        ("Gwên Prydderch", "Daughter"),
    }
    (job,) = modern.of(Employment)
    assert (job.employer, job.title, job.place) == ("Gwent Fire Café", "Crew manager", "Abercwmnodd")
    assert job.start == PartialDate(2014, 1, 1)


def test_the_holder_is_told_first(modern: Read) -> None:
    first, last = modern.holders
    assert first.names == (NAME, "Siân Bôn", "Siâni")
    assert last.handles == ("sian.prydderch",)
    assert last.emails == ("sian@example.com", "siân.old@example.org")


def test_pictures_carry_what_the_page_says_about_them(modern: Read) -> None:
    (fair,) = [one for one in modern.of(Photo) if (one.member or "").endswith("/fair.jpg")]
    assert fair.caption == "Gwên at the fâir"
    assert (fair.use, fair.album, fair.camera) == (MediaUse.ALBUM, "Ffair Llanfâr", "Cânon EOS")
    assert fair.coordinates == Coordinates(52.1, -3.2)
    assert fair.upload_ip == "192.0.2.44"
    (clip,) = [one for one in modern.of(Photo) if one.kind is MediaKind.VIDEO]
    assert clip.caption == "Trên stêm"
    remarks = {
        (one.author, one.text, one.voice) for one in modern.beside if one.kind is PassageKind.COMMENT and one.author
    }
    assert (FRIEND, "Bonny lass 😍", Voice.OTHER) in remarks
    assert (NAME, "Diolch ❤️", Voice.OWNER) in remarks


def test_texts_beside_posts_are_not_lost(modern: Read) -> None:
    beside = {(one.text, one.voice) for one in modern.beside if one.kind is PassageKind.POST}
    assert ("Pâté or crêpe?\nPâté\nCrêpe", Voice.OWNER) in beside
    assert ("Beic bach\nHardly used — Abercwmnodd", Voice.OWNER) in beside
    assert ("Crews praised after flâneur rescued", Voice.OTHER) in beside
    assert "Gŵyl Llanfâr" in {one.name for one in modern.of(Membership)}
    assert {one.ip for one in modern.of(Login)} == {"192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.7"}


def test_the_old_archive(tmp_path: Path) -> None:
    found = read(write(render_old(PERSON), tmp_path / "old.zip"))
    assert found.problems == []
    assert found.counts() == {
        Category.PROFILE: 3,
        Category.CONNECTIONS: 4,
        Category.MESSAGES: 8,
        Category.POSTS: 6,
    }
    assert found.holder.names == (NAME,)
    assert found.notes == {"html/ads.htm": MemberFate.UNKNOWN}
    hello = next(one for one in found.counted if one.text == "Plain hello")
    assert (hello.author, hello.voice, hello.place) == (NAME, Voice.OWNER, FRIEND)
    assert hello.when is not None and hello.when.iso() == "2017-07-14T02:40:00+00:00"
    assert [one.kind for one in found.of(Connection)] == [ConnectionKind.FRIEND] * 3 + [ConnectionKind.REQUEST_SENT]
    assert [one.employer for one in found.of(Employment)] == ["Gwent Fire Café"]


@pytest.mark.skipif(not _FIXTURES.exists(), reason="the shared fixtures are not here")
@pytest.mark.parametrize(
    ("case", "messages", "pictures"),
    [("html_simple", 3, 0), ("html_with_media", 1, 1), ("html_multi_media", 3, 1), ("html_timestamps", 3, 0)],
)
def test_fixtures(case: str, messages: int, pictures: int) -> None:
    found = read(_FIXTURES / case)
    assert found.problems == []
    assert found.counts().get(Category.MESSAGES, 0) == messages
    assert found.counts().get(Category.PHOTOS, 0) == pictures
    assert all(one.member for one in found.of(Photo))
    assert MemberFate.UNKNOWN not in found.notes.values()
    assert all(one.when is not None and one.author for one in found.counted)


def test_all_three_ways_of_writing_a_date_are_one_time(tmp_path: Path) -> None:
    page = "<div>Participants: A B, C D</div><div><div>A B</div><div>ping</div><div>{}</div></div>"
    dates = ("Oct 19, 2019, 2:37 PM", "Oct 19, 2019 at 2:37\u202fPM", "19 Oct 2019, 14:37", "19. Okt. 2019, 14:37")
    files = {f"page{number}.html": document("C D", page.format(date)) for number, date in enumerate(dates)}
    found = read(write(files, tmp_path / "dates"))
    assert [one.when.iso() if one.when else "" for one in found.counted] == ["2019-10-19T14:37:00"] * 4


def test_a_page_of_unknown_make_is_a_problem_not_silence(tmp_path: Path) -> None:
    files = render_html(PERSON)
    path = "your_facebook_activity/comments_and_reactions/comments.html"
    files[path] = b"<html><body><div><div><div><p>Words in a form that nobody knows</p></div></div></div></body></html>"
    found = read(write(files, tmp_path / "odd.zip"))
    assert [problem.source.member for problem in found.problems] == [path]


def test_big_pages_lose_no_record_at_the_cuts(tmp_path: Path) -> None:
    people = [(f"Friend {number} of many", 1_500_000_000 + number) for number in range(20_000)]
    files = {"connections/friends/your_friends.html": document("Your friends", named(MODERN, people))}
    assert len(files["connections/friends/your_friends.html"]) > 4_000_000
    found = read(write(files, tmp_path / "big.zip"))
    assert [one.name for one in found.of(Connection)] == [name for name, _when in people]
    assert [one.source.pointer for one in found.of(Connection)][-1] == "record 20000"


_PATHS = sorted(render_html(PERSON)) + sorted(render_old(PERSON))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(_PATHS),
    st.one_of(st.binary(max_size=300), st.text(alphabet='<>/divtablecsp="_a6-g ', max_size=300)),
)
def test_any_bytes_in_any_page_give_records_or_problems(tmp_path: Path, path: str, content: bytes | str) -> None:
    data = content if isinstance(content, bytes) else content.encode()
    files = {
        path: data,
        "connections/friends/your_friends.html": document("x", named(MODERN, [(FRIEND, 1_500_000_000)])),
    }
    found = read(write(files, tmp_path / "any.zip"))
    assert found.holders
