"""One invented person as a Facebook export in every JSON layout, with letters doubled as Facebook doubles them.

`write_export(person, layout, target)` writes a folder, or a ZIP when the target ends in .zip. The person's content is
plain data (facebook_content.py); other builders may bring their own and render it with the same functions.
"""

import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.builders import facebook_newer_records as newer
from tests.builders import facebook_records as records
from tests.builders.facebook_content import Chat, Layout, Person

Json = Any
Files = dict[str, bytes]
Make = Callable[[Person, Layout], Json]

_ACTIVITY = {
    Layout.D: "your_activity_across_facebook/",
    Layout.E: "your_facebook_activity/",
    Layout.E_UNDER_PROFILE: "personal_information/profile_information/your_facebook_activity/",
}


def folder(layout: Layout, name: str) -> str:
    """A path of the nested layouts: "…/" stands for the activity folder, the rest stands at the root."""
    if name.startswith("…/"):
        return _ACTIVITY[layout] + name.removeprefix("…/")
    nested = layout is Layout.E_UNDER_PROFILE and not name.startswith("personal_information/")
    return f"personal_information/profile_information/{name}" if nested else name


# What; its root key without the ending of later years ("" is a bare list); its path in A, B, C and from D on, where
# "=" is the same as before it, "" is none, and "…/" stands for the folder of activity.
_TABLE: tuple[tuple[Make, str, str], ...] = (
    (
        records.profile,
        "profile",
        "profile_information/profile_information.json | = | = | "
        "personal_information/profile_information/profile_information.json",
    ),
    (
        records.profile_updates,
        "profile_updates",
        "profile_information/profile_update_history.json | = | = | "
        "personal_information/profile_information/profile_update_history.json",
    ),
    (
        records.friends,
        "friends",
        "friends/friends.json | = | friends_and_followers/friends.json | connections/friends/your_friends.json",
    ),
    (
        records.requests_received,
        "received_requests",
        "friends/received_friend_requests.json | = | friends_and_followers/friend_requests_received.json | "
        "connections/friends/received_friend_requests.json",
    ),
    (
        records.requests_sent,
        "sent_requests",
        "friends/sent_friend_requests.json | = | friends_and_followers/friend_requests_sent.json | "
        "connections/friends/sent_friend_requests.json",
    ),
    (
        records.requests_rejected,
        "rejected_requests",
        "friends/rejected_friend_requests.json | = | friends_and_followers/rejected_friend_requests.json | "
        "connections/friends/rejected_friend_requests.json",
    ),
    (
        records.removed_friends,
        "deleted_friends",
        "friends/removed_friends.json | = | friends_and_followers/removed_friends.json | "
        "connections/friends/removed_friends.json",
    ),
    (
        records.following,
        "following",
        "following_and_followers/following.json | = | friends_and_followers/who_you_follow.json | "
        "connections/followers/who_you've_followed.json",
    ),
    (
        records.followers,
        "followers",
        "following_and_followers/followers.json | = | friends_and_followers/followers.json | "
        "connections/followers/people_who_followed_you.json",
    ),
    (
        records.contacts,
        "address_book",
        "about_you/your_address_books.json | = | other_personal_information/your_address_books.json | "
        "personal_information/other_personal_information/your_address_books.json",
    ),
    (
        records.posts,
        "status_updates",
        "posts/your_posts.json | posts/your_posts_1.json | = | …/posts/your_posts__check_ins__photos_and_videos_1.json",
    ),
    (
        records.others_posts,
        "wall_posts_sent_to_you",
        "posts/other_people's_posts_to_your_timeline.json | = | = | …/posts/other_people's_posts_to_your_timeline.json",
    ),
    (
        records.loose_photos,
        "other_photos",
        "posts/your_uncategorized_photos.json | = | = | …/posts/your_uncategorized_photos.json",
    ),
    (
        records.videos,
        "videos",
        "photos_and_videos/your_videos.json | = | posts/your_videos.json | …/posts/your_videos.json",
    ),
    (records.stories, "archived_stories", "stories/archived_stories.json | = | = | …/stories/archived_stories.json"),
    (
        records.comments,
        "comments",
        "comments/comments.json | = | comments_and_reactions/comments.json | …/comments_and_reactions/comments.json",
    ),
    (
        records.reactions,
        "reactions",
        "likes_and_reactions/posts_and_comments.json | = | comments_and_reactions/posts_and_comments.json | "
        "…/comments_and_reactions/likes_and_reactions_1.json",
    ),
    (
        records.pages_liked,
        "page_likes",
        "likes_and_reactions/pages.json | pages/pages_you've_liked.json | "
        "pages_and_profiles/pages_you've_liked.json | …/pages/pages_you've_liked.json",
    ),
    (
        records.pages_followed,
        "pages_followed",
        "pages/pages_you_follow.json | = | pages_and_profiles/pages_you_follow.json | "
        "…/pages/pages_and_profiles_you_follow.json",
    ),
    (
        records.pages_run,
        "pages",
        "pages/your_pages.json | = | pages_and_profiles/your_pages.json | …/pages/your_pages.json",
    ),
    (
        records.groups_joined,
        "groups_joined",
        "groups/your_group_membership_activity.json | = | = | …/groups/your_group_membership_activity.json",
    ),
    (records.groups_run, "groups_admined", "groups/your_groups.json | = | = | …/groups/your_groups.json"),
    (
        records.group_posts,
        "group_posts",
        "groups/your_posts_and_comments_in_groups.json | groups/your_posts_in_groups.json | = | "
        "…/groups/group_posts_and_comments.json",
    ),
    (
        records.group_comments,
        "group_comments",
        " | groups/your_comments_in_groups.json | = | …/groups/your_comments_in_groups.json",
    ),
    (records.events_hosted, "your_events", "events/your_events.json | = | = | …/events/your_events.json"),
    (
        records.events_invited,
        "events_invited",
        "events/event_invitations.json | = | = | …/events/event_invitations.json",
    ),
    (
        records.event_responses,
        "event_responses",
        "events/your_event_responses.json | = | = | …/events/your_event_responses.json",
    ),
    (
        records.history,
        "location_history",
        "location_history/your_location_history.json | location/location_history.json | = | "
        "logged_information/location/location_history.json",
    ),
    (records.logins, "account_activity", "security_and_login_information/account_activity.json | = | = | ="),
    (records.sessions, "active_sessions", "security_and_login_information/where_you're_logged_in.json | = | = | ="),
    (records.devices, "recognized_devices", "security_and_login_information/authorized_logins.json | = | = | ="),
    (records.name_changes, "admin_records", "security_and_login_information/administrative_records.json | = | = | ="),
    (
        records.apps,
        "installed_apps",
        "apps_and_websites/apps_and_websites.json | = | "
        "apps_and_websites_off_of_facebook/apps_and_websites.json | "
        "apps_and_websites_off_of_facebook/connected_apps_and_websites.json",
    ),
    (
        records.off_meta,
        "off_facebook_activity",
        " | apps_and_websites_off_of_facebook/your_off-facebook_activity.json | = | "
        "apps_and_websites_off_of_facebook/your_activity_off_meta_technologies.json",
    ),
    (
        records.searches,
        "searches",
        "search_history/your_search_history.json | = | = | …/search/your_search_history.json",
    ),
    (
        records.forms,
        "autofill_information",
        "messages/autofill_information.json | = | = | …/messages/autofill_information.json",
    ),
    # Records of label and value, from 2024 on.
    (newer.check_ins, "", " |  |  | …/posts/check-ins.json"),
    (newer.tagged_places, "", " |  |  | …/posts/places_you_have_been_tagged_in.json"),
    (newer.edits, "", " |  |  | …/posts/edits_you_made_to_posts.json"),
    (newer.elsewhere, "", " |  |  | …/posts/posts_on_other_pages_and_profiles.json"),
    (newer.settings, "", " |  |  | preferences/preferences/privacy_settings.json"),
    (newer.audiences, "", " |  |  | connections/friends/your_post_audiences.json"),
    (
        newer.answers,
        "group_membership_questions_answers",
        " |  |  | …/groups/your_answers_to_membership_questions.json",
    ),
)


def render(person: Person, layout: Layout) -> Files:
    """Every file of the export by its path."""
    files: Files = {}
    for make, root, paths in _TABLE:
        value, path = make(person, layout), _path(paths, layout)
        if value and path:
            bare = not root or (root == "status_updates" and layout is not Layout.A)
            files[path] = as_json(value if bare else {_key(root, layout): value})
    _albums(person, layout, files)
    for chat in person.chats:
        _chat(chat, person, layout, files)
    for path in records.media_paths(person, layout):
        files[path] = b"\xff\xd8\xff\xe0 no picture"
    files["posts/no-data.txt" if layout.is_flat else folder(layout, "…/polls/no-data.txt")] = b"You have no data"
    return files


def _path(paths: str, layout: Layout) -> str:
    path = ""
    for generation, cell in zip(("A", "B", "C", "nested"), paths.split("|"), strict=True):
        path = path if cell.strip() == "=" else cell.strip()
        if generation in (layout.name, "nested"):
            break
    return path if layout.is_flat or not path else folder(layout, path)


def _key(root: str, layout: Layout) -> str:
    """Root keys gained their ending after 2019."""
    if layout is Layout.A:
        return root
    return f"{root}_v3" if root == "following" and layout is Layout.E else f"{root}_v2"


def _albums(person: Person, layout: Layout, files: Files) -> None:
    flat = "posts/album/" if layout is Layout.C else "photos_and_videos/album/"
    for number, album in enumerate(person.albums):
        path = f"{flat}{number}.json" if layout.is_flat else folder(layout, f"…/posts/album/{number}.json")
        files[path] = as_json(records.album(album, layout))


def _chat(chat: Chat, person: Person, layout: Layout, files: Files) -> None:
    """A thread in as many files as it asks for; the first file holds the newest messages."""
    where = f"messages/{chat.folder}/{chat.slug}"
    size = -(-len(chat.said) // chat.files)
    for number in range(chat.files):
        value = newer.chat(chat, chat.said[number * size : (number + 1) * size], layout)
        path = f"{where}/message_{number + 1}.json"
        files[path if layout.is_flat else folder(layout, f"…/{path}")] = as_json(value)


def render_secret(person: Person) -> Files:
    """Messenger's own download of encrypted chats: `messages.zip`."""
    files: Files = {}
    for number, chat in enumerate(person.chats, start=1):
        files[f"{chat.title.split()[0]}_{number}.json"] = as_json(newer.secret_chat(chat))
        for said in chat.said:
            for picture in said.pictures:
                files[f"media/{picture}"] = b"\xff\xd8\xff\xe0 no picture"
    return files


def meta(value: Json) -> Json:
    """Every string as Facebook writes it: each byte of its UTF-8 a letter of its own."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8").decode("latin-1")
    if isinstance(value, dict):
        return {meta(key): meta(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [meta(inner) for inner in value]
    return value


def as_json(value: Json) -> bytes:
    return json.dumps(meta(value), ensure_ascii=True, indent=None).encode("ascii")


def write(files: Mapping[str, bytes], target: Path) -> Path:
    """A ZIP where the name ends so, else a folder."""
    if target.suffix == ".zip":
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for path, data in files.items():
                archive.writestr(path, data)
        return target
    for path, data in files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(data)
    return target


def write_export(person: Person, layout: Layout, target: Path) -> Path:
    return write(render(person, layout), target)


def wrapped(files: Mapping[str, bytes], name: str) -> Files:
    """The same export packed again: a folder around it, and what the Mac leaves behind."""
    clutter = {f"__MACOSX/{name}/._{path.rpartition('/')[2]}": b"\x00\x05\x16\x07" for path in files}
    return {
        **{f"{name}/{path}": data for path, data in files.items()},
        **clutter,
        f"{name}/.DS_Store": b"\x00\x00\x00\x01Bud1",
    }


def underscored(files: Mapping[str, bytes]) -> Files:
    """Some exports write every apostrophe of a name as an underscore."""
    return {path.replace("'", "_"): data for path, data in files.items()}


def truncated(files: Mapping[str, bytes], ending: str, share: float) -> Files:
    """One file breaks off after a share of its bytes."""
    return {path: data[: int(len(data) * share)] if path.endswith(ending) else data for path, data in files.items()}


def in_parts(files: Mapping[str, bytes], chosen: Callable[[str], bool]) -> tuple[Files, Files]:
    """Two ZIPs of one export: what is chosen, and the rest."""
    return (
        {path: data for path, data in files.items() if chosen(path)},
        {path: data for path, data in files.items() if not chosen(path)},
    )
