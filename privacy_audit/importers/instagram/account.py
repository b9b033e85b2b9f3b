"""The account that an export is about: whose it is, and who can see what it shows."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from privacy_audit.archive import Archive, Member
from privacy_audit.archive.names import same_letters
from privacy_audit.decoding import decode_values
from privacy_audit.errors import ExportError
from privacy_audit.importers.instagram.entries import Entry, entry_of
from privacy_audit.importers.instagram.shapes import Row
from privacy_audit.importing import Holder, ReadOptions
from privacy_audit.meta.made import made_by_name, own_names
from privacy_audit.meta.scene import Found, Scene, fix
from privacy_audit.meta.tables import Repeated, each
from privacy_audit.meta.threads import who_is_always_there
from privacy_audit.model import Audience, Source

IMPORTER_ID = "instagram"
PROFILE, THREADS_PROFILE = "personal_information", "threads/personal_information"
_YES = frozenset({"true", "yes", "on", "1", "oui", "ja", "sí", "si", "sim", "tak"})
_NO = frozenset({"false", "no", "off", "0", "non", "nein", "não", "nee", "nie"})


@dataclass(repr=False)
class Account(Scene):
    """The scene of one export. An account that is private now hides its older posts too: it is one switch."""

    audience: Audience = Audience.UNKNOWN
    threads: Audience = Audience.UNKNOWN


Maker = Callable[[Account, Entry], Iterator[Found | Repeated]]
Entries = Callable[[Archive, str], Iterable[Entry]]


def audience_of(private: str) -> Audience:
    """Who can see the posts of an account that says whether it is private."""
    plain = private.strip().casefold()
    if plain in _YES:
        return Audience.FRIENDS
    return Audience.EVERYONE if plain in _NO else Audience.UNKNOWN


def opened(archive: Archive, options: ReadOptions, threads: Iterable[Member], pages: Entries) -> tuple[Account, Holder]:
    """What is known before anything else is read. `pages` gives the records of a page of the profile."""
    own = [*_records(archive, PROFILE), *pages(archive, PROFILE)]
    threaded = [*_records(archive, THREADS_PROFILE), *pages(archive, THREADS_PROFILE)]
    old = _old_profile(archive)
    names = _all((*own, *threaded), "name") or old.names or who_is_always_there(archive, threads)
    handles = _all((*own, *threaded), "username") or old.handles or _handle_by_name(archive)
    holder = Holder(names, handles, _all((*own, *threaded), "email") or old.emails, made=made_by_name(archive))
    told = (*names, *handles) or options.own_names
    account = Account(IMPORTER_ID, archive, options, frozenset(name.casefold().strip() for name in told))
    account.audience = _audience(own) if own else _audience_then(archive)
    account.threads = _audience(threaded)
    return account, holder


def _all(entries: Iterable[Entry], key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for entry in entries for value in entry.all(key)))


def _audience(entries: Iterable[Entry]) -> Audience:
    return next((audience_of(value) for entry in entries for value in entry.all("private")), Audience.UNKNOWN)


def _records(archive: Archive, name: str) -> list[Entry]:
    """The profile, which also its own reader reads; what is damaged is said there."""
    scene = Scene(IMPORTER_ID, archive, ReadOptions())
    found: list[Entry] = []

    def keep(source: Source, row: Row) -> Iterator[Found]:
        found.append(entry_of(source, row))
        yield from ()

    for member in archive.matching(f"{name}.json"):
        if name == THREADS_PROFILE or not is_threads(member):
            for _problem in each(scene, member, Row, "", keep):
                continue
    return found


def is_threads(member: Member) -> bool:
    """Threads keeps files of the same names in a folder of its own."""
    return "/threads/" in f"/{same_letters(member.path)}"


def _old_profile(archive: Archive) -> Holder:
    fields = old_profile_in(archive)
    texts = {key: fix(value) for key, value in fields.items() if isinstance(value, str) and value}
    names, handles, emails = (tuple(filter(None, (texts.get(key),))) for key in ("name", "username", "email"))
    return Holder(names, handles, emails)


def old_profile_in(archive: Archive) -> dict[str, object]:
    """The profile of the exports before 2020: a plain object."""
    member = archive.find("profile.json")
    if member is None:
        return {}
    try:
        value = decode_values(archive.read(member), Source(IMPORTER_ID, member.path)).value
    except ExportError:
        return {}  # its reader says so
    return value if isinstance(value, dict) else {}


def _audience_then(archive: Archive) -> Audience:
    private = old_profile_in(archive).get("private_account")
    return audience_of(str(private)) if private is not None else Audience.UNKNOWN


def _handle_by_name(archive: Archive) -> tuple[str, ...]:
    """ "instagram-someone-2026-01-31-AbCd1234.zip" tells who asked for it."""
    for name in own_names(archive):
        found = re.match(r"instagram-([a-z0-9._]{1,30})-20\d\d-", name)
        if found:
            return (found[1],)
    return ()
