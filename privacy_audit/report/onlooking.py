"""What both reports tell of how the user looks to others: short, and of nearer onlookers only what is new."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from privacy_audit.onlookers import Onlooker, Sight, View, looks
from privacy_audit.platform_names import platform_name
from privacy_audit.result import AuditResult

HEADING: Final = "How this looks to others"
MEANING: Final = (
    "Worked out from the download alone. What it does not say who can see counts as seen. Words in conversations, "
    "settings and what is for you alone are left out here."
)
_WHO: Final = {
    Onlooker.STRANGER: "Somebody without an account",
    Onlooker.FRIEND_OF_FRIEND: "A friend of a friend",
    Onlooker.FRIEND: "A friend",
}
_HOW: Final = {
    Sight.OPEN: "open",
    Sight.NOT_TOLD: "not told who can see it",
    Sight.PERHAPS: "perhaps, as a hint or for some",
}
_Line = tuple[str, Sight, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """One onlooker: a heading and a line for each site and each way of seeing; none where there is nothing new."""

    heading: str
    lines: tuple[str, ...]


def has_looks(result: AuditResult) -> bool:
    return any(view.count for view in looks(result.findings).views)


def onlookers(result: AuditResult) -> Iterator[Seen]:
    """From the farthest to the nearest."""
    known: frozenset[_Line] = frozenset()
    for view in looks(result.findings).views:
        lines = tuple(_lines(view))
        new = tuple(line for line in lines if line not in known)
        yield Seen(_heading(view, same=bool(known), new=bool(new)), tuple(_told(new)))
        known |= frozenset(lines)


def _heading(view: View, *, same: bool, new: bool) -> str:
    who = _WHO[view.onlooker]
    if not new:
        return f"{who}: nothing more." if same else f"{who}: nothing of what was found."
    return f"{who}: all of that, and" if same else f"{who}:"


def _lines(view: View) -> Iterator[_Line]:
    for site in view.sites:
        for glimpse in site.glimpses:
            yield platform_name(site.platform), glimpse.sight, glimpse.words


def _told(lines: tuple[_Line, ...]) -> Iterator[str]:
    for site, sight in dict.fromkeys((site, sight) for site, sight, _words in lines):
        words = "; ".join(words for place, how, words in lines if (place, how) == (site, sight))
        yield f"{site}, {_HOW[sight]}: {words}."
