"""Tells an Instagram export by the names of its files and a few bytes, and which of its generations it is."""

from dataclasses import dataclass

from privacy_audit.archive import Archive, Member
from privacy_audit.archive.names import same_letters
from privacy_audit.errors import ExportError
from privacy_audit.importers.instagram.account import IMPORTER_ID
from privacy_audit.importing import LayoutEvidence, Recognition

HTML_ADVICE = (
    "This download is in the format HTML, which tells less than JSON: no exact times, no zones. It can be checked as "
    "it is; to find more, ask Instagram for the download again and choose the format JSON."
)
_FEW = 60  # members that are looked into where names say nothing
_HEAD = 16_384


@dataclass(frozen=True, slots=True)
class Layout:
    name: str
    evidence: LayoutEvidence = LayoutEvidence.SOURCE


NESTED_2024 = Layout("2024 and later JSON")
FLAT_2022 = Layout("2022-24 JSON")
FLAT_2020 = Layout("2020-22 JSON")
OLD = Layout("JSON from before 2020", LayoutEvidence.MEMORY)
CHATS = Layout("messages alone", LayoutEvidence.FIXTURE)
HTML = Layout("HTML")
LAYOUTS = tuple((layout.name, layout.evidence) for layout in (NESTED_2024, FLAT_2022, FLAT_2020, OLD, CHATS, HTML))

# Folders and files that no other platform's export has. The first that is there decides.
_MARKS = (
    ("your_instagram_activity/", NESTED_2024, 0.97),
    ("personal_information/personal_information/", NESTED_2024, 0.97),
    ("account_information/personal_information.", FLAT_2020, 0.96),
    ("connections/followers_and_following/", NESTED_2024, 0.9),
    ("login_and_profile_creation/", NESTED_2024, 0.9),
    ("login_and_account_creation/", FLAT_2022, 0.85),
    ("story_sticker_interactions/", FLAT_2022, 0.85),
    ("followers_and_following/", FLAT_2022, 0.85),
    ("comments/post_comments", FLAT_2022, 0.85),
    ("likes/liked_posts.", FLAT_2022, 0.85),
    ("content/posts_1.", FLAT_2022, 0.82),
    ("recent_searches/account_searches.", FLAT_2020, 0.8),
    ("apps_and_websites_off_of_instagram/", NESTED_2024, 0.8),
)
_MEDIA_FOLDERS = ("media/posts/20", "media/stories/20", "media/reels/20", "media/other/")
_OLD_FILES = ("connections.json", "media.json", "likes.json", "comments.json", "messages.json")
_CHAT_MARKS = (b"instagram.com/", b"original_content_owner", b'"Instagram user"', b"instagramuser_")


def recognise(archive: Archive) -> Recognition | None:
    """Names first; where only messages are there, a few bytes."""
    paths = same_letters("\n" + "\n".join(f"/{member.path}" for member in archive.members))
    named = any(same_letters(part).startswith("instagram-") for part in archive.parts) or "/instagram-" in paths
    found = _by_names(archive, paths) or _by_old_files(archive, paths) or _by_shape(archive, paths)
    if found is None and named and any(f"/{folder}" in paths for folder in _MEDIA_FOLDERS):
        found = NESTED_2024, 0.5  # a part with pictures alone
    if found is None:
        return None
    layout, score = found
    advice = HTML_ADVICE if layout is HTML else ""
    return Recognition(IMPORTER_ID, layout.name, layout.evidence, min(1.0, score + 0.02 * named), advice)


def _by_names(archive: Archive, paths: str) -> tuple[Layout, float] | None:
    for mark, layout, score in _MARKS:
        if f"/{mark}" in paths:
            return (layout if _is_json(paths) else HTML), score
    for ending in (".json", ".html"):
        member = archive.find(f"personal_information/personal_information{ending}")
        if member is not None and (ending == ".html" or b'"profile_user"' in _head(archive, member)):
            return (FLAT_2022 if ending == ".json" else HTML), 0.96
    return None


def _is_json(paths: str) -> bool:
    return ".json" in paths or ".html" not in paths


def _by_old_files(archive: Archive, paths: str) -> tuple[Layout, float] | None:
    """Before 2020 plain names at the top, which say nothing by themselves."""
    profile = archive.find("profile.json")
    head = _head(archive, profile) if profile is not None else b""
    known = sum(f"/{name}\n" in f"{paths}\n" for name in _OLD_FILES)
    if b'"username"' in head and (b'"biography"' in head or b'"private_account"' in head or known >= 2):  # noqa: PLR2004
        return OLD, min(0.95, 0.8 + 0.05 * known)
    connections = archive.find("connections.json")
    if (connections is not None and b'"followers"' in (head := _head(archive, connections))) or b'"following"' in head:
        return OLD, 0.6
    return None


def _by_shape(archive: Archive, paths: str) -> tuple[Layout, float] | None:
    """Messages alone: Facebook's have the same shape, so a mark of Instagram's is asked for, or a shape of its own."""
    chats = [member for member in archive.members[:_FEW] if member.path.lower().endswith(".json")]
    named = "instagram" in paths or any("instagram" in same_letters(part) for part in archive.parts)
    found: tuple[Layout, float] | None = None
    for member in chats:
        head = _head(archive, member)
        if not (b'"sender_name"' in head and b'"timestamp_ms"' in head):
            continue
        if any(mark in head for mark in _CHAT_MARKS):
            return CHATS, 0.6
        if named:
            found = CHATS, 0.55
        elif b'"participants"' not in head:
            found = found or (CHATS, 0.4)
    return found


def _head(archive: Archive, member: Member) -> bytes:
    try:
        return archive.head(member, _HEAD)
    except ExportError:
        return b""
