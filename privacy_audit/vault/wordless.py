"""Which findings are kept without their words: those on conduct, and those on people other than the user's family."""

from collections.abc import Iterable
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

    def __init__(self, conduct: Iterable[str] = ()) -> None:
        self.conduct = _CONDUCT | frozenset(conduct)

    def __contains__(self, finding: Finding) -> bool:
        return finding.check in self.conduct or finding.subject in _OTHERS
