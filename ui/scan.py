"""`privacy-audit scan`: runs one audit of one person's downloads and tells the result in the chosen form."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from checks.catalogue import catalogue
from privacy_audit.errors import AuditError, Cancelled, ExportError, UsageError
from privacy_audit.events import Crashed, Finished, Progressed, Refused, ResultSoFar, SetAside, Stopped
from privacy_audit.library import Library, built_in, cited
from privacy_audit.locations import synced_by
from privacy_audit.not_told import nothing_waits
from privacy_audit.options import MessageScope, SecondLook
from privacy_audit.own_facts import OwnFacts
from privacy_audit.own_facts_file import load_own_facts
from privacy_audit.private_files import write_private
from privacy_audit.report.csv_report import as_csv
from privacy_audit.report.html_report import as_html
from privacy_audit.report.json_report import as_json
from privacy_audit.report.text_report import as_text
from privacy_audit.report.wording import Bookshelf, bookshelf
from privacy_audit.result import AuditResult, NotLookedAt, Ownership
from privacy_audit.worker import AuditProcess, AuditRequest
from ui.terminal import ProgressLine, say, write

_WHOLE_THREADS: Final = (
    "Private messages are read whole, other people's too, and only findings are kept. "
    "Use --messages own or --messages none to have less read."
)
_IN_CLOUD: Final = (
    "What you chose lies in a folder that a cloud service copies away. "
    "Once you are done, move it to a place that stays on this computer."
)
_RESULT_IN_CLOUD: Final = (
    "The result was written to a folder that a cloud service copies away. "
    "Move it to a place that stays on this computer."
)
_NAMES_DIFFER: Final = (
    "None of the names in your own facts is the name on this account, so what leads to a home was held back. "
    "If this is your account under another name, add that name to your file."
)
_OVER_EXPORT: Final = (
    "The result would be written over the download itself, or into its folder. Choose another name for --output."
)
_HOLDS_WORDS: Final = "The file now holds your own words, uncovered. Keep it where nobody else can read it."


class AuditCrashedError(Exception):
    """The worker met a mistake of ours; the message names a kind and a place in code, no data."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    exports: tuple[Path, ...]
    form: str = "text"
    output: Path | None = None
    own: Path | None = None
    messages: MessageScope | None = None
    show_words: bool = False
    fetch: bool = False
    second_look: SecondLook = SecondLook.NONE
    packs: tuple[Path, ...] = ()
    trusted: tuple[str, ...] = ()  # fingerprints of keys that the user compared


def scan(wanted: Wanted) -> int:
    """Runs the audit and tells its result. Raises AuditError with a sentence when it cannot be done."""
    _check_paths(wanted)
    library = _library(wanted)
    facts = _own_facts(wanted.own, library)
    if wanted.messages is None:
        say(_WHOLE_THREADS)
    if any(map(_is_synced, wanted.exports)):
        say(_IN_CLOUD)
    request = AuditRequest(
        tuple(path.absolute() for path in wanted.exports),
        catalogue,
        facts,
        wanted.messages or MessageScope.ALL,
        may_fetch=wanted.fetch,
        second_look=wanted.second_look,
    )
    result = audited(request)
    if facts.names and result.owner is Ownership.UNCONFIRMED:
        say(_NAMES_DIFFER)
    if wanted.packs:
        result = replace(result, findings=cited(result.findings, library, facts.guidance))
    _tell(wanted, told(result, wanted.form, bookshelf(facts, library), show_words=wanted.show_words))
    return 0


def audited(request: AuditRequest) -> AuditResult:
    """Runs the audit in its own process to the end; what was no export is told and stands in the result."""
    aside: tuple[str, ...] = ()
    so_far: AuditResult | None = None
    line = ProgressLine()
    with AuditProcess(request) as process:
        try:
            for event in process.events():
                if isinstance(event, Progressed):
                    line.show(event)
                elif isinstance(event, SetAside):
                    aside += event.sentences
                elif isinstance(event, ResultSoFar):
                    so_far = event.result
                elif isinstance(event, Finished | Refused | Stopped | Crashed):
                    line.clear()
                    return _with_aside(_result(event, so_far), aside)
        except KeyboardInterrupt:
            if so_far is None:
                raise
            return _with_aside(nothing_waits(so_far, stopped=True), aside)
        finally:
            line.clear()
    raise Cancelled


def told(result: AuditResult, form: str, shelf: Bookshelf, *, show_words: bool = False) -> str:
    """The result in one of the forms."""
    if form == "json":
        return as_json(result, show_words=show_words)
    if form == "csv":
        return as_csv(result, shelf, show_words=show_words)
    if form == "html":
        return as_html(result, shelf, show_words=show_words)
    return as_text(result, shelf, show_words=show_words)


def _result(event: Finished | Refused | Stopped | Crashed, so_far: AuditResult | None = None) -> AuditResult:
    """The last word; when the second look takes the audit with it, what the rules found stays."""
    if so_far is not None and not isinstance(event, Finished):
        return nothing_waits(so_far, stopped=isinstance(event, Stopped))
    match event:
        case Finished():
            return event.result
        case Refused():
            raise AuditError(event.sentence)
        case Stopped():
            raise Cancelled
        case Crashed():
            raise AuditCrashedError(f"{event.kind} in {event.place}")


def _with_aside(result: AuditResult, aside: Sequence[str]) -> AuditResult:
    if not aside:
        return result
    for sentence in aside:
        say(sentence)
    missed = NotLookedAt("Chosen, but no download that could be read", len(aside), " ".join(aside))
    return replace(result, not_looked_at=(missed, *result.not_looked_at))


def _check_paths(wanted: Wanted) -> None:
    for path in wanted.exports:
        if not path.exists():
            raise ExportError(
                "There is no file or folder where one of your downloads should be. Check the names that you gave."
            )
    if wanted.output is None:
        return
    target = wanted.output.resolve()
    for path in (found.resolve() for found in wanted.exports):
        if target == path or path in target.parents:
            raise UsageError(_OVER_EXPORT)
    if wanted.own is not None and target == wanted.own.resolve():
        raise UsageError("The result would be written over your own facts. Choose another name for --output.")


def _library(wanted: Wanted) -> Library:
    """The built-in guidance, with the packs whose keys the user trusts."""
    if not wanted.packs:
        return built_in()
    from privacy_audit.packs import PackShelf, UnknownKeyError  # noqa: PLC0415 - signatures are for packs alone

    shelf = PackShelf(frozenset(check.id for check in catalogue().checks))
    compared = {"".join(one.split()).upper() for one in wanted.trusted}
    for path in wanted.packs:
        data = _pack_bytes(path)
        try:
            shelf.add(data)
        except UnknownKeyError as asked:
            if asked.fingerprint.replace(" ", "") not in compared:
                say(f"{asked.publisher.name}: {asked.fingerprint}")
                raise
            shelf.trust(asked.publisher)
            shelf.add(data)
    return shelf.library()


def _pack_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise UsageError("There is no pack to read there. Check the names that you gave.") from None


def _own_facts(path: Path | None, library: Library) -> OwnFacts:
    if path is None:
        return OwnFacts()
    file = load_own_facts(path, tuple(pack.id for pack in library.guidance.packs))
    for warning in file.warnings:
        say(warning)
    return file.facts


def _is_synced(path: Path) -> bool:
    return synced_by(path.absolute()) is not None


def _tell(wanted: Wanted, text: str) -> None:
    if wanted.output is None:
        write(text)
        return
    write_private(wanted.output, text.encode("utf-8", "backslashreplace"))
    if _is_synced(wanted.output):
        say(_RESULT_IN_CLOUD)
    if wanted.show_words:
        say(_HOLDS_WORDS)
