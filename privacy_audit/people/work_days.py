"""Days on which the user wrote of a shift or an incident: they date a meeting, and nothing is found because of them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from privacy_audit.errors import DataError
from privacy_audit.model import Passage, PassageKind, Voice

_KINDS = frozenset({PassageKind.POST, PassageKind.CAPTION, PassageKind.COMMENT, PassageKind.MESSAGE})


def tells_of_work(passage: Passage) -> bool:
    """Whether the user's own words, with a date, speak of a shift or an incident."""
    if passage.when is None or passage.voice is not Voice.OWNER or passage.kind not in _KINDS:
        return False
    return any(pattern.search(passage.plain) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    text = (files("privacy_audit.lexicon") / "shift_posts.toml").read_text(encoding="utf-8")
    try:
        return tuple(re.compile(pattern, re.IGNORECASE) for pattern in tomllib.loads(text)["patterns"])
    except (tomllib.TOMLDecodeError, KeyError, re.error) as error:
        raise DataError("A word list of the program cannot be read. Please get a fresh copy of the program.") from error
