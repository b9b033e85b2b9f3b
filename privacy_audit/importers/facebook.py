"""Facebook: "Download your information" as JSON of every generation since 2018, in HTML, and Messenger's own."""

from functools import partial

from privacy_audit.archive import Archive
from privacy_audit.importing import Importer, LayoutEvidence, Recognition
from privacy_audit.meta.network.export import read
from privacy_audit.meta.network.recognition import LAYOUTS, advice_on, is_called, recognised

IMPORTER_ID = "facebook"
_NOT_TOLD = (
    "Facebook's download does not say who can see a post, a photo, an album or a field of your profile. "
    "Look at your profile with View As, and use Limit past posts.",
    "Posts, photos and comments of other people about you are mostly not in your download, nor what you are tagged in.",
    "Most Messenger chats are end-to-end encrypted and come in a download of their own, from Messenger's settings.",
    "Sign-ins and addresses are only in the download when Logs was ticked; that they are missing proves nothing.",
    "A friend is only a display name in the download: no address of the profile, no number, nothing else.",
)


def recognise(archive: Archive) -> Recognition | None:
    found = recognised(archive)
    if found is None:
        return None
    layout, score = found
    sure = min(1.0, score + 0.02 * is_called(archive, IMPORTER_ID))
    return Recognition(IMPORTER_ID, layout.name, layout.evidence, sure, advice_on(layout))


IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Facebook",
    recognise=recognise,
    read=partial(read, IMPORTER_ID),
    not_told=_NOT_TOLD,
    layouts=LAYOUTS,
    category_evidence={
        "profile": LayoutEvidence.SOURCE,
        "posts": LayoutEvidence.SOURCE,
        "comments": LayoutEvidence.SOURCE,
        "messages": LayoutEvidence.FIXTURE,
        "connections": LayoutEvidence.SOURCE,
        "photos": LayoutEvidence.SOURCE,
        "likes": LayoutEvidence.SOURCE,
        "groups": LayoutEvidence.SOURCE,
        "places": LayoutEvidence.MEMORY,
        "logins": LayoutEvidence.SOURCE,
        "settings": LayoutEvidence.SOURCE,
        "apps": LayoutEvidence.SOURCE,
    },
)
