"""Tells a Facebook export by the names of its files and a few bytes, and which of its generations it is."""

import re
from dataclasses import dataclass
from functools import cache

from privacy_audit.archive import Archive, Member
from privacy_audit.archive.names import same_letters
from privacy_audit.errors import ExportError
from privacy_audit.importing import LayoutEvidence
from privacy_audit.meta.messages import is_secret

HTML_ADVICE = (
    "This download is in the format HTML, which tells less than JSON: no exact times, no zones. It can be checked as "
    "it is; to find more, ask for the download again and choose the format JSON."
)
_MANY = 50  # members of unknown kind that are looked into while recognising


@dataclass(frozen=True, slots=True)
class Layout:
    name: str
    evidence: LayoutEvidence


FLAT_2018 = Layout("2018-19 flat JSON", LayoutEvidence.SOURCE)
FLAT_2020 = Layout("2020-21 flat JSON", LayoutEvidence.SOURCE)
FLAT_2021 = Layout("2021-23 flat JSON", LayoutEvidence.SOURCE)
NESTED_2023 = Layout("2023 nested JSON", LayoutEvidence.FIXTURE)
NESTED_2024 = Layout("2024 nested JSON", LayoutEvidence.FIXTURE)
NESTED_UNDER_PROFILE = Layout("2024 nested JSON under the profile folder", LayoutEvidence.SOURCE)
ENCRYPTED = Layout("Messenger encrypted chats", LayoutEvidence.FIXTURE)
HTML_2021 = Layout("2021 and later HTML", LayoutEvidence.FIXTURE)
HTML_2018 = Layout("2018-21 HTML", LayoutEvidence.MEMORY)
HTML_OLD = Layout("HTML from before 2018", LayoutEvidence.SOURCE)
_ALL = (
    *(FLAT_2018, FLAT_2020, FLAT_2021, NESTED_2023, NESTED_2024, NESTED_UNDER_PROFILE, ENCRYPTED),
    *(HTML_2021, HTML_2018, HTML_OLD),
)
LAYOUTS = tuple((layout.name, layout.evidence) for layout in _ALL)


@cache
def _instagram() -> re.Pattern[str]:
    return re.compile(r"(?:^|\n|/)(?:your_instagram_activity/|personal_information/personal_information/)")


def recognised(archive: Archive) -> tuple[Layout, float] | None:
    """Which layout it is, and how sure that is. Names first; where only messages are there, a few bytes."""
    paths = same_letters("\n".join(member.path for member in archive.members))
    if _instagram().search(paths):
        return None
    return _by_profile(archive, paths) or _by_folders(archive, paths) or _by_shape(archive, paths)


def is_called(archive: Archive, name: str) -> bool:
    """Whether a part or a folder of the export is called after a platform: "facebook-someone-2024-03-14-x.zip"."""
    names = (*archive.parts, *(member.path.partition("/")[0] for member in archive.members[:1]))
    if any(same_letters(one).startswith(f"{name}-") for one in names):
        return True
    return f"/{name}-" in same_letters("\n".join(f"/{member.path}" for member in archive.members))


def advice_on(layout: Layout) -> str:
    return HTML_ADVICE if layout in (HTML_2021, HTML_2018, HTML_OLD) else ""


def _by_profile(archive: Archive, paths: str) -> tuple[Layout, float] | None:
    # The folder that holds the profile is no export of its own: the tree that it stands in must score higher.
    score = 0.96 if "personal_information/profile_information/" in paths else 0.95
    member = archive.find("profile_information/profile_information.json")
    if member is not None:
        head = _head(archive, member, 4096)
        if b'"profile_user"' in head:
            return None
        return _json_layout(archive, paths, old=b'"profile_v2"' not in head and b'"profile"' in head), score
    if archive.find("profile_information/profile_information.html"):
        return _html_layout(archive, paths), score
    if archive.find("html/messages.htm") or archive.find("html/timeline.htm"):
        return HTML_OLD, 0.9
    return None


def _by_folders(archive: Archive, paths: str) -> tuple[Layout, float] | None:
    """Parts of a larger export, which lack the profile."""
    if "your_facebook_activity/" in paths or "your_activity_across_facebook/" in paths:
        return (_json_layout(archive, paths) if ".json" in paths else _html_layout(archive, paths)), 0.85
    strong = sum(1 for name in _STRONG if name in f"\n{paths}")
    if strong == 0:
        return None
    layout = _json_layout(archive, paths) if ".json" in paths else _html_layout(archive, paths)
    return layout, min(0.8, 0.5 + 0.1 * strong)


# Names that no other platform's export has, not even Instagram's.
_STRONG = (
    "posts/your_posts", "friends/friends.", "friends_and_followers/friends.", "friends/your_friends.",
    "comments_and_reactions/", "likes_and_reactions/", "groups/your_group", "pages/pages_you", "posts/album/",
    "photos_and_videos/album/", "about_you/your_address_books", "apps_and_websites_off_of_facebook/",
    "other_people_s_posts_to_your_timeline",
)  # fmt: skip


def _json_layout(archive: Archive, paths: str, *, old: bool = False) -> Layout:
    marks = (
        (NESTED_UNDER_PROFILE, ("profile_information/your_facebook_activity/",)),
        (NESTED_2024, ("your_facebook_activity/",)),
        (NESTED_2023, ("your_activity_across_facebook/",)),
        (NESTED_2024, ("personal_information/profile_information/", "connections/friends/")),
        (FLAT_2021, ("friends_and_followers/", "comments_and_reactions/", "pages_and_profiles/", "posts/album/")),
        (FLAT_2018, ("calls_and_messages/", "location_history/your_location")),
    )
    if old or archive.find("posts/your_posts.json") is not None:
        return FLAT_2018
    return next((layout for layout, names in marks if any(name in paths for name in names)), FLAT_2020)


def _html_layout(archive: Archive, paths: str) -> Layout:
    if ".htm\n" in f"{paths}\n":
        return HTML_OLD
    page = next((member for member in archive.members if member.path.endswith(".html")), None)
    head = _head(archive, page, 65_536) if page is not None else b""
    return HTML_2018 if b"_2lek" in head and b"_a6-g" not in head else HTML_2021


def _by_shape(archive: Archive, paths: str) -> tuple[Layout, float] | None:
    """Messages alone, under names that say nothing: `messages.zip`, or a thread's folder picked by hand."""
    looked_at = 0
    for member in archive.members:
        if not member.path.endswith((".json", ".html")):
            continue
        looked_at += 1
        if looked_at > _MANY:
            return None
        head = _head(archive, member, 4096)
        if member.path.endswith(".html"):
            if b"Participants:" in head or b"_a6-g" in head or b"_2lek" in head:
                return _html_layout(archive, paths), 0.45
        elif b'"participants"' in head:
            if is_secret(head):
                return ENCRYPTED, 0.7
            if b'"sender_name"' in head or b'"messages"' in head:
                return _json_layout(archive, paths), 0.5
    return None


def _head(archive: Archive, member: Member, size: int) -> bytes:
    try:
        return archive.head(member, size)
    except ExportError:
        return b""
