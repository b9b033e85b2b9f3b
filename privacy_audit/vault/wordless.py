"""Which findings are kept without their words: those on conduct, and those on people other than the user's family."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Final

from privacy_audit.findings import Finding, Subject

# Held here as well as in the checks' own mark, so that a mark which is forgotten does no harm.
_CONDUCT: Final = frozenset(
    {
        "endorsed-content",
        "grievance",
        "group-chat",
        "media-response",
        "offensive-language",
        "operational-information",
        "political-content",
        "service-user-discussion",
        "sick-leave-post",
    }
)
_OTHERS: Final = frozenset({Subject.COLLEAGUE, Subject.SERVICE_USER, Subject.OTHER})


class Wordless:
    """Knows the checks whose words are never written down; they are read again from the download."""

    def __init__(self, conduct: Callable[[], Iterable[str]] = tuple) -> None:
        self._asked = conduct

    @cached_property
    def conduct(self) -> frozenset[str]:
        """Asked for when something is first written: whoever knows the checks may have to load them."""
        return _CONDUCT | frozenset(self._asked())

    def __contains__(self, finding: Finding) -> bool:
        return finding.check in self.conduct or finding.subject in _OTHERS
