"""The same invented person comes out whole from every JSON layout, and as the same person."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from privacy_audit.importing import MemberFate
from privacy_audit.model import (
    BirthDate,
    Category,
    Connection,
    ConnectionKind,
    Coordinates,
    Employment,
    FieldKind,
    Like,
    LinkedApp,
    Login,
    MediaKind,
    MediaUse,
    Membership,
    MembershipKind,
    PartialDate,
    PassageKind,
    Photo,
    Place,
    PlaceKind,
    ProfileField,
    Relative,
    Schooling,
    Setting,
    Thread,
    Voice,
)
from privacy_audit.text import repair
from tests.builders.facebook import render, render_secret, write, write_export
from tests.builders.facebook_content import Layout
from tests.builders.facebook_person import FRIEND, NAME, PERSON
from tests.builders.facebook_reading import Read, read

# Files that some generations lack, so that there is nothing to compare them with.
_NOT_EVERYWHERE = (
    "check-ins", "places_you_have", "edits_you", "posts_on_other", "privacy_settings", "your_post_audiences",
    "your_answers", "off-facebook", "off_meta",
)  # fmt: skip

_FLAT = {
    Category.PROFILE: 36,
    Category.POSTS: 12,
    Category.COMMENTS: 3,
    Category.MESSAGES: 8,
    Category.CONNECTIONS: 11,
    Category.PHOTOS: 8,
    Category.LIKES: 4,
    Category.GROUPS: 11,
    Category.PLACES: 3,
    Category.LOGINS: 5,
    Category.APPS: 3,
}
_COUNTS = {
    Layout.A: {**_FLAT, Category.APPS: 2},  # no activity off Facebook yet
    Layout.B: _FLAT,
    Layout.C: _FLAT,
    Layout.D: {**_FLAT, Category.POSTS: 13, Category.PLACES: 5, Category.SETTINGS: 3},
    Layout.E: {**_FLAT, Category.POSTS: 13, Category.PLACES: 5, Category.SETTINGS: 3},
    Layout.E_UNDER_PROFILE: {**_FLAT, Category.POSTS: 13, Category.PLACES: 5, Category.SETTINGS: 3},
}


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> dict[Layout, Read]:
    folder = tmp_path_factory.mktemp("layouts")
    return {layout: read(write_export(PERSON, layout, folder / f"{layout.name}.zip")) for layout in Layout}


@pytest.mark.parametrize("layout", Layout)
def test_everything_comes_out(exports: dict[Layout, Read], layout: Layout) -> None:
    found = exports[layout]
    assert found.recognition is not None
    assert found.recognition.layout == layout.value
    assert found.recognition.score >= 0.95
    assert found.recognition.advice == ""
    assert found.problems == []
    assert found.counts() == _COUNTS[layout]
    assert MemberFate.UNKNOWN not in found.notes.values()
    assert list(found.notes.values()).count(MemberFate.PRIVATE) == 1


@pytest.mark.parametrize("layout", [layout for layout in Layout if layout is not Layout.E])
def test_what_is_read_agrees_between_layouts(exports: dict[Layout, Read], layout: Layout) -> None:
    def in_both(member: str) -> bool:
        return not any(name in member for name in _NOT_EVERYWHERE)

    assert exports[layout].told(in_both) == exports[Layout.E].told(in_both)


# The first name is in the full one, a group's name goes before the sentence, searches are private, slugs are folders.
_NOT_TOLD = {
    "Siân",
    *(comment.title for comment in PERSON.group_comments),
    *PERSON.searches,
    *(chat.slug for chat in PERSON.chats),
}


def _leaves(value: object) -> Iterator[str]:
    """Every text of the invented person with a letter that is not ASCII."""
    if isinstance(value, str):
        if not value.isascii():
            yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _leaves(inner)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _leaves(getattr(value, one.name))


def _told_texts(found: Read) -> set[str]:
    items = (*found.records, *found.counted, *found.beside)
    return {text for item in items for one in fields(item) for text in _leaves(getattr(item, one.name))}


@pytest.mark.parametrize("layout", [Layout.D, Layout.E, Layout.E_UNDER_PROFILE])
def test_every_word_of_the_person_comes_out(exports: dict[Layout, Read], layout: Layout) -> None:
    told = "\n".join(_told_texts(exports[layout]))
    assert [text for text in _leaves(PERSON) if text not in told and text not in _NOT_TOLD] == []


@pytest.mark.parametrize("layout", Layout)
def test_no_letter_is_left_as_facebook_writes_it(exports: dict[Layout, Read], layout: Layout) -> None:
    assert [text for text in _told_texts(exports[layout]) if repair(text) != text] == []


def test_every_picture_is_found_in_every_layout(exports: dict[Layout, Read]) -> None:
    for found in exports.values():
        posted = [photo for photo in found.of(Photo) if photo.use is not MediaUse.MESSAGE]
        assert all(photo.member in found.notes for photo in posted)
        assert len(posted) == 7


def test_the_holder_is_told_first_and_the_day_last(exports: dict[Layout, Read]) -> None:
    first, last = exports[Layout.E].holders
    assert first.names == last.names == (NAME, "Siân Bôn", "Siâni")
    assert last.handles == ("sian.prydderch",)
    assert last.emails == ("sian@example.com", "siân.old@example.org")
    assert last.account_id == "100000000000042"
    assert last.made is not None
    assert last.made.at.isoformat() == "2017-07-14T03:13:20+00:00"


def test_the_profile_is_told_field_by_field(exports: dict[Layout, Read]) -> None:
    found = exports[Layout.E]
    fields = {(field.kind, field.value, field.detail) for field in found.of(ProfileField)}
    assert fields == {
        (FieldKind.NAME, NAME, ""),
        (FieldKind.NAME, NAME, "typed into a form: FULL_NAME"),
        (FieldKind.FORMER_NAME, "Siân Bôn", ""),
        (FieldKind.FORMER_NAME, "Siân Bôn", "Name Change"),
        (FieldKind.OTHER_NAME, "Siâni", "nickname"),
        (FieldKind.HANDLE, "sian.prydderch", ""),
        (FieldKind.EMAIL, "sian@example.com", ""),
        (FieldKind.EMAIL, "siân.old@example.org", "previous emails"),
        (FieldKind.EMAIL, "sian@example.com", "typed into a form: EMAIL"),
        (FieldKind.ADDRESS, "2 Lôn Fâch", "typed into a form: ADDRESS_LINE_1"),
        (FieldKind.PHONE, "07700 900123", "Mobile, verified"),
        (FieldKind.GENDER, "FEMALE", "FEMALE"),
        (FieldKind.CURRENT_CITY, "Abercwmnodd, Powys", ""),
        (FieldKind.HOME_TOWN, "Llanfâr", ""),
        (FieldKind.RELATIONSHIP, "Married", "Rhŷs Prydderch"),
        (FieldKind.RELATIONSHIP, "2014-06-21", "anniversary"),
        (FieldKind.LANGUAGE, "Cymraeg", ""),
        (FieldKind.LANGUAGE, "Français", ""),
        (FieldKind.INTEREST, "MALE", ""),
        (FieldKind.INTEREST, "Côr Meibion Llanfâr", "Music"),
        (FieldKind.HEALTH, "registered", ""),
        (FieldKind.WEBSITE, "https://example.com/siân", ""),
        (FieldKind.WEBSITE, "https://www.facebook.com/profile.php?id=100000000000042", ""),
        (FieldKind.BIO, "Mam i Gwên ❤️ Gwent born", ""),
        (FieldKind.QUOTE, "Dyfal donc a dyr y garreg — “keep at it”", ""),
        (FieldKind.RELIGION, "Chapel", ""),
        (FieldKind.POLITICS, "Dim sylw", ""),
        (FieldKind.OTHER, "2008-01-10", "account made"),
        (FieldKind.OTHER, f"{NAME} updated her profile picture.", "profile update"),
    }
    assert [record.value for record in found.of(BirthDate)] == [PartialDate(1987, 3, 14)]
    assert [record.source.pointer for record in found.of(BirthDate)] == ["/profile_v2/birthday"]
    assert {(record.name, record.relation) for record in found.of(Relative)} == {
        ("Rhŷs Prydderch", "Married"),
        ("Tomás Bôn", "former partner"),
        ("Nerys Bôn", "Mother"),
        ("Gwên Prydderch", "Daughter"),
    }
    (job,) = found.of(Employment)
    assert (job.employer, job.title, job.place, job.start, job.current) == (
        "Gwent Fire Café", "Crew manager", "Abercwmnodd", PartialDate(2014, 1, 1), True,
    )  # fmt: skip
    (school,) = found.of(Schooling)
    assert (school.school, school.kind, school.degree) == ("Ysgol Gyfun Llanfâr", "High School", "Français")
    assert school.start == PartialDate(2001, 1, 1)


def test_people_groups_and_traces_are_told(exports: dict[Layout, Read]) -> None:
    found = exports[Layout.E]
    kinds = [record.kind for record in found.of(Connection)]
    assert {kind: kinds.count(kind) for kind in ConnectionKind} == {
        ConnectionKind.FRIEND: 3,
        ConnectionKind.FOLLOWER: 2,
        ConnectionKind.FOLLOWING: 1,
        ConnectionKind.REQUEST_RECEIVED: 1,
        ConnectionKind.REQUEST_SENT: 1,
        ConnectionKind.REQUEST_REJECTED: 1,
        ConnectionKind.REMOVED: 1,
        ConnectionKind.CONTACT: 1,
        ConnectionKind.BLOCKED: 0,
    }
    contact = next(record for record in found.of(Connection) if record.kind is ConnectionKind.CONTACT)
    assert (contact.name, contact.contact_points) == ("Dávid plumber", ("07700 900456", "david@example.org"))
    members = sorted((record.kind.value, record.name, record.detail) for record in found.of(Membership))
    assert members == [
        ("event", "Barbeciŵ", "hosted"),
        ("event", "Ffair Râs", "declined"),
        ("event", "Gŵyl Llanfâr", "shared"),
        ("event", "Noson Gôr", "joined"),
        ("event", "Priodas Zoë", "invited"),
        ("group", "Abercwmnodd Retained Crëw", ""),
        ("group", "Mamau Llanfâr", ""),
        ("group", "You stopped being a member of Hên Grŵp.", "left"),
        ("group run", "Clwb Rhedeg Llanfâr", ""),
        ("page followed", "Newyddion Bro", ""),
        ("page run", "Siân's Crêpes", ""),
    ]
    hosted = next(record for record in found.of(Membership) if record.name == "Barbeciŵ")
    assert hosted.kind is MembershipKind.EVENT
    assert hosted.place == "Traeth Œstre, Lôn y Môr"
    assert sorted((record.on, record.reaction, record.is_page) for record in found.of(Like)) == [
        ("Côr Meibion Llanfâr", "", True),
        ("Fire Brigade Café", "", True),
        (f"{NAME} likes {FRIEND}'s photo.", "LIKE", False),
        (f"{NAME} loved Łukasz Żak's post.", "LOVE", False),
    ]
    assert sorted((record.action, record.device, record.place) for record in found.of(Login)) == [
        ("Login", "Mozilla/5.0", "Llanfâr"),
        ("Logout", "Mozilla/5.0", ""),
        ("Name Change", "Mozilla", ""),
        ("remembered device", "Siân's phone, Mozilla/5.0", ""),
        ("session", "Ffôn Siân, Mozilla/5.0", "Llanfâr, Wales"),
    ]
    assert sorted((record.name, record.state) for record in found.of(LinkedApp)) == [
        ("Gêm", "removed"),
        ("Rhedeg+", "active"),
        ("siop.example.com", "told Facebook what you did there"),
    ]
    assert {(record.name, record.value, record.audience.value) for record in found.of(Setting)} == {
        ("Who can see your future posts?", "Friends", "friends"),
        ("Who can find you by phone?", "Everyone", "everyone"),
        ("Post audience: Teulu: Members", "Nerys Bôn", "unknown"),
    }


def test_pictures_and_places_are_told(exports: dict[Layout, Read]) -> None:
    found = exports[Layout.E]
    pub = Coordinates(52.367, -2.718)
    places = [(record.kind, record.name, record.coordinates) for record in found.of(Place)]
    assert places.count((PlaceKind.CHECK_IN, "Tŷ Coch Café", pub)) == 2
    assert (PlaceKind.TAGGED, "Tŷ Coch Café", None) in places
    assert (PlaceKind.HISTORY, "Traeth Œstre", Coordinates(51.5, -3.25)) in places
    fair = next(photo for photo in found.of(Photo) if photo.caption == "Gwên at the fâir")
    assert (fair.use, fair.album, fair.camera) == (MediaUse.ALBUM, "Ffair Llanfâr", "Cânon EOS")
    assert (fair.coordinates, fair.upload_ip) == (Coordinates(52.1, -3.2), "192.0.2.44")
    uses = {(photo.use, photo.kind) for photo in found.of(Photo)}
    assert (MediaUse.STORY, MediaKind.PHOTO) in uses
    assert (MediaUse.POST, MediaKind.PHOTO) in uses
    assert (MediaUse.MESSAGE, MediaKind.PHOTO) in uses
    assert (MediaUse.OTHER, MediaKind.VIDEO) in uses


def test_everybody_speaks_with_their_own_voice(exports: dict[Layout, Read]) -> None:
    found = exports[Layout.E]
    voices = {passage.text: (passage.voice, passage.author) for passage in (*found.counted, *found.beside)}
    assert voices["Diolch pawb am y pen-blwydd 🎂 37 heddiw!"] == (Voice.OWNER, "")
    assert voices["Penblwydd hapus Siân! 🎉"] == (Voice.OTHER, FRIEND)
    assert voices["Crews praised after flâneur rescued"] == (Voice.OTHER, "")
    assert voices["Bonny lass 😍"] == (Voice.OTHER, FRIEND)
    assert voices["Diolch ❤️"] == (Voice.OWNER, NAME)
    assert voices["Da iawn ti! 👏"] == (Voice.OWNER, NAME)
    assert voices["Wela i di fory 👋"] == (Voice.OWNER, NAME)
    assert voices["Iawn, hwyl — café at 9?"] == (Voice.OTHER, FRIEND)
    assert voices["https://example.com/crêpe"] == (Voice.OTHER, FRIEND)


def test_passages_say_where_they_stand(exports: dict[Layout, Read]) -> None:
    found = exports[Layout.E]
    by_text = {passage.text: passage for passage in (*found.counted, *found.beside)}
    assert by_text["Yn y dafarn — lovely"].addressees == (FRIEND,)
    assert by_text["Fi! I can do it — nôs Wener"].place == "Abercwmnodd Retained Crëw"
    assert by_text["Shift swap? 🚒"].place == "Blue Wâtch"
    assert by_text["Shift swap? 🚒"].addressees == (FRIEND, NAME)
    assert by_text["Shift swap? 🚒"].source.pointer == "/messages/0"
    assert by_text["Gwên at the fâir"].kind is PassageKind.CAPTION
    assert by_text["Started a new job at Gwent Fire Café"].kind is PassageKind.POST
    started = by_text["Started a new job at Gwent Fire Café"].when
    assert started is not None
    assert started.iso() == "2014-06-21T00:00:00"
    assert by_text["Pâté or crêpe?\nPâté\nCrêpe"].voice is Voice.OWNER
    assert by_text["Before the êdit"].kind is PassageKind.POST
    assert by_text["Da iawn bawb ar y pâge"] in found.counted
    assert by_text["Dwi'n fam — Gwên is 4"].place == "Mamau Llanfâr"
    assert by_text["Mam i Gwên ❤️ Gwent born"].kind is PassageKind.BIO
    kinds = {(passage.kind, passage.text) for passage in found.beside}
    assert {
        (PassageKind.HANDLE, "Siân Bôn"),
        (PassageKind.HANDLE, "sian.prydderch"),
        (PassageKind.CONTACT_NAME, "Dávid plumber"),
        (PassageKind.GROUP_NAME, "Abercwmnodd Retained Crëw"),
        (PassageKind.PAGE_NAME, "Fire Brigade Café"),
    } <= kinds


def test_threads_join_their_files(exports: dict[Layout, Read]) -> None:
    threads = {thread.title: thread for thread in exports[Layout.E].of(Thread)}
    assert set(threads) == {FRIEND, "Blue Wâtch", "Müge Çelik"}
    thread = threads[FRIEND]
    assert (thread.messages, thread.folder, thread.participants) == (5, "inbox", (FRIEND, NAME))
    assert thread.first is not None
    assert thread.last is not None
    assert (thread.last.at - thread.first.at).total_seconds() == 300
    assert threads["Müge Çelik"].folder == "message_requests"
    assert thread.still_member is True


def test_a_message_is_known_again_in_messengers_own_download(exports: dict[Layout, Read], tmp_path: Path) -> None:
    secret = read(write(render_secret(PERSON), tmp_path / "messages.zip"))
    assert secret.recognition is not None
    assert secret.recognition.layout == "Messenger encrypted chats"
    assert secret.counts() == {Category.MESSAGES: 8, Category.PHOTOS: 1}
    assert secret.holder.names == (NAME,)
    # a shared link is no text there; all else is the same message
    common = set(secret.identities) & set(exports[Layout.E].identities)
    assert len(common) == 7
    assert {passage.voice for passage in secret.counted} == {Voice.OWNER, Voice.OTHER}


def test_one_check_in_is_an_object_and_more_are_a_list(tmp_path: Path) -> None:
    twice = replace(PERSON, check_ins=(*PERSON.check_ins, ("Eto!", PERSON.check_ins[0][1], 1_500_000_099)))
    found = read(write(render(twice, Layout.E), tmp_path / "two.zip"))
    pointers = [place.source.pointer for place in found.of(Place) if "check-ins" in place.source.member]
    assert pointers == ["/0", "/1"]
    assert [passage.text for passage in found.beside if "check-ins" in passage.source.member] == ["Yn ôl eto", "Eto!"]
