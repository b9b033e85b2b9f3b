"""Workplace, Meta's network for firms: the same export as Facebook's, told by its addresses."""

import re
from functools import cache, partial

from privacy_audit.archive import Archive
from privacy_audit.errors import ExportError
from privacy_audit.importing import Importer, LayoutEvidence, Recognition
from privacy_audit.meta.network.export import read
from privacy_audit.meta.network.recognition import is_called, recognised

IMPORTER_ID = "workplace"
_ADVICE = (
    "This is an export of Workplace, which belongs to an employer, and so does what is in it. If it came out of a work "
    "system, ask the information officer of your force or service before you keep it on a device of your own."
)
_NOT_TOLD = (
    "As far as was known in November 2026, Workplace is closed: nothing in this export can be changed or taken down "
    "there any more. Ask the people who looked after it at your employer what was kept.",
    "The export does not say who could see a post or a group at work.",
)
_HEAD = 65_536
# Where the network's own address stands: in a personal profile "workplace.com" would be somebody else's link.
_FILES = (
    "profile_information/profile_information.*",
    "groups/your_group_membership_activity.*",
    "groups/your_groups.*",
)


@cache
def _address() -> re.Pattern[bytes]:
    r"""An address of the network, with slashes as JSON may write them: "https:\/\/my.workplace.com\/profile"."""
    return re.compile(rb"https?:\\?/\\?/(?:[\w-]+\.){0,3}workplace\.com(?:[\\/\"'<?]|$)")


def recognise(archive: Archive) -> Recognition | None:
    found = recognised(archive)
    if found is None or not (is_called(archive, IMPORTER_ID) or _has_own_address(archive)):
        return None
    layout, score = found
    # above what Facebook claims for the same files; no export of Workplace is public, so its layouts are inferred
    return Recognition(
        IMPORTER_ID, f"as Facebook, {layout.name}", LayoutEvidence.MEMORY, min(1.0, score + 0.04), _ADVICE
    )


def _has_own_address(archive: Archive) -> bool:
    for pattern in _FILES:
        for member in archive.matching(pattern)[:1]:
            try:
                if _address().search(archive.head(member, _HEAD)):
                    return True
            except ExportError:
                continue  # its reader says so
    return False


_KINDS = (
    "profile", "posts", "comments", "messages", "connections", "photos", "likes", "groups", "places", "logins",
    "settings", "apps",
)  # fmt: skip
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Workplace",
    recognise=recognise,
    read=partial(read, IMPORTER_ID),
    not_told=_NOT_TOLD,
    layouts=(("as Facebook", LayoutEvidence.MEMORY),),
    category_evidence=dict.fromkeys(_KINDS, LayoutEvidence.MEMORY),
)
