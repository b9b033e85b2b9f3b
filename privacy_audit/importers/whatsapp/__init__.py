"""WhatsApp: chats that were exported one by one, and the account report."""

from collections.abc import Iterator

from privacy_audit.archive import Archive, Member
from privacy_audit.contents import Plan, Visit, carried_out
from privacy_audit.errors import ExportError
from privacy_audit.importers.whatsapp import contact_cards, report
from privacy_audit.importers.whatsapp.chat import Chats
from privacy_audit.importers.whatsapp.recognition import IMPORTER_ID, chats, recognise
from privacy_audit.importers.whatsapp.recognition import report as report_pages
from privacy_audit.importers.whatsapp.survey import Survey, survey, title_of
from privacy_audit.importing import ExportItem, Importer, LayoutEvidence, ReadOptions, ReadProblem
from privacy_audit.model import Source
from privacy_audit.voices import own_writers, question

_NOT_TOLD = (
    "A chat holds one conversation. WhatsApp has no download of all of them, so chats that you did not export were not "
    "looked at.",
    "A chat does not say which of its writers you are, and not in which time zone its times are.",
    "Who reads along in a group without writing is not in the chat, and others keep copies of what was sent.",
    "Who can see your profile picture, your About and when you were last online is only in the account report: "
    "request it under Settings, Account, Request account info.",
    "Status updates, calls and deleted messages are in neither.",
)


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    """Every chat is gone through twice: what its dates mean and who writes in it shows only at its end."""
    surveys: dict[str, Survey] = {}
    pages = report_pages(archive)
    if pages:
        yield report.holder_of(archive)
    visit = Visit(IMPORTER_ID, archive, options)
    unread: dict[str, str] = {}
    for member in chats(archive):
        if options.stop():
            return
        try:
            surveys[member.path] = _survey(archive, member)
        except ExportError as error:
            unread[member.path] = error.sentence
    yield from (ReadProblem(Source(IMPORTER_ID, path), sentence) for path, sentence in unread.items())
    found = tuple(surveys.values())
    asked = question(found, options.own_names)
    if asked is not None:
        yield asked
    visit.names = frozenset(name.casefold() for name in own_writers(found, options.own_names))
    texts = Chats(surveys)
    yield from carried_out(
        visit,
        Plan(
            readers=(
                *((_literal(path), texts) for path in surveys),
                *((_literal(page.path), report.read) for page in pages),
                ("*.vcf", contact_cards.read),
            ),
            ignored=("*.css", "*.js", *map(_literal, unread)),
        ),
    )


def _survey(archive: Archive, member: Member) -> Survey:
    with archive.stream(member) as stream:
        return survey(stream, title_of(archive, member))


def _literal(path: str) -> str:
    """A path as a glob that matches it; chats are called after people and groups, who may have any signs."""
    return path.replace("*", "?")


_FIXTURE, _MEMORY = LayoutEvidence.FIXTURE, LayoutEvidence.MEMORY
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="WhatsApp",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(("chat as text", LayoutEvidence.FIXTURE), ("account report", LayoutEvidence.MEMORY), ),
    category_evidence={
        "profile": _MEMORY, "messages": _FIXTURE, "connections": _MEMORY, "photos": LayoutEvidence.SOURCE,
        "groups": LayoutEvidence.SOURCE, "places": LayoutEvidence.SOURCE, "logins": _MEMORY, "settings": _MEMORY,
    },
)  # fmt: skip
