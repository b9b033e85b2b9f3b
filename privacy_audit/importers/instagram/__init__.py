"""Instagram: "Download your information" as JSON of every generation and as HTML, with the Threads that is in it."""

from collections.abc import Iterator

from privacy_audit.archive import Archive
from privacy_audit.contents import carried_out
from privacy_audit.importers.instagram.account import IMPORTER_ID, opened
from privacy_audit.importers.instagram.chats import chats_in, threads_in
from privacy_audit.importers.instagram.contents import holds_known_files, plan
from privacy_audit.importers.instagram.html import profile_entries
from privacy_audit.importers.instagram.recognition import LAYOUTS, recognise
from privacy_audit.importing import ExportItem, Importer, LayoutEvidence, ReadOptions
from privacy_audit.meta.made import with_newest
from privacy_audit.meta.scene import moment

_NOT_TOLD = (
    "Instagram's download does not say who could see a single post or story. Whether your account is private now is in "
    "it, and is taken for all of your posts.",
    "Instagram asks for a date range and takes the last year unless All time is chosen: older posts may be missing.",
    "Comments do not say under which post they stand, only whose post it was.",
    "What other people wrote under your posts, and posts in which you are tagged, are not in your download.",
    "Followers are only user names in the download: no real names, no numbers.",
)


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    threads = threads_in(archive)
    chats = {} if holds_known_files(archive) else chats_in(archive)
    account, holder = opened(archive, options, [members[0] for members in threads.values()], profile_entries)
    yield holder
    yield from carried_out(account, plan(account, threads, chats))
    yield with_newest(holder, moment(account.newest.seconds))


_SOURCE = LayoutEvidence.SOURCE
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Instagram",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=LAYOUTS,
    category_evidence={
        "profile": _SOURCE,
        "posts": _SOURCE,
        "comments": _SOURCE,
        "messages": LayoutEvidence.FIXTURE,
        "connections": _SOURCE,
        "photos": _SOURCE,
        "likes": _SOURCE,
        "groups": _SOURCE,
        "places": _SOURCE,
        "logins": _SOURCE,
        "settings": _SOURCE,
        "apps": _SOURCE,
    },
)
