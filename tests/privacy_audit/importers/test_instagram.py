"""Instagram: everything comes out of each generation of the export, whatever happened to it on its way."""

import re
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.claims import spots
from privacy_audit.errors import ExportError
from privacy_audit.importers import facebook
from privacy_audit.importers.instagram import IMPORTER
from privacy_audit.importing import Holder, MemberFate, ReadOptions
from privacy_audit.model import (
    Audience,
    BirthDate,
    Connection,
    ConnectionKind,
    Coordinates,
    FieldKind,
    Moment,
    Passage,
    PassageKind,
    Photo,
    Place,
    PlaceKind,
    ProfileField,
    Record,
    Setting,
    Thread,
    Voice,
)
from tests.builders import instagram, instagram_html
from tests.builders.facebook import render
from tests.builders.facebook_content import Layout
from tests.builders.facebook_person import PERSON
from tests.builders.reading import counts, fates, passages, problems, read_export, records
from tests.builders.variants import WHOLE, Files, as_folder, as_zip, cut_off

GENERATIONS = ("2025", "2024", "2022", "2020")
FIXTURE = Path(__file__).parents[4] / "shared" / "fixtures" / "instagram" / "joweich_chat-miner" / "test" / "instagram"


@pytest.mark.parametrize("generation", GENERATIONS)
@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out(generation: str, variant: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, WHOLE[variant](instagram.archive(generation)), tmp_path)
    found, expected = counts(items), instagram.counts(generation)
    assert {key: found[key] for key in expected} == expected
    assert [problem.source.member for problem in problems(items)] == []


@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out_of_the_plain_files_before_2020(variant: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, WHOLE[variant](instagram.before_2020()), tmp_path)
    found, expected = counts(items), instagram.COUNTS_BEFORE_2020
    assert {key: found[key] for key in expected} == expected
    assert problems(items) == []
    (thread,) = [record for record in records(items) if isinstance(record, Thread)]
    assert (thread.participants, thread.messages) == ((instagram.HANDLE, instagram.FRIEND), 4)


@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out_of_pages(variant: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, WHOLE[variant](instagram_html.archive()), tmp_path)
    found, expected = counts(items), instagram.counts("2024")
    assert {key: found[key] for key in expected} == expected
    assert [(problem.source.member, problem.reason) for problem in problems(items)] == []


def test_pages_tell_the_same_words_of_the_same_people_as_json(tmp_path: Path) -> None:
    def told(files: Files, name: str) -> Counter[tuple[object, ...]]:
        found = passages(read_export(IMPORTER, files, tmp_path, name))
        return Counter((one.kind, one.text, one.voice, one.author, one.place, one.audience) for one in found)

    assert told(instagram_html.archive(), "pages.zip") == told(instagram.archive(), "json.zip")


def test_pages_tell_the_same_records_as_json(tmp_path: Path) -> None:
    def told(files: Files, name: str) -> Counter[tuple[object, ...]]:
        found = records(read_export(IMPORTER, files, tmp_path, name))
        return Counter(_plain(record) for record in found)

    pages, from_json = told(instagram_html.archive(), "pages.zip"), told(instagram.archive(), "json.zip")
    assert pages - from_json == Counter()
    assert from_json - pages == Counter()


def test_a_page_beside_the_same_in_json_counts_once(tmp_path: Path) -> None:
    items = read_export(IMPORTER, {**instagram.archive("2024"), **instagram_html.archive()}, tmp_path)
    found, expected = counts(items), instagram.counts("2024")
    assert {key: found[key] for key in expected} == expected
    pages = [member for member, fate in fates(items).items() if fate is MemberFate.IGNORED and member.endswith(".html")]
    assert len(pages) == len([path for path in instagram_html.archive() if path.endswith(".html")]) - 2
    assert problems(items) == []


_PAGE_OF_2021 = """<html><body><div role="main"><div class="pam _3-95 _2ph- _2lej uiBoxWhite noborder">
<div class="_3-95 _2let"><table style="table-layout: fixed;">
<tr class="_51mx"><td class="_51m- vTop _2pin _2oao">Username</td><td class="_51m- vTop _2pin _51mw">morgan.fw</td></tr>
<tr class="_51mx"><td class="_51m- vTop _2pin _2oao">Name</td><td class="_51m- _51mw">Morgan &amp; Co</td></tr>
<tr class="_51mx"><td class="_51m- vTop _2pin _2oao">Private Account</td><td class="_51m- _51mw">False</td></tr>
</table></div></div></div></body></html>"""


@pytest.mark.parametrize("classes", [True, False], ids=["with classes", "without"])
def test_a_page_of_2021(classes: bool, tmp_path: Path) -> None:
    page = _PAGE_OF_2021 if classes else re.sub(r' class="[^"]*"', "", _PAGE_OF_2021)
    items = read_export(IMPORTER, {"account_information/personal_information.html": page.encode()}, tmp_path)
    holder = next(item for item in items if isinstance(item, Holder))
    assert (holder.names, holder.handles) == (("Morgan & Co",), ("morgan.fw",))
    assert [s.audience for s in records(items) if isinstance(s, Setting)] == [Audience.EVERYONE]
    assert problems(items) == []


def _plain(record: Record) -> tuple[object, ...]:
    """A record without what pages do not tell: zones, seconds, and what the camera wrote."""
    left_out = ("source", "taken", "uploaded", "still_member", "camera")
    values = {one.name: getattr(record, one.name) for one in fields(record) if one.name not in left_out}
    plain = {
        key: value.at.strftime("%Y-%m-%d %H:%M") if isinstance(value, Moment) else value
        for key, value in values.items()
    }
    return type(record).__name__, *sorted((key, str(value)) for key, value in plain.items())


@pytest.mark.parametrize("words", [instagram.FRENCH, instagram.UNKNOWN_WORDS], ids=["French", "unlisted"])
@pytest.mark.parametrize("generation", ["2024", "2022"])
def test_another_language_loses_nothing(generation: str, words: dict[str, str], tmp_path: Path) -> None:
    items = read_export(IMPORTER, instagram.archive(generation, words=words), tmp_path)
    found, expected = counts(items), dict(instagram.counts(generation))
    if words is instagram.UNKNOWN_WORDS:
        expected["places"] -= 1  # two numbers without a known label are no place, and are told as a problem at most
        found["places"] = min(found["places"], expected["places"])
    assert {key: found[key] for key in expected} == expected
    texts = {passage.text for passage in passages(items)}
    assert {f"Comment number {number} ✓" for number in range(instagram.COMMENTS)} <= texts
    assert [record.value.as_date() for record in records(items) if isinstance(record, BirthDate)]
    emails = [r.value for r in records(items) if isinstance(r, ProfileField) and r.kind is FieldKind.EMAIL]
    assert instagram.EMAIL in emails


def test_the_french_profile_is_understood(tmp_path: Path) -> None:
    items = read_export(IMPORTER, instagram.archive("2022", words=instagram.FRENCH), tmp_path)
    holder = next(item for item in items if isinstance(item, Holder))
    assert (holder.names, holder.handles) == ((instagram.NAME,), (instagram.HANDLE,))
    assert [r.audience for r in records(items) if isinstance(r, Setting) and r.name == "Private account"] == [
        Audience.FRIENDS
    ]


@pytest.mark.parametrize("generation", GENERATIONS)
def test_whose_it_is(generation: str, tmp_path: Path) -> None:
    name = "instagram-morgan.fw-2026-01-31-AbCd1234.zip"
    holder = next(
        i for i in read_export(IMPORTER, instagram.archive(generation), tmp_path, name) if isinstance(i, Holder)
    )
    assert (holder.names, holder.handles, holder.emails) == (
        (instagram.NAME,),
        (instagram.HANDLE,),
        (instagram.EMAIL,),
    )
    assert holder.made is not None
    assert holder.made.iso() == "2026-01-31T00:00:00"


def test_a_part_without_the_profile_is_known_by_its_name_and_its_conversations(tmp_path: Path) -> None:
    files = {path: data for path, data in instagram.archive().items() if "/messages/" in path}
    holder = next(
        i
        for i in read_export(IMPORTER, files, tmp_path, "instagram-morgan.fw-2026-01-31-x.zip")
        if isinstance(i, Holder)
    )
    assert holder.names == (instagram.NAME,)
    assert holder.handles == (instagram.HANDLE,)


@pytest.mark.parametrize(
    ("private", "seen_by"), [("False", Audience.EVERYONE), ("True", Audience.FRIENDS), ("", Audience.UNKNOWN)]
)
def test_posts_are_seen_by_whom_the_account_is_open_to(private: str, seen_by: Audience, tmp_path: Path) -> None:
    items = read_export(IMPORTER, instagram.archive(private=private), tmp_path)
    posts = [passage for passage in passages(items) if passage.kind is PassageKind.POST]
    threads = [post for post in posts if "allotment" in post.text]
    assert {post.audience for post in posts if post not in threads} == {seen_by}
    assert [post.audience for post in threads] == [Audience.EVERYONE]
    assert [p.audience for p in passages(items) if p.kind is PassageKind.BIO] == [Audience.EVERYONE]


@pytest.mark.parametrize("generation", GENERATIONS)
def test_words_are_told_in_full_and_by_whom(generation: str, tmp_path: Path) -> None:
    found = passages(read_export(IMPORTER, instagram.archive(generation), tmp_path))
    by_kind = {kind: [one.text for one in found if one.kind is kind] for kind in PassageKind}
    assert by_kind[PassageKind.POST][:4] == [
        "Première sortie, café after",
        "Two from the hill",
        "",
        "A reel of the dog",
    ] or set(by_kind[PassageKind.POST]) >= {"Première sortie, café after", "Two from the hill", "A reel of the dog"}
    assert set(by_kind[PassageKind.CAPTION]) == {"The top", "Night shift over"}
    assert "I would rather walk" in by_kind[PassageKind.COMMENT]
    assert {instagram.NAME, instagram.HANDLE, "Morgan Tolley", "morgan_t"} <= set(by_kind[PassageKind.HANDLE])
    assert by_kind[PassageKind.BIO] == ["Runs up hills, naps down them"]
    assert by_kind[PassageKind.PAGE_NAME] == ["#fellrunning"]
    talk = [passage for passage in found if passage.kind is PassageKind.MESSAGE]
    assert Counter(passage.voice for passage in talk) == {Voice.OWNER: 4, Voice.OTHER: 2}
    assert {passage.author for passage in talk} == {instagram.NAME, "Sam Tolley", "Dee Oakes"}
    (comment, *_rest) = [one for one in found if one.text == "Comment number 0 ✓"]
    assert (comment.voice, comment.place, comment.addressees) == (Voice.OWNER, instagram.FRIEND, (instagram.FRIEND,))
    assert comment.when is not None
    assert not any("Ã" in passage.text for passage in found)


@pytest.mark.parametrize("generation", GENERATIONS)
def test_small_records(generation: str, tmp_path: Path) -> None:
    found = records(read_export(IMPORTER, instagram.archive(generation), tmp_path))
    (born,) = [record.value.as_date() for record in found if isinstance(record, BirthDate)]
    assert born is not None
    assert born.isoformat() == "1987-03-14"
    (photo,) = [record for record in found if isinstance(record, Photo) and record.coordinates]
    assert (photo.member, photo.coordinates) == ("media/posts/202311/one.jpg", Coordinates(52.3681, -2.7171))
    assert photo.taken is not None
    assert (photo.taken.iso(), photo.taken.zone_known) == ("2023-11-14T22:10:00", False)
    places = {(place.kind, place.name) for place in found if isinstance(place, Place)}
    assert places == {(PlaceKind.PRIMARY, "Ludlow"), (PlaceKind.HISTORY, "")}
    told = {(s.name, s.value, s.audience) for s in found if isinstance(s, Setting)}
    assert ("On your close friends list", instagram.FRIEND, Audience.LISTED) in told
    assert ("Account privacy changed on 2023-11-14", "Public", Audience.UNKNOWN) in told
    assert ("Comments Allowed From", "Everyone", Audience.EVERYONE) in told
    former = [r.value for r in found if isinstance(r, ProfileField) and r.kind is FieldKind.FORMER_NAME]
    assert former == ["Morgan Tolley"]


@pytest.mark.parametrize("generation", GENERATIONS)
def test_people_have_names_kinds_and_days(generation: str, tmp_path: Path) -> None:
    found = [
        r for r in records(read_export(IMPORTER, instagram.archive(generation), tmp_path)) if isinstance(r, Connection)
    ]
    kinds = {(one.kind, one.handle) for one in found if one.handle.startswith(("follow", "rude", "ask"))}
    assert (ConnectionKind.FOLLOWER, "follower0") in kinds
    assert (ConnectionKind.FOLLOWING, "followed3") in kinds
    assert {(ConnectionKind.BLOCKED, "rude.one"), (ConnectionKind.REQUEST_SENT, "asked")} <= kinds
    assert (ConnectionKind.REQUEST_RECEIVED, "asking") in kinds
    assert all(one.since for one in found if one.kind is ConnectionKind.FOLLOWER)
    contacts = {(one.name, one.contact_points) for one in found if one.kind is ConnectionKind.CONTACT}
    assert contacts == {("Alys Pugh", ("01632 960441",)), ("Bob", ("bob@example.org",))}


def test_an_unset_birth_date_is_none(tmp_path: Path) -> None:
    files = {path: data.replace(b"1987-03-14", b"1919-01-01") for path, data in instagram.archive().items()}
    items = read_export(IMPORTER, files, tmp_path)
    assert [record for record in records(items) if isinstance(record, BirthDate)] == []
    assert problems(items) == []


def test_every_other_member_has_its_fate(tmp_path: Path) -> None:
    found = fates(read_export(IMPORTER, instagram.archive(), tmp_path))
    assert found["logged_information/recent_searches/account_searches.json"] is MemberFate.PRIVATE
    assert found["ads_information/ads_and_topics/posts_viewed.json"] is MemberFate.IGNORED
    assert found["brand_new_folder/brand_new_thing.json"] is MemberFate.UNKNOWN
    assert found["media/posts/202311/one.jpg"] is MemberFate.MEDIA
    assert len(found) == 6


@pytest.mark.parametrize("files", [instagram.archive(), instagram.before_2020()], ids=["2024", "2018"])
def test_searches_are_never_read(files: Files, tmp_path: Path) -> None:
    items = read_export(IMPORTER, files, tmp_path)
    told = [passage.text for passage in passages(items)] + [repr(getattr(r, "value", "")) for r in records(items)]
    assert not any("SEARCHED" in text for text in told)


@pytest.mark.parametrize("generation", GENERATIONS)
@pytest.mark.parametrize("part", ["all", "messages", "followers_and_following"])
def test_instagram_claims_its_own_before_facebook(generation: str, part: str, tmp_path: Path) -> None:
    files = {path: data for path, data in instagram.archive(generation).items() if part == "all" or f"{part}/" in path}
    archive = open_archive([as_zip(files, tmp_path / "instagram-morgan.fw-2026-01-31-x.zip")])
    mine, theirs = IMPORTER.recognise(archive), facebook.IMPORTER.recognise(archive)
    assert mine is not None
    assert theirs is None or mine.score > theirs.score


@pytest.mark.parametrize(
    ("generation", "layout"),
    [
        ("2025", "2024 and later JSON"),
        ("2024", "2024 and later JSON"),
        ("2022", "2022-24 JSON"),
        ("2020", "2020-22 JSON"),
    ],
)
def test_each_generation_is_told(generation: str, layout: str, tmp_path: Path) -> None:
    archive = open_archive([as_zip(instagram.archive(generation), tmp_path / "export.zip")])
    recognition = IMPORTER.recognise(archive)
    assert recognition is not None
    assert recognition.layout == layout


@pytest.mark.parametrize("generation", GENERATIONS)
def test_facebook_and_instagram_side_by_side_are_two_exports(generation: str, tmp_path: Path) -> None:
    both = {
        f"meta-2026-Jan-31-10-00-00/instagram-m-2026-01-31-x/{p}": d for p, d in instagram.archive(generation).items()
    }
    both |= {f"meta-2026-Jan-31-10-00-00/facebook-m-2026-01-31-y/{p}": d for p, d in render(PERSON, Layout.E).items()}
    found = spots(open_archive([as_zip(both, tmp_path / "downloads.zip")]), (facebook.IMPORTER, IMPORTER))
    assert {spot.claim.importer.id: spot.folder.split("/")[1][:9] for spot in found} == {
        "instagram": "instagram",
        "facebook": "facebook-",
    }


def test_a_part_with_pictures_alone_is_known_by_its_name(tmp_path: Path) -> None:
    files = {"media/posts/202311/one.jpg": b"\xff\xd8\xff"}
    assert IMPORTER.recognise(open_archive([as_zip(files, tmp_path / "instagram-m-2026-01-31-x-2.zip")])) is not None
    assert IMPORTER.recognise(open_archive([as_zip(files, tmp_path / "holiday.zip")])) is None


def test_a_file_that_breaks_off_costs_its_end_alone(tmp_path: Path) -> None:
    path = "connections/followers_and_following/followers_1.json"
    items = read_export(IMPORTER, cut_off(instagram.archive(), path, 0.7), tmp_path)
    first, *rest = problems(items)
    assert "breaks off" in first.reason
    assert [problem.source.member for problem in rest] == [path]  # the record in which it breaks off
    assert counts(items)["connections"] == instagram.COUNTS["connections"] - 1


@pytest.mark.parametrize("files", [instagram.archive(), instagram_html.archive(), instagram.before_2020()])
@pytest.mark.parametrize("share", [0.3, 0.9])
def test_nothing_breaks_off_in_silence(files: Files, share: float, tmp_path: Path) -> None:
    whole = counts(read_export(IMPORTER, files, tmp_path))
    for path in [path for path in files if path.endswith((".json", ".html"))]:
        archive = open_archive([as_zip(cut_off(files, path, share), tmp_path / "cut.zip")])
        items = list(IMPORTER.read(archive, ReadOptions()))
        assert counts(items) == whole or {problem.source.member for problem in problems(items)} == {path}


def test_a_record_that_makes_no_sense_is_a_problem(tmp_path: Path) -> None:
    files = instagram.archive()
    path = "connections/followers_and_following/followers_1.json"
    files[path] = files[path].replace(b"[{", b"[5, {}, {", 1)
    items = read_export(IMPORTER, files, tmp_path)
    assert [problem.source.pointer for problem in problems(items)] == ["/0", "/1"]
    assert counts(items)["connections"] == instagram.COUNTS["connections"]


@pytest.mark.skipif(not FIXTURE.is_dir(), reason="the fixtures are not here")
def test_the_fixture_of_a_chat(tmp_path: Path) -> None:
    archive = open_archive([FIXTURE / "test_export.json"])
    recognition = IMPORTER.recognise(archive)
    assert recognition is not None
    assert facebook.IMPORTER.recognise(archive) is None
    items = list(IMPORTER.read(archive, ReadOptions(own_names=("John Doe",))))
    talk = [(one.author, one.text, one.voice) for one in passages(items)]
    assert talk == [("John Doe", "Hello Jane!", Voice.OWNER), ("Jane Doe", "Hello John!", Voice.OTHER)]
    assert problems(items) == []


_PATHS = sorted([*instagram.archive("2024"), *instagram.before_2020(), *instagram_html.archive()])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(_PATHS),
    data=st.binary(min_size=1, max_size=200) | st.text(min_size=1, max_size=100).map(str.encode),
)
def test_any_bytes_give_records_problems_and_notes(path: str, data: bytes, tmp_path: Path) -> None:
    archive = open_archive([as_folder({path: data}, tmp_path / "any")])
    try:
        items = list(IMPORTER.read(archive, ReadOptions()))
    except ExportError:
        return
    assert all(isinstance(passage, Passage) for passage in passages(items))
