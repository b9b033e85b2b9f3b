"""The demo's posts, photos, comments, groups and messages, as Facebook's export of 2024 writes them."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any, Final

from privacy_audit.demo.chatter import Talk
from privacy_audit.demo.facebook_profile_files import Tree
from privacy_audit.demo.life import Life
from privacy_audit.demo.officer import CheckIn, Named, Saying, Snap, seconds

ACTIVITY: Final = "your_facebook_activity"
PICTURES: Final = 9  # files that the export holds; further photos are in "another part"
_MESSAGES_A_FILE: Final = 10_000


def activity_files(life: Life) -> dict[str, Tree]:
    """Path in the export → what it holds."""
    person = life.officer
    files: dict[str, Tree] = {
        "posts/your_posts__check_ins__photos_and_videos_1.json": [_post(life, post) for post in life.posts],
        "posts/other_people's_posts_to_your_timeline.json": {
            "wall_posts_sent_to_you_v2": [_wall_post(life, post) for post in person.wall if post.at < life.made]
        },
        "posts/check-ins.json": [_check_in(place) for place in person.check_in],
        "comments_and_reactions/comments.json": {"comments_v2": [_comment(life, words) for words in life.comments]},
        "comments_and_reactions/likes_and_reactions_1.json": _reactions(life),
        "pages/pages_you've_liked.json": {
            "page_likes_v2": [{"name": page.name, "timestamp": page.seconds} for page in person.page]
        },
        "groups/your_group_membership_activity.json": {
            "groups_joined_v2": [
                {"timestamp": group.seconds, "title": f"You joined {group.name}.", "data": [{"name": group.name}]}
                for group in person.group
            ]
        },
        "groups/group_posts_and_comments.json": {
            "group_posts_v2": [_group_post(life, post) for post in person.group_post]
        },
        "events/your_event_responses.json": {
            "event_responses_v2": {"events_joined": [_event(event) for event in person.event]}
        },
        "search/your_search_history.json": {"searches_v2": []},
    }
    files |= {f"posts/album/{number}.json": album for number, album in enumerate(_albums(life.photos))}
    for talk in life.talks:
        files |= _talk_files(life, talk)
    return {f"{ACTIVITY}/{path}": tree for path, tree in files.items()}


def _post(life: Life, post: Saying) -> dict[str, Any]:
    at = seconds(post.at)
    return {
        "timestamp": at,
        "data": [{"post": post.text}, {"update_timestamp": at}],
        "title": f"{life.officer.account.name} updated his status.",
    }


def _wall_post(life: Life, post: Saying) -> dict[str, Any]:
    return {
        "timestamp": seconds(post.at),
        "data": [{"post": post.text}],
        "title": f"{post.by} wrote on {life.officer.account.name}'s timeline.",
    }


def _check_in(place: CheckIn) -> dict[str, Any]:
    where = [
        {"label": "Coordinates", "value": f"({place.latitude} , {place.longitude})"},
        {"label": "Address", "value": place.address},
        {"label": "Name", "value": place.name},
    ]
    return {
        "timestamp": seconds(place.at),
        "media": [],
        "label_values": [
            {"label": "Message", "value": place.message},
            {"title": "Place tags", "dict": [{"dict": where}]},
        ],
        "fbid": str(seconds(place.at)),
    }


def _comment(life: Life, words: Saying) -> dict[str, Any]:
    name = life.officer.account.name
    title = (
        f"{name} commented on a post in {words.group}." if words.group else f"{name} commented on {words.on}'s post."
    )
    comment = {"timestamp": seconds(words.at), "comment": words.text, "author": name}
    if words.group:
        comment["group"] = words.group
    return {"timestamp": seconds(words.at), "data": [{"comment": comment}], "title": title}


def _reactions(life: Life) -> list[dict[str, Any]]:
    name = life.officer.account.name
    return [
        {
            "timestamp": seconds(reaction.at),
            "data": [{"reaction": {"reaction": reaction.kind, "actor": name}}],
            "title": f"{name} reacted to {reaction.to}'s post.",
        }
        for reaction in life.reactions
    ]


def _group_post(life: Life, post: Saying) -> dict[str, Any]:
    return {
        "timestamp": seconds(post.at),
        "data": [{"post": post.text}],
        "title": f"{life.officer.account.name} posted in {post.group}.",
    }


def _event(event: Named) -> dict[str, Any]:
    return {
        "name": event.name,
        "start_timestamp": event.seconds,
        "end_timestamp": 0,
        "place": {"name": event.place},
    }


def _albums(photos: Iterable[Snap]) -> list[dict[str, Any]]:
    by_album = sorted(photos, key=lambda photo: photo.album)
    albums = []
    number = 0
    for title, group in groupby(by_album, key=lambda photo: photo.album):
        media = []
        for photo in group:
            media.append(_media(photo, number))
            number += 1
        albums.append({"name": title, "photos": media, "last_modified_timestamp": media[0]["creation_timestamp"]})
    return albums


def _media(photo: Snap, number: int) -> dict[str, Any]:
    at = seconds(photo.at)
    exif: dict[str, Any] = {"upload_ip": "192.0.2.14", "taken_timestamp": at - 3_600}
    if photo.latitude is not None:
        exif |= {"latitude": photo.latitude, "longitude": photo.longitude, "camera_make": "Apple"}
    return {
        "uri": picture_path(number),
        "creation_timestamp": at,
        "media_metadata": {"photo_metadata": {"exif_data": [exif]}},
        "title": photo.album,
        **({"description": photo.caption} if photo.caption else {}),
    }


def picture_path(number: int) -> str:
    return f"{ACTIVITY}/posts/media/photos/{100_000 + number * 7}.png"


def _talk_files(life: Life, talk: Talk) -> dict[str, Tree]:
    owner = life.officer.account.name
    title = talk.title or talk.people[0]
    slug = "".join(letter for letter in title.casefold() if letter.isascii() and letter.isalnum())
    folder = f"messages/{talk.folder}/{slug}_{1_000_000 + sum(map(ord, title)) * 137}"
    said = tuple(reversed(talk.said))  # Facebook writes the newest first
    return {
        f"{folder}/message_{number}.json": {
            "participants": [{"name": person} for person in (*talk.people, owner)],
            "messages": [
                {
                    "sender_name": message.by,
                    "timestamp_ms": seconds(message.at) * 1_000,
                    "content": message.text,
                    "is_geoblocked_for_viewer": False,
                }
                for message in said[start : start + _MESSAGES_A_FILE]
            ],
            "title": title,
            "is_still_participant": True,
            "thread_path": folder.removeprefix("messages/"),
            "magic_words": [],
        }
        for number, start in enumerate(range(0, len(said), _MESSAGES_A_FILE), 1)
    }
