"""Facebook files one by one: records of label and value, settings, pictures, places, and forms nobody has seen."""

from pathlib import Path

import pytest

from privacy_audit.model import (
    Coordinates,
    Like,
    Photo,
    Place,
    Setting,
    Voice,
)
from tests.builders.facebook import (
    Files,
    as_json,
    render,
    write,
)
from tests.builders.facebook_content import Layout
from tests.builders.facebook_person import PERSON
from tests.builders.facebook_reading import Read, read

E_FILES = render(PERSON, Layout.E)


def _read(files: Files, folder: Path, name: str = "export.zip") -> Read:
    return read(write(files, folder / name))


def test_reactions_come_in_two_forms_at_once(tmp_path: Path) -> None:
    rows = [
        {
            "timestamp": 1_500_000_123,
            "fbid": "9",
            "label_values": [
                {"label": "Reaktion", "ent_field_name": "Reaction", "value": "Love"},
                {"label": "Name", "value": "Åse Lien"},
                {"label": "URL", "value": "https://www.facebook.com/1", "href": "https://www.facebook.com/1"},
            ],
        }
    ]
    path = "your_facebook_activity/comments_and_reactions/likes_and_reactions.json"
    likes = _read({**E_FILES, path: as_json(rows)}, tmp_path).of(Like)
    assert len(likes) == 5
    assert {(like.on, like.reaction) for like in likes if like.source.member == path} == {("Åse Lien", "Love")}


def test_settings_are_told_with_an_audience_only_where_it_is_certain(tmp_path: Path) -> None:
    values = ("Public", "Friends", "Only me", "Friends of friends", "Freunde", "Everyone except Dad")
    value = {"label_values": [{"label": f"Setting {word}", "value": word} for word in values]}
    found = _read({**E_FILES, "preferences/preferences/privacy_settings.json": as_json(value)}, tmp_path)
    told = [one.audience.value for one in found.of(Setting) if "privacy_settings" in one.source.member]
    assert told == ["everyone", "friends", "only me", "unknown", "friends", "unknown"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (
            "posts/posts_on_other_pages_and_profiles.json",
            {"posts_v5": [{"timestamp": 5, "data": [{"post": "Hwyl ŵ"}]}]},
        ),
        ("posts/posts_on_other_pages_and_profiles.json", [{"label_values": [{"label": "Beitrag", "value": "Hwyl ŵ"}]}]),
        ("posts/edits_you_made_to_posts.json", {"label_values": [{"label": "Text", "value": "Hwyl ŵ"}]}),
        ("posts/edits_you_made_to_posts.json", [{"label_values": [{"label": "x", "vec": [{"value": "Hwyl ŵ"}]}]}]),
        ("posts/check-ins.json", {"label_values": [{"label": "Nachricht", "value": "Hwyl ŵ"}]}),
        ("posts/your_notes.json", {"notes_v2": [{"title": "Nodyn", "text": "Hwyl ŵ"}]}),
        ("stories/archived_stories.json", {"archived_stories_v2": [{"timestamp": 1, "data": [{"text": "Hwyl ŵ"}]}]}),
        (
            "groups/your_comments_in_groups.json",
            {"group_comments_v2": [{"data": [{"comment": {"comment": "Hwyl ŵ"}}]}]},
        ),
    ],
)
def test_words_are_found_in_every_form_of_record(path: str, value: object, tmp_path: Path) -> None:
    found = _read({**E_FILES, f"your_facebook_activity/{path}": as_json(value)}, tmp_path)
    assert found.problems == []
    texts = [passage for passage in (*found.counted, *found.beside) if passage.text == "Hwyl ŵ"]
    assert [passage.voice for passage in texts] == [Voice.OWNER]


def test_a_check_in_in_another_language_is_told_by_its_order(tmp_path: Path) -> None:
    value = {
        "media": [{"uri": "your_facebook_activity/posts/media/Loose_1234/loose.jpg", "description": "Llûn"}],
        "label_values": [
            {"label": "Nachricht", "value": "Endlich da"},
            {
                "title": "Ortsmarkierungen",
                "dict": [
                    {"label": "Koordinaten", "value": "(51.5 , -3.2)"},
                    {"label": "Anschrift", "value": "Lôn Fâch"},
                    {"label": "Bezeichnung", "value": "Tŷ Mawr"},
                ],
            },
        ],
    }
    member = "your_facebook_activity/posts/check-ins.json"
    found = _read({**E_FILES, member: as_json(value)}, tmp_path)
    (place,) = (one for one in found.of(Place) if one.source.member == member)
    assert (place.name, place.address, place.coordinates) == ("Tŷ Mawr", "Lôn Fâch", Coordinates(51.5, -3.2))
    assert "Endlich da" in [passage.text for passage in found.beside]


def test_wrong_prefixes_of_pictures_are_seen_through(tmp_path: Path) -> None:
    real = "your_facebook_activity/posts/media/Loose_1234/loose.jpg"
    doubled = f"your_activity_across_facebook/your_activity_across_facebook/{real.partition('/')[2]}"
    rows = [
        {"uri": doubled},
        {"uri": "somewhere/else/fair2.jpg"},
        {"uri": "gone/away.jpg"},
        {"uri": "https://example.com/x.jpg"},
    ]
    path = "your_facebook_activity/posts/your_uncategorized_photos.json"
    found = _read({**E_FILES, path: as_json({"other_photos_v2": rows})}, tmp_path)
    assert [photo.member for photo in found.of(Photo) if photo.source.member == path] == [
        real, "your_facebook_activity/posts/media/FfairLlanfâr_1234/fair2.jpg", None, None,
    ]  # fmt: skip


def test_impossible_times_and_places_are_nothing(tmp_path: Path) -> None:
    exif = {"taken_timestamp": -62169958800, "latitude": 0, "longitude": 0}
    rows = [
        {"uri": "a.jpg", "creation_timestamp": 0, "media_metadata": {"photo_metadata": {"exif_data": [exif]}}},
        {"uri": "b.jpg", "media_metadata": {"photo_metadata": {"latitude": 123.0, "longitude": 5.0}}},
    ]
    path = "your_facebook_activity/posts/your_uncategorized_photos.json"
    found = _read({**E_FILES, path: as_json({"other_photos_v2": rows})}, tmp_path)
    photos = [photo for photo in found.of(Photo) if photo.source.member == path]
    assert [(photo.taken, photo.uploaded, photo.coordinates) for photo in photos] == [(None, None, None)] * 2


@pytest.mark.parametrize(
    ("path", "value", "name"),
    [
        (
            "primary_location.json",
            {"primary_location_v2": {"city_region_pairs": [["Llanfâr", "Powys"]]}},
            "Llanfâr, Powys",
        ),
        ("timezone.json", {"timezone_v2": "Europe/London"}, "Europe/London"),
        ("last_location.json", {"last_location_v2": {"coordinate": {"latitude": 51.5, "longitude": -3.2}}}, ""),
    ],
)
def test_the_home_place_is_read_in_whatever_words(path: str, value: object, name: str, tmp_path: Path) -> None:
    member = f"logged_information/location/{path}"
    found = _read({**E_FILES, member: as_json(value)}, tmp_path)
    (place,) = (one for one in found.of(Place) if one.source.member == member)
    assert place.name == name
    assert bool(place.coordinates) is (not name)
