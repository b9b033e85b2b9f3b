"""The lines that a user sees where the second look raises something alone: two a check, and both only say "may"."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import resources
from typing import Any

from privacy_audit.checking import Check, Theme, Weight
from privacy_audit.errors import DataError
from privacy_audit.model import Voice

OWN, OTHERS = "second-look", "second-look-others"


def with_second_look(checks: Iterable[Check]) -> tuple[Check, ...]:
    """The checks, each that reads texts with the themes of the second look beside its own."""
    text = (resources.files("privacy_audit.opinion") / "themes.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)
    return tuple(
        replace(check, themes=(*check.themes, *_themes(rows[check.id]))) if check.rules and check.id in rows else check
        for check in checks
    )


def theme_for(check: Check, voice: Voice) -> str:
    """Which of a check's themes the second look speaks for; a check of which it knows no line speaks by its first."""
    known = {theme.id for theme in check.themes}
    if voice is Voice.OTHER and OTHERS in known:
        return OTHERS
    return OWN if OWN in known else check.themes[0].id


def _themes(row: dict[str, Any]) -> Iterator[Theme]:
    weight = Weight.SLIGHT if row.get("slight") else Weight.MODERATE
    try:
        yield Theme(OWN, str(row["own"]), str(row["why"]), weight, str(row["remedy"]))
        if "others" in row:
            yield Theme(OTHERS, str(row["others"]), str(row["why"]), weight, str(row["others_remedy"]))
    except KeyError as error:
        raise DataError("A list that belongs to this program is damaged. Please install the program again.") from error
