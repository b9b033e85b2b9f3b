"""How each Facebook file words what it holds, generation by generation: plain data in, plain JSON values out."""

from collections.abc import Iterator, Sequence
from typing import Any

from tests.builders.facebook_content import Comment, Layout, Person, Picture, Post, Spot

Json = Any
Dated = Sequence[tuple[str, int]]

_OLD = (Layout.A, Layout.B)


def profile(person: Person, _layout: Layout) -> Json:
    return dict(person.profile)


def profile_updates(person: Person, _layout: Layout) -> Json:
    return [{"title": title, "timestamp": when} for title, when in person.profile_updates]


def _named(items: Dated) -> Json:
    return [{"name": name, "timestamp": when} for name, when in items]


def friends(person: Person, _layout: Layout) -> Json:
    return _named(person.friends)


def requests_received(person: Person, _layout: Layout) -> Json:
    return _named(person.requests_received)


def requests_sent(person: Person, _layout: Layout) -> Json:
    return _named(person.requests_sent)


def requests_rejected(person: Person, _layout: Layout) -> Json:
    return _named(person.requests_rejected)


def removed_friends(person: Person, _layout: Layout) -> Json:
    return _named(person.removed_friends)


def following(person: Person, _layout: Layout) -> Json:
    return _named(person.following)


def followers(person: Person, _layout: Layout) -> Json:
    return _named(person.followers)


def contacts(person: Person, _layout: Layout) -> Json:
    listed = [
        {
            "name": name,
            "created_timestamp": when,
            "updated_timestamp": when + 60,
            "details": [{"contact_point": point} for point in points],
        }
        for name, points, when in person.contacts
    ]
    return {"address_book": listed} if listed else None


def media(picture: Picture, layout: Layout) -> Json:
    found = {
        "uri": media_path(picture, layout),
        "creation_timestamp": picture.uploaded,
        "media_metadata": {_metadata_key(picture): _metadata(picture, layout)},
        "title": picture.album,
        "description": picture.caption,
    }
    if picture.remarks:
        found["comments"] = [
            {"timestamp": when, "comment": text, "author": author} for author, text, when in picture.remarks
        ]
    return {key: value for key, value in found.items() if value}


def _metadata_key(picture: Picture) -> str:
    return "video_metadata" if picture.name.endswith(".mp4") else "photo_metadata"


def _metadata(picture: Picture, layout: Layout) -> Json:
    exif: dict[str, Json] = {"upload_ip": picture.upload_ip, "taken_timestamp": picture.taken}
    if picture.at:
        exif |= {"latitude": picture.at[0], "longitude": picture.at[1]}
    if any(picture.camera):
        exif |= {"camera_make": picture.camera[0], "camera_model": picture.camera[1], "orientation": 1}
    return exif if layout in _OLD else {"exif_data": [exif]}


def media_path(picture: Picture, layout: Layout) -> str:
    album = f"{picture.album.replace(' ', '') or 'Loose'}_1234"
    if layout in _OLD:
        return f"photos_and_videos/{album}/{picture.name}"
    if layout is Layout.C:
        return f"posts/media/{album}/{picture.name}"
    prefix = "your_activity_across_facebook" if layout is Layout.D else "your_facebook_activity"
    return f"{prefix}/posts/media/{album}/{picture.name}"


def media_paths(person: Person, layout: Layout) -> Iterator[str]:
    pictures = [picture for _name, _words, found in person.albums for picture in found]
    posted = [post.picture for post in (*person.posts, *person.group_posts) if post.picture]
    pictures += [*posted, *person.loose_photos, *person.videos, *person.stories]
    nested = "personal_information/profile_information/" if layout is Layout.E_UNDER_PROFILE else ""
    for picture in pictures:
        yield nested + media_path(picture, layout)


def post(found: Post, layout: Layout) -> Json:
    value: dict[str, Json] = {"timestamp": found.when, "title": found.title}
    value["data"] = [{"post": found.text}, {"update_timestamp": found.when}] if found.text else []
    value["attachments"] = [{"data": [part]} for part in _attached(found, layout)]
    if found.tags:
        value["tags"] = list(found.tags) if layout.is_flat else [{"name": name} for name in found.tags]
    return {key: inner for key, inner in value.items() if inner or key == "data"}


def _attached(found: Post, layout: Layout) -> Iterator[Json]:
    if found.picture:
        yield {"media": media(found.picture, layout)}
    if found.place:
        yield {"place": place(found.place)}
    if found.link:
        yield {"external_context": {"name": found.link[0], "url": found.link[1]}}
    if found.event:
        yield {"event": {"name": found.event[0], "start_timestamp": found.event[1], "end_timestamp": 0}}
    if found.life_event:
        yield {"life_event": {"title": found.life_event, "start_date": {"year": 2014, "month": 6, "day": 21}}}
    if found.poll:
        options = [{"option": option, "voted": False} for option in found.poll[1]]
        yield {"poll": {"question": found.poll[0], "options": options}}
    if found.sale:
        yield {"for_sale_item": {"title": found.sale[0], "description": found.sale[1], "price": "10"}}


def place(spot: Spot) -> Json:
    return {
        "name": spot.name,
        "address": spot.address,
        "url": "https://example.com/place",
        "coordinate": {"latitude": spot.at[0], "longitude": spot.at[1]},
    }


def posts(person: Person, layout: Layout) -> Json:
    return [post(found, layout) for found in person.posts]


def others_posts(person: Person, layout: Layout) -> Json:
    listed = [post(found, layout) for found in person.others_posts]
    return listed if layout.is_flat or not listed else {"activity_log_data": listed}


def album(found: tuple[str, str, tuple[Picture, ...]], layout: Layout) -> Json:
    name, words, pictures = found
    listed = [media(picture, layout) for picture in pictures]
    return {
        "name": name,
        "description": words,
        "photos": listed,
        "cover_photo": listed[0],
        "last_modified_timestamp": 1_600_000_000,
    }


def loose_photos(person: Person, layout: Layout) -> Json:
    return [media(picture, layout) for picture in person.loose_photos]


def videos(person: Person, layout: Layout) -> Json:
    return [media(picture, layout) for picture in person.videos]


def stories(person: Person, layout: Layout) -> Json:
    return [
        {
            "timestamp": picture.uploaded,
            "title": f"{person.name} added to a story.",
            "attachments": [{"data": [{"media": media(picture, layout)}]}],
        }
        for picture in person.stories
    ]


def comment(person: Person, found: Comment) -> Json:
    body: dict[str, Json] = {"timestamp": found.when, "comment": found.text, "author": person.name}
    if found.group:
        body["group"] = found.group
    return {"timestamp": found.when, "data": [{"comment": body}], "title": found.title}


def comments(person: Person, _layout: Layout) -> Json:
    return [comment(person, found) for found in person.comments]


def group_comments(person: Person, _layout: Layout) -> Json:
    return [comment(person, found) for found in person.group_comments]


def group_posts(person: Person, layout: Layout) -> Json:
    """2018 and 2019 kept posts and comments in groups in one file."""
    listed = [post(found, layout) for found in person.group_posts]
    return [*listed, *group_comments(person, layout)] if layout is Layout.A else listed


def reactions(person: Person, _layout: Layout) -> Json:
    return [
        {"timestamp": when, "data": [{"reaction": {"reaction": kind, "actor": person.name}}], "title": title}
        for title, kind, when in person.reactions
    ]


def pages_liked(person: Person, _layout: Layout) -> Json:
    return _named(person.pages_liked)


def pages_followed(person: Person, _layout: Layout) -> Json:
    return [{"timestamp": when, "data": [{"name": name}], "title": name} for name, when in person.pages_followed]


def pages_run(person: Person, _layout: Layout) -> Json:
    return _named(person.pages_run)


def groups_joined(person: Person, layout: Layout) -> Json:
    joined = [
        {
            "timestamp": when,
            "title": f"You became a member of {name}.",
            **({"attachments": [{"data": [{"name": name}]}]} if layout is Layout.A else {"data": [{"name": name}]}),
        }
        for name, when in person.groups_joined
    ]
    left = [{"timestamp": when, "title": title} for title, when in person.groups_left]
    return joined + left


def groups_run(person: Person, _layout: Layout) -> Json:
    return _named(person.groups_run)


def events_hosted(person: Person, _layout: Layout) -> Json:
    return [
        {
            "name": name,
            "start_timestamp": start,
            "end_timestamp": 0,
            "place": place(spot),
            "description": words,
            "create_timestamp": start - 86_400,
        }
        for name, start, spot, words in person.events_hosted
    ]


def _events(items: Dated) -> Json:
    return [{"name": name, "start_timestamp": start, "end_timestamp": 0} for name, start in items]


def events_invited(person: Person, _layout: Layout) -> Json:
    return _events(person.events_invited)


def event_responses(person: Person, _layout: Layout) -> Json:
    found = {"events_joined": _events(person.events_joined), "events_declined": _events(person.events_declined)}
    return {**found, "events_interested": []} if any(found.values()) else None


def history(person: Person, layout: Layout) -> Json:
    if layout is Layout.A:
        return [
            {"title": "You were here.", "timestamp": when, "attachments": [{"data": [{"place": place(spot)}]}]}
            for spot, when in person.history
        ]
    return [{**place(spot), "creation_timestamp": when} for spot, when in person.history]


def logins(person: Person, _layout: Layout) -> Json:
    keys = ("action", "timestamp", "ip_address", "user_agent", "city")
    return [dict(zip(keys, login, strict=True)) for login in person.logins]


def sessions(person: Person, _layout: Layout) -> Json:
    keys = ("created_timestamp", "ip_address", "user_agent", "device", "location")
    return [dict(zip(keys, session, strict=True)) for session in person.sessions]


def devices(person: Person, _layout: Layout) -> Json:
    keys = ("name", "created_timestamp", "ip_address", "user_agent")
    return [dict(zip(keys, device, strict=True)) for device in person.devices]


def name_changes(person: Person, _layout: Layout) -> Json:
    return [
        {
            "event": "Name Change",
            "session": {"created_timestamp": when, "ip_address": "192.0.2.7", "user_agent": "Mozilla"},
            "extra_info": {"old_name": old, "new_name": new},
        }
        for old, new, when in person.name_changes
    ]


def apps(person: Person, _layout: Layout) -> Json:
    return [
        {"name": name, "added_timestamp": when, "user_app_scoped_id": 1, "category": state}
        for name, when, state in person.apps
    ]


def off_meta(person: Person, _layout: Layout) -> Json:
    return [
        {"name": name, "events": [{"id": 1, "type": "PAGE_VIEW", "timestamp": when}]} for name, when in person.off_meta
    ]


def searches(person: Person, _layout: Layout) -> Json:
    return [{"timestamp": 1_600_000_000, "data": [{"text": text}], "title": text} for text in person.searches]


def forms(person: Person, _layout: Layout) -> Json:
    return {key: list(values) for key, values in (person.forms or {}).items()}
