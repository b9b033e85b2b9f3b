"""Tells a Google Takeout by its names, in any language, and single Timeline files by their first bytes."""

import re

from privacy_audit.archive import Archive, Member
from privacy_audit.archive.names import same_letters
from privacy_audit.errors import ExportError
from privacy_audit.importers.google_takeout.kinds import Kind, kind_of
from privacy_audit.importing import LayoutEvidence, Recognition

IMPORTER_ID = "google-takeout"
_PART = re.compile(r"takeout-\d{8}T\d{6}Z", re.IGNORECASE)
# Names that no other export has; some of them stand only in exports of one language.
_FOLDERS = re.compile(
    r"youtube \w{1,4} youtube music|my activity|meine aktivitäten|mon activité|mijn activiteit|mi actividad|"
    r"semantic location history|location history \(timeline\)|maps \((?:your places|meine orte|vos adresses)\)|"
    r"access log activity|google chat"
)
_FILES = ("archive_browser.html", "Archiv_Übersicht.html", "Hangouts/Hangouts.json", "Location History/Records.json")
_SIDECAR = ".supplemental-metadata.json"
_TIMELINE = ("Timeline.json", "location-history.json", "Records.json", "Location History.json", "Zeitleiste.json")
_TIMELINE_KINDS = {Kind.RECORDS, Kind.SEMANTIC, Kind.ON_ANDROID, Kind.ON_IPHONE}
_FEW = 12  # loose JSON files that are looked into
_HEAD = 4096
_FEW_FILES = 40  # of an archive in which any JSON file may be a renamed Timeline


def recognise(archive: Archive) -> Recognition | None:
    """Its top folder, two of its names, or what a single file begins with."""
    folders = {name for folder in _folders(archive) for name in same_letters(folder).split("/")}
    found = sum(_FOLDERS.fullmatch(name) is not None for name in folders) + sum(
        archive.find(name) is not None for name in _FILES
    )
    found += bool(archive.matching("*.SubscriberInfo*.html"))
    found += any(member.path.endswith(_SIDECAR) for member in archive.members)
    named, top = any(map(_PART.search, archive.parts)), "takeout" in folders
    if found and (top or named):
        return Recognition(IMPORTER_ID, "Takeout", LayoutEvidence.SOURCE, 0.95)
    if found >= 2 or (top and named):  # noqa: PLR2004 - one name alone could be anybody's
        return Recognition(IMPORTER_ID, "Takeout", LayoutEvidence.SOURCE, 0.85)
    kind = _timeline(archive)
    if kind is not None:
        layout = "Takeout location history" if kind in {Kind.RECORDS, Kind.SEMANTIC} else "Timeline from the phone"
        return Recognition(IMPORTER_ID, layout, LayoutEvidence.SOURCE, 0.9)
    if found or named or (top and len(archive.members) > 1):
        return Recognition(IMPORTER_ID, "Takeout, a part", LayoutEvidence.SOURCE, 0.6)
    return None


def _folders(archive: Archive) -> set[str]:
    return {member.path.rpartition("/")[0] for member in archive.members}


def _timeline(archive: Archive) -> Kind | None:
    """A Timeline is called anything, in the language of the phone: its first bytes tell."""
    members = [member for name in _TIMELINE for member in archive.matching(name)]
    if not members and len(archive.members) <= _FEW_FILES:
        members = [member for member in archive.members if member.path.lower().endswith(".json")]
    for member in members[:_FEW]:
        kind = kind_of(_head(archive, member))
        if kind in _TIMELINE_KINDS:
            return kind
    return None


def _head(archive: Archive, member: Member) -> bytes:
    try:
        return archive.head(member, _HEAD)
    except ExportError:
        return b""
