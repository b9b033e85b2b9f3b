"""Google Takeout, in any language, and the Timeline that phones keep: YouTube, Maps, Photos, contacts, chats, blogs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from privacy_audit import blogger
from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Plan, Reader, Visit, carried_out
from privacy_audit.importers.google_takeout import (
    account,
    activity,
    address_book,
    map_places,
    photos,
    talk,
    timeline,
    youtube,
)
from privacy_audit.importers.google_takeout.folders import is_ignored, product_folders
from privacy_audit.importers.google_takeout.kinds import HEAD, Kind, kind_of
from privacy_audit.importers.google_takeout.recognition import IMPORTER_ID, recognise
from privacy_audit.importing import (
    ExportItem,
    Importer,
    LayoutEvidence,
    MemberFate,
    MemberNote,
    ReadOptions,
)
from privacy_audit.model import Place, PlaceKind, Source, Voice
from privacy_audit.sheets import sheet
from privacy_audit.tracks import track_ends

_NOT_TOLD = (
    "Takeout does not say who can see a comment or a review. On YouTube and on Google Maps everybody can, under the "
    "name of your account.",
    "Since 2024 the Timeline is kept on your phone and not in Takeout: export it there too, and add the file.",
    "What you searched for, and the pages you visited, are in Takeout and are deliberately not read.",
    "Mail and the files of Drive are not read. What you share from Drive, look at there.",
    "Where a phone's history passes a place for a moment again and again, that place is listed once.",
    "Photos of shared albums are in it, but not who opened them.",
)
_PRIVATE = (
    "*search*history*.*", "Suchverlauf.*", "zoekgeschiedenis.*", "historique des recherches.*",
    "historial de búsqueda*.*", "cronologia delle ricerche.*", "Chrome/History.json", "Chrome/Verlauf.json",
    "Chrome/BrowserHistory.json", "Chrome/SearchEngines.json", "Chrome/Bookmarks.html", "Chrome/Lesezeichen.html",
)  # fmt: skip
_BIG = 256 * 1024  # bytes from which a JSON file's kind is told by its head
_JSON: Mapping[Kind, Reader] = {
    Kind.ACTIVITY: activity.from_json,
    Kind.RECORDS: timeline.records,
    Kind.SEMANTIC: timeline.semantic,
    Kind.ON_ANDROID: timeline.on_phone,
    Kind.ON_IPHONE: timeline.on_phone,
    Kind.EDITS: timeline.edits,
    Kind.LOCATION_SETTINGS: map_places.location_settings,
    Kind.MAP_PLACES: map_places.places,
    Kind.COMMUTE: map_places.commute,
    Kind.ALBUM: photos.album,
    Kind.PROFILE: account.profile,
    Kind.CHAT_USER: talk.user,
    Kind.CHAT_GROUP: talk.group,
    Kind.CHAT_MESSAGES: talk.chat,
    Kind.HANGOUTS: talk.hangouts,
    Kind.KEEP: account.note,
    Kind.INSTALLS: account.installs,
    Kind.DEVICES: account.devices,
    Kind.STORE_REVIEWS: account.store_reviews,
}
_SIDECARS = re.compile(r"(?:print-subscriptions|shared_album_comments|user-generated-memory-titles)\.json$")
_ACTIVITY_PAGE = re.compile(rb"outer-cell|mdl-grid|mdl-typography")
_COMMENTS_PAGE = re.compile(r"comment|kommentar|reactie|comentario|commentaire|live-chat", re.IGNORECASE)
_ACCESS = ("Activity Timestamp", "Last Activity Timestamp", "IP Address", "Device Model")
_SAVED = ("URL", "Title")
_CONTACTS = ("E-mail 1 - Value", "Phone 1 - Value", "Given Name", "First Name", "Name")
_LONGEST_HEADER = 120  # letters of the header of a saved list
_YOUTUBE = re.compile(r"(?:^|/)YouTube[^/]*/", re.IGNORECASE)


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    """File by file; what a file is, its first bytes tell, since names are in the language of the account."""
    holder = account.holder_of(archive)
    yield holder
    own = (*holder.names, *holder.emails, *(options.own_names if not holder.names else ()))
    visit = Visit(IMPORTER_ID, archive, options, frozenset(name.casefold() for name in own))
    files = _Files(product_folders(archive))
    readers: tuple[tuple[str, Reader], ...] = (
        ("All Contacts.vcf", files.contacts),
        ("*.vcf", files.contacts),
        ("*.json", files.json),
        ("*.html", files.page),
        ("*.csv", files.table),
        ("Blogger/Comments/**/feed.atom", files.own_comments),
        ("*.atom", blogger.entries),
        ("*.ics", address_book.calendar),
        ("*.tcx", files.track),
        ("*.gpx", files.track),
    )
    yield from carried_out(visit, Plan(readers, _PRIVATE, ("*.mbox", "README", "*.txt", "*.xml", "*.css", "*.svg")))


@dataclass(slots=True)
class _Files:
    """Finds the reader of a file. What belongs to a product that is not read is left alone."""

    folders: Mapping[str, str]
    book: address_book.AddressBook = field(default_factory=address_book.AddressBook)
    pictures: photos.Pictures = field(default_factory=photos.Pictures)

    def json(self, visit: Visit, member: Member) -> Iterator[Found]:
        if is_ignored(member.path, self.folders) or _SIDECARS.search(member.path):
            yield MemberNote(member.path, MemberFate.IGNORED)
            return
        data = visit.archive.read(member) if member.size <= _BIG else visit.archive.head(member, HEAD)
        kind = kind_of(data)
        if kind is Kind.PICTURE:
            whole = data if member.size <= _BIG else visit.archive.read(member)
            yield from self.pictures(visit, member, whole)
        elif kind is Kind.BROWSING:
            yield MemberNote(member.path, MemberFate.PRIVATE)
        elif kind is not None:
            yield from _JSON[kind](visit, member)
        else:
            empty = not data.strip(b"\xef\xbb\xbf \r\n\t[]{}")
            yield MemberNote(member.path, MemberFate.IGNORED if empty else MemberFate.UNKNOWN)

    def page(self, visit: Visit, member: Member) -> Iterator[Found]:
        name = member.path.rpartition("/")[2]
        if name.casefold().startswith(("archive_", "archiv_")) or is_ignored(member.path, self.folders):
            yield MemberNote(member.path, MemberFate.IGNORED)
        elif ".subscriberinfo" in name.casefold():
            yield from account.subscriber(visit, member)
        elif _YOUTUBE.search(member.path) and _COMMENTS_PAGE.search(name):
            yield from youtube.comments_page(visit, member)
        elif _ACTIVITY_PAGE.search(visit.archive.head(member, 1 << 16)):
            yield from activity.from_html(visit, member)
        else:
            yield MemberNote(member.path, MemberFate.UNKNOWN if member.size else MemberFate.IGNORED)

    def table(self, visit: Visit, member: Member) -> Iterator[Found]:
        if is_ignored(member.path, self.folders) or not member.size:
            yield MemberNote(member.path, MemberFate.IGNORED)
            return
        header = next(iter(visit.archive.head(member, HEAD).decode("utf-8-sig", "replace").splitlines()), "")
        if _YOUTUBE.search(member.path):
            yield from youtube.table(visit, member)
        elif "E-mail 1 - " in header or "Phone 1 - " in header:
            yield from sheet(_CONTACTS, self.book.row)(visit, member)
        elif "IP Address" in header or "Activity Timestamp" in header or "Device Model" in header:
            yield from sheet(_ACCESS, account.access)(visit, member)
        elif "URL" in header and len(header) < _LONGEST_HEADER:
            yield from sheet(_SAVED, map_places.saved)(visit, member)
        else:
            yield MemberNote(member.path, MemberFate.UNKNOWN)

    def contacts(self, visit: Visit, member: Member) -> Iterator[Found]:
        yield from self.book(visit, member)

    def own_comments(self, visit: Visit, member: Member) -> Iterator[Found]:
        yield from blogger.entries(visit, member, comments_by=Voice.OWNER)

    def track(self, visit: Visit, member: Member) -> Iterator[Found]:
        """An activity of Google Fit: where it began and ended."""
        ends = track_ends(visit.archive.read(member))
        if ends is None:
            yield MemberNote(member.path, MemberFate.IGNORED)
            return
        for point, where in zip(ends, ("start", "end"), strict=True):
            source = Source(IMPORTER_ID, member.path, where)
            yield Place(source, PlaceKind.ROUTE, where, coordinates=point.coordinates, when=point.when)


_SOURCE, _MEMORY, _FIXTURE = LayoutEvidence.SOURCE, LayoutEvidence.MEMORY, LayoutEvidence.FIXTURE
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Google Takeout and YouTube",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(
        ("Takeout, any language", LayoutEvidence.FIXTURE),
        ("Timeline of a phone", LayoutEvidence.SOURCE),
        ("Records and semantic history", LayoutEvidence.SOURCE),
    ),
    category_evidence={
        "profile": _SOURCE, "posts": _SOURCE, "comments": _SOURCE, "messages": _MEMORY, "connections": _SOURCE,
        "photos": _SOURCE, "likes": _SOURCE, "groups": _SOURCE, "places": _SOURCE, "logins": _MEMORY,
        "settings": _SOURCE, "apps": _MEMORY,
    },
)  # fmt: skip
