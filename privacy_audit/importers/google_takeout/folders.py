"""Which product a folder of a Takeout belongs to: the page at its top tells, in every language."""

from collections.abc import Mapping

from privacy_audit.archive import Archive, Member
from privacy_audit.errors import ExportError
from privacy_audit.markup import pieces

_MOST = 8 << 20  # bytes of that page that are looked at
# Products of which nothing is read, under their names where the page is missing.
_IGNORED = {
    "drive", "mail", "gmail", "google pay", "google play filme _ serien", "google play movies _ tv", "google fit",
    "fit", "home app", "google store", "tasks", "aufgaben", "google shopping", "google finanzen", "google finance",
    "google developers", "google news", "news", "discover", "google-hilfe-communities", "google help communities",
    "google workspace marketplace", "business messages", "search contributions", "google play-spieldienste",
    "google play games services", "google unternehmensprofil", "google business profile", "groups", "chrome",
    "android device configuration service", "android-gerätekonfigurationsdienst", "assistant notes and lists",
    "purchases _ reservations", "classroom", "arts _ culture", "voice", "meet", "google meet",
}  # fmt: skip
_IGNORED_IDS = {
    "MAIL", "GMAIL", "DRIVE", "FIT", "PAY", "MY_ORDERS", "PLAY_MOVIES", "HOME_APP", "TASKS", "SHOPPING", "FINANCE",
    "DEVELOPERS", "NEWS", "DISCOVER", "SUPPORT_CONTENT", "CHROME", "PLAY_GAMES_SERVICES", "MY_BUSINESS", "GROUPS",
    "ANDROID", "CLASSROOM", "GOOGLE_STORE", "MEET", "VOICE",
}  # fmt: skip


def product_folders(archive: Archive) -> Mapping[str, str]:
    """Local names of folders with Google's own English ids, from the page at the top of the Takeout."""
    found: dict[str, str] = {}
    for member in (*archive.matching("Takeout/*.html"), *archive.matching("archive_browser.html")):
        if member.size <= _MOST:
            found.update(_headings(archive, member))
    return found


def _headings(archive: Archive, member: Member) -> Mapping[str, str]:
    found: dict[str, str] = {}
    try:
        for piece in pieces(archive.read(member)):
            for heading in piece.root.select("h1.data-folder-name"):
                local = heading.attr("data-folder-name") or heading.text()
                found[_plain(local)] = heading.attr("data-english-name").upper()
    except ExportError:
        return {}  # told when the page itself is looked at
    return found


def is_ignored(path: str, folders: Mapping[str, str]) -> bool:
    """Whether a file stands in the folder of a product that is not read."""
    pieces_of = [_plain(piece) for piece in path.split("/")[:-1]]
    if "takeout" in pieces_of:
        pieces_of = pieces_of[pieces_of.index("takeout") + 1 :][:1]
    if any("activit" in piece or "aktivit" in piece for piece in pieces_of[:2]):
        return False  # My Activity has a folder a product
    return any(piece in _IGNORED or folders.get(piece) in _IGNORED_IDS for piece in pieces_of[:2])


def _plain(name: str) -> str:
    return name.replace("\u00a0", " ").casefold().strip()
