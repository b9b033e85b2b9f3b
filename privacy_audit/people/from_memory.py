"""Names that the user remembers from work: one at a time, a few, for this sitting; a list of them is never taken."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

MOST: Final = 20
_LONGEST: Final = 60  # letters of one name
_WORDS: Final = 6  # of one name
_LIST: Final = re.compile(r"[\r\n\t\u2028\u2029\x0b\x0c,;|/\\]|\.(?:csv|xlsx?|docx?|txt|pdf)\b", re.IGNORECASE)


class Refusal(Enum):
    """Why nothing was taken."""

    EMPTY = "no name"
    LIST = "more than one name"
    FULL = "as many as there may be"


def one_name(raw: str, already: int) -> str | Refusal:
    """The name alone, or why it is not taken. Lists of people met at work may not be carried home."""
    name = " ".join(raw.split())
    if not any(char.isalpha() for char in name):
        return Refusal.EMPTY
    if _LIST.search(raw.strip()) or len(name) > _LONGEST or len(name.split()) > _WORDS:
        return Refusal.LIST
    return Refusal.FULL if already >= MOST else name
