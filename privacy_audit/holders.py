"""Whose exports these are: whether two could be one person's, and whether they are the user's own."""

import re
from collections.abc import Iterable

from privacy_audit.folding import fold
from privacy_audit.importing import Holder

DIFFERENT_PEOPLE = (
    "These downloads seem to belong to different people. Please look at one person's at a time; if all of them are "
    "yours under different names, add those names under your own facts and try again."
)

_PIECES = re.compile(r"[^\W\d_]+")
_SHARED = 2  # a first name alone is no proof


def together(known: Holder, more: Holder) -> Holder:
    """What two parts of an export tell about its holder."""
    return Holder(
        names=_each_once(*known.names, *more.names),
        handles=_each_once(*known.handles, *more.handles),
        emails=_each_once(*known.emails, *more.emails),
        account_id=known.account_id or more.account_id,
        made=max((made for made in (known.made, more.made) if made is not None), default=None),
    )


def is_owner(holder: Holder, own_names: Iterable[str]) -> bool:
    """Whether one of the names and handles that the user gave is the holder's."""
    return any(_name_fits(own, holder) for own in own_names)


def different_people(first: Holder, second: Holder, own_names: Iterable[str]) -> bool:
    """Whether two exports must not be in one run. An export that does not say whose it is fits everybody."""
    own = tuple(own_names)
    if not _says(first) or not _says(second) or (is_owner(first, own) and is_owner(second, own)):
        return False
    if _folded(first.emails) & _folded(second.emails) or _folded(first.handles) & _folded(second.handles):
        return False
    named = (*first.names, *first.handles)
    return not any(_name_fits(name, second) for name in named)


def _says(holder: Holder) -> bool:
    return bool(holder.names or holder.handles or holder.emails)


def _name_fits(name: str, holder: Holder) -> bool:
    handle = _plain(name).lstrip("@")
    if handle in {_plain(known).lstrip("@") for known in (*holder.handles, *holder.emails)}:
        return True
    pieces = _tokens(name)
    return any(_same_name(pieces, _tokens(known)) for known in (*holder.names, *holder.handles))


def _same_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """All pieces of the shorter name are in the longer one, and more than a first name."""
    if not one or not other:
        return False
    return one == other or (len(one & other) >= _SHARED and (one <= other or other <= one))


def _tokens(name: str) -> frozenset[str]:
    return frozenset(_PIECES.findall(_plain(name)))


def _plain(text: str) -> str:
    return fold(text).text.casefold().strip()


def _folded(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(_plain(text) for text in texts)


def _each_once(*texts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
