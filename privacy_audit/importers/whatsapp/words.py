"""What WhatsApp itself writes into a chat: notices, and signs in the place of what was sent."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from privacy_audit.importers.whatsapp.lines import without_marks
from privacy_audit.model import Coordinates

_MARK = "\u200e"
_LONGEST_SIGN = 60  # letters of a message that may be one of WhatsApp's own


@cache
def _said() -> dict[str, tuple[str, ...]]:
    text = files("privacy_audit.importers.whatsapp").joinpath("words.toml").read_text("utf-8")
    return {name: tuple(without_marks(sign) for sign in signs) for name, signs in tomllib.loads(text).items()}


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {name: frozenset(signs) for name, signs in _said().items()}


@cache
def _attachment() -> re.Pattern[str]:
    """The sign for a file in chats from an iPhone, in any language."""
    return re.compile(r"\u200e?<[^:<>\n]{2,24}: (?P<file>[^<>\n]+\.\w{2,5})>")


@cache
def _place() -> re.Pattern[str]:
    return re.compile(r"maps\.google\.com/\?q=(-?\d{1,2}\.\d+),(-?\d{1,3}\.\d+)")


@cache
def _quoted() -> re.Pattern[str]:
    quotes = '"\u201c\u201d\u201e\u00ab\u00bb'
    return re.compile(rf"[{quotes}]([^{quotes}\n]+)[{quotes}]")


@dataclass(frozen=True, slots=True, repr=False)
class Content:
    """The writer's own words, and what else the message is."""

    text: str
    file: str = ""
    deleted_by_owner: bool = False


def content(words: str) -> Content:
    """What a message holds beside WhatsApp's own signs."""
    if "<" not in words and "(" not in words and len(words) > _LONGEST_SIGN:
        return Content(without_marks(words) if _MARK in words else words)
    words = _without_edit(words)
    found = _attachment().search(words) if "<" in words else None
    if found is not None:
        rest = words[: found.start()] + words[found.end() :]
        return Content(_without_document(without_marks(rest).strip(), found["file"]), found["file"])
    first, _, rest = without_marks(words).partition("\n")
    return _signed(first, rest) or Content(f"{first}\n{rest}" if rest else first)


def _signed(first: str, rest: str) -> Content | None:
    """A message whose first line is one of WhatsApp's signs."""
    sign = first.strip().casefold()
    bare_sign = sign.rstrip(".")
    if sign in _sets()["left_out"]:
        return Content(rest)
    if bare_sign in _sets()["deleted_by_owner"]:
        return Content("", deleted_by_owner=True)
    if bare_sign in _sets()["deleted"] or (not rest and len(sign) < _LONGEST_SIGN and _is_call(sign)):
        return Content("")
    files_named = (first.strip()[: -len(end)].strip() for end in _said()["attached"] if sign.endswith(end))
    file = next(files_named, "")
    return Content(rest, file) if file else None


def _is_call(sign: str) -> bool:
    """ "Video call, 5 min" and not "video call me later"."""
    return any(
        sign == call or sign.startswith((f"{call},", f"{call}.", f"{call} ("))
        for call in _said()["calls"]
        if sign.startswith(call)
    )


def _without_edit(words: str) -> str:
    if words.endswith(">"):
        opening = words.rfind("<")
        if without_marks(words[opening:]).casefold() in _sets()["edited"]:
            return words[:opening].rstrip(f" {_MARK}")
    return words


def _without_document(text: str, file: str) -> str:
    """A document's own name and number of pages stand before its sign: "plan.pdf • 1 page"."""
    name, bullet, pages = text.rpartition("\u2022")
    return (
        "" if bullet and len(pages) < _LONGEST_SIGN and name.strip().casefold()[-4:] == file.casefold()[-4:] else text
    )


def is_notice(words: str) -> bool:
    """Whether an iPhone wrote this line itself, although a name stands before it: then a mark stands first."""
    if not words.startswith(_MARK):
        return False
    plain = without_marks(words).strip().casefold()
    if plain.startswith(_said()["own_after_mark"]) or _attachment().search(words):
        return False
    first = plain.partition("\n")[0]
    if first.rstrip(".") in _sets()["deleted_by_owner"] | _sets()["deleted"] or first in _sets()["left_out"]:
        return False
    return not (_is_call(first) or first in _sets()["edited"] or _place().search(words))


def named_group(notice: str) -> str:
    """The name that a notice gives to the group; "" when it gives none."""
    plain = without_marks(notice)
    low = plain.casefold()
    if len(plain) > 400 or not any(sign in low for sign in _said()["naming"]):  # noqa: PLR2004 - no title is as long
        return ""
    names = _quoted().findall(plain)
    return names[-1].strip() if names else ""


def is_you(name: str) -> bool:
    """Whether a writer is called "You", as some phones call their user."""
    return name.casefold() in _sets()["you"]


def place_in(words: str) -> Coordinates | None:
    """The place that a message shares."""
    found = _place().search(words) if "maps.google.com/" in words else None
    if found is None:
        return None
    latitude, longitude = float(found[1]), float(found[2])
    return Coordinates(latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None  # noqa: PLR2004


def title_in(name: str) -> str:
    """Who a chat is with, by the name of its file or folder: "WhatsApp Chat with Sam.txt"."""
    plain = without_marks(name)
    low = plain.casefold()
    for ending in (".txt", ".zip"):
        if low.endswith(ending):
            plain, low = plain[:-4], low[:-4]
    for start in _said()["titles"]:
        if low.startswith(start):
            return re.sub(r" ?\(\d{1,2}\)$", "", plain[len(start) :]).strip()
    return ""
