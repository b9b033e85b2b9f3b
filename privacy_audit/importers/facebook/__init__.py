"""Facebook: "Download your information" as JSON of every generation since 2018, in HTML, and Messenger's own."""

from privacy_audit.importers.facebook.export import read
from privacy_audit.importers.facebook.identity import IMPORTER_ID
from privacy_audit.importers.facebook.recognition import recognise
from privacy_audit.importing import Importer, LayoutEvidence

_NOT_TOLD = (
    "Facebook's download does not say who can see a post, a photo, an album or a field of your profile. "
    "Look at your profile with View As, and use Limit past posts.",
    "Posts, photos and comments of other people about you are mostly not in your download, nor what you are tagged in.",
    "Most Messenger chats are end-to-end encrypted and come in a download of their own, from Messenger's settings.",
    "Sign-ins and addresses are only in the download when Logs was ticked; that they are missing proves nothing.",
    "A friend is only a display name in the download: no address of the profile, no number, nothing else.",
)

IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Facebook",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
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
