"""Which texts get a second look, how the model is told where they stand, and where it keeps silent."""

from privacy_audit.checking import Check, Context
from privacy_audit.job_talk import is_official
from privacy_audit.model import Passage, PassageKind, Voice
from privacy_audit.options import SecondLook
from privacy_audit.restriction import is_restricted

# The heads that the model was taught with: where a text stands and who speaks.
_OWN = {
    PassageKind.POST: "self-post",
    PassageKind.COMMENT: "self-comment",
    PassageKind.MESSAGE: "self-message",
    PassageKind.CAPTION: "caption",
    PassageKind.BIO: "bio",
    PassageKind.GROUP_NAME: "group-name",
    PassageKind.CONTACT_NAME: "contact-name",
    PassageKind.HANDLE: "handle",
    PassageKind.PAGE_NAME: "liked-page",
}
_OTHERS = {PassageKind.MESSAGE: "other-message"}
_ON_THE_WALL = "friend-on-my-wall"
_NAMES = frozenset({PassageKind.GROUP_NAME, PassageKind.CONTACT_NAME, PassageKind.HANDLE, PassageKind.PAGE_NAME})
_LETTERS = 8  # of a text that is no name: with fewer there is nothing to have an opinion on

# Safeguards §4: on an account that is run for the service the job is meant to be seen.
_NOT_ON_OFFICIAL = frozenset(
    {"employer-affiliation", "profile-name", "work-location", "uniform-photo", "service-logo", "missing-disclaimer"}
)


def head_of(kind: PassageKind, voice: Voice) -> str:
    """What the model is told before the text itself."""
    if kind is not PassageKind.MESSAGE and (voice is not Voice.OTHER or kind in _NAMES or kind is PassageKind.BIO):
        return f"{_OWN[kind]}: "
    if kind is PassageKind.MESSAGE and voice is Voice.OWNER:
        return f"{_OWN[kind]}: "
    return f"{_OTHERS.get(kind, _ON_THE_WALL)}: "


def looks_at(kind: PassageKind, text: str, allowed: SecondLook, *, stopped: bool) -> bool:
    """Whether a text gets a second look. `stopped`: a rule's gate stopped at it."""
    if allowed is SecondLook.NONE or not text:
        return False
    if kind is PassageKind.MESSAGE:
        return stopped and allowed is SecondLook.MESSAGES
    return kind in _NAMES or len(text) >= _LETTERS


def reads(check: Check, kind: PassageKind, voice: Voice) -> bool:
    """Whether a check reads such texts at all: elsewhere the model was taught nothing about its matter."""
    return any(kind in rule.kinds and voice in rule.voices for rule in check.rules)


def may_speak(check: Check, passage: Passage, context: Context) -> bool:
    """Whether the model may raise a check's matter here by itself."""
    if not reads(check, passage.kind, passage.voice):
        return False
    if check.id == "political-content":
        return is_restricted(context.facts)
    if check.id in _NOT_ON_OFFICIAL:
        return not is_official(passage.source.importer, context)
    return True
