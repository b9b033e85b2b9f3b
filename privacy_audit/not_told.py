"""What an audit cannot answer and what it did not look at, so that silence is never taken for safety."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from importlib import resources
from typing import Any

from privacy_audit.errors import DataError
from privacy_audit.guidance import Guidance
from privacy_audit.importing import Importer, MemberFate
from privacy_audit.options import MessageScope
from privacy_audit.result import AuditResult, NotAnswerable, NotLookedAt

_FILM = (".mp4", ".mov", ".m4v", ".avi", ".mkv", ".webm", ".3gp", ".wmv", ".mpg", ".mpeg")
_PICTURE = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".heif", ".avif", ".bmp", ".tif", ".tiff")


@dataclass(slots=True)
class Unread:
    """Counts the members and texts of a run that were not looked at."""

    counts: dict[str, int] = field(default_factory=dict)

    def member(self, path: str, fate: MemberFate) -> None:
        """Takes in what became of a member."""
        match fate:
            case MemberFate.UNKNOWN:
                self.add("unknown")
            case MemberFate.PRIVATE:
                self.add("searches")
            case MemberFate.MEDIA:
                self._media(path.lower())
            case MemberFate.IGNORED:
                pass

    def texts(self, count: int, scope: MessageScope) -> None:
        """Takes in messages that the user chose not to have read."""
        self.add("messages" if scope is MessageScope.NONE else "others_messages", count)

    def add(self, what: str, count: int = 1) -> None:
        self.counts[what] = self.counts.get(what, 0) + count

    def _media(self, path: str) -> None:
        if path.endswith(_FILM):
            self.add("videos")
        elif path.endswith(_PICTURE):
            self.add("pictures")


def not_answerable(
    guidance: Guidance, importers: Iterable[Importer], advice: Iterable[tuple[str, str]] = ()
) -> tuple[NotAnswerable, ...]:
    """What no export can tell, and what the exports of these platforms do not hold.

    `advice` is what recognising said of them, by the platform's title: that another format would tell more.
    """
    fixed = [NotAnswerable(topic.topic, topic.why, topic.guidance) for topic in guidance.unanswerable]
    said = [(importer.title, sentence) for importer in importers for sentence in importer.not_told]
    by_platform = dict.fromkeys((title, sentence) for title, sentence in (*advice, *said) if sentence)
    return (*(NotAnswerable(title, sentence) for title, sentence in by_platform), *fixed)


def not_looked_at(unread: Unread, loaded: Sequence[str]) -> tuple[NotLookedAt, ...]:
    """What was left out, with counts; `loaded` are the titles of the platforms of this run."""
    table = _table()
    told = [_row(table, what, count) for what, count in unread.counts.items() if count]
    there = {title.casefold() for title in loaded}
    missing = [name for name in _names(table) if not any(name.casefold() in title.split() for title in there)]
    if missing:
        row = _row(table, "platforms", len(missing))
        told.append(NotLookedAt(row.what, row.count, row.why.replace("{names}", ", ".join(missing))))
    return tuple(told)


def waiting(texts: int) -> NotLookedAt:
    """The texts that the second look has still before it."""
    return _row(_table(), "second_look_waiting", texts)


def still_waits(result: AuditResult) -> bool:
    """Whether the second look at this result goes on."""
    wait = waiting(0)
    return any((row.what, row.why) == (wait.what, wait.why) for row in result.not_looked_at)


def nothing_waits(so_far: AuditResult, *, stopped: bool) -> AuditResult:
    """The rules' result as the last word, when the second look was stopped by the user or has gone by itself."""
    wait = waiting(0)
    rows = (
        _row(_table(), "second_look_stopped" if stopped else "second_look_lost", row.count)
        if (row.what, row.why) == (wait.what, wait.why)
        else row
        for row in so_far.not_looked_at
    )
    return replace(so_far, not_looked_at=tuple(rows))


def _table() -> dict[str, Any]:
    text = (resources.files("privacy_audit") / "not_told.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _row(table: dict[str, Any], what: str, count: int) -> NotLookedAt:
    try:
        row = table[what]
        return NotLookedAt(str(row["what"]), count, str(row["why"]))
    except KeyError as error:
        raise DataError("The list of what is not looked at is damaged. Please get a fresh copy of it.") from error


def _names(table: dict[str, Any]) -> list[str]:
    return [str(name) for name in table.get("platforms", {}).get("named", [])]
