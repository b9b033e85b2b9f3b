"""Reads the user's own facts from the TOML file given with --own; refuses what it does not know, by key alone."""

import os
import stat
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from privacy_audit.errors import DataError
from privacy_audit.own_facts import Answer, OwnFacts

_LARGEST: Final = 64 * 1024
_OPEN_TO_OTHERS: Final = stat.S_IRGRP | stat.S_IROTH


@dataclass(frozen=True, slots=True, repr=False)
class OwnFactsFile:
    """The facts, and our sentences about the file itself."""

    facts: OwnFacts
    warnings: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "<OwnFactsFile>"


def load_own_facts(path: Path, packs: tuple[str, ...] = ()) -> OwnFactsFile:
    """Reads the file. `packs` are the guidance packs that exist; when given, others are refused."""
    facts = parse_own_facts(_text(path))
    if packs and (set(facts.guidance) - set(packs)):
        raise DataError(
            "The file with your own facts names a guidance document that this program does not have, under guidance. "
            f"Choose from: {', '.join(packs)}; or leave guidance out to use all of them."
        )
    return OwnFactsFile(facts, _warnings(path))


def parse_own_facts(text: str) -> OwnFacts:
    """Turns the file's text into facts. Every refusal names the key and never the value."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        # the library's own message may quote the file, so neither it nor its trace goes any further
        tables = None
    if tables is None:
        raise DataError(
            "The file with your own facts is not written as TOML. "
            'Check that each line reads key = value, and that words stand in quotes, such as role = "response officer".'
        )
    _refuse_unknown(set(tables) - {"own"}, "outside [own]", "Put all keys under one line that says [own].")
    own = tables.get("own", {})
    if not isinstance(own, dict):
        raise DataError("The file with your own facts has no [own] table. Put all keys under one line that says [own].")
    _refuse_unknown(set(own) - set(_READERS), "under [own]", f"The keys are: {', '.join(_READERS)}.")
    values = {key: reader(key, own[key]) for key, reader in _READERS.items() if key in own}
    return OwnFacts(**values)  # type: ignore[arg-type]  # each reader returns the type of the field of its name


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise DataError(
                "The file with your own facts is far too large for one. Check that you gave the right file."
            )
        return path.read_text(encoding="utf-8-sig")
    except OSError:
        pass
    except UnicodeDecodeError:
        raise DataError(
            "The file with your own facts is not plain text in UTF-8. Save it again as UTF-8 and try once more."
        ) from None
    raise DataError("The file with your own facts cannot be opened. Check its name and that you may read it.")


def _warnings(path: Path) -> tuple[str, ...]:
    if os.name == "posix" and path.stat().st_mode & _OPEN_TO_OTHERS:
        return (
            "Other people who use this computer can read the file with your own facts. "
            "Make it yours alone, for example with chmod 600, or keep it in a private folder.",
        )
    return ()


def _refuse_unknown(keys: set[str], where: str, advice: str) -> None:
    # A key is the user's own writing too: a value typed on the wrong side of the = must not be repeated.
    if not keys:
        return
    if all(key.isidentifier() and key.isascii() and key.islower() for key in keys):
        raise DataError(
            f"The file with your own facts has a key that this program does not know {where}: "
            f"{', '.join(sorted(keys))}. {advice}"
        )
    raise DataError(f"The file with your own facts has a key that this program does not know {where}. {advice}")


def _wrong(key: str, wanted: str) -> DataError:
    return DataError(f"In the file with your own facts, {key} should be {wanted}. Change it, or leave {key} out.")


def _words(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise _wrong(key, f'words in quotes, such as {key} = "…"')
    return value.strip()


def _service(key: str, value: object) -> str:
    words = _words(key, value)
    return "" if words.casefold() == "none" else words


def _list_of_words(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _wrong(key, f'a list of words, such as {key} = ["…", "…"]')
    return tuple(item.strip() for item in value if item.strip())


def _day(key: str, value: object) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise _wrong(key, f"a day without quotes, year first, such as {key} = 1987-03-14")
    return value


def _yes_or_no(key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise _wrong(key, "true or false, without quotes")
    return value


def _answer(key: str, value: object) -> Answer:
    wanted = {answer.value: answer for answer in (Answer.YES, Answer.NO, Answer.NOT_SURE)}
    if not isinstance(value, str) or value.strip().casefold() not in wanted:
        raise _wrong(key, '"yes", "no" or "not sure"')
    return wanted[value.strip().casefold()]


def _spans_of_days(key: str, value: object) -> tuple[tuple[date, date], ...]:
    problem = _wrong(key, f"pairs of first and last day, such as {key} = [[2024-01-08, 2024-02-02]]")
    if not isinstance(value, list):
        raise problem
    spans: list[tuple[date, date]] = []
    for pair in value:
        if not isinstance(pair, list) or len(pair) != 2:  # noqa: PLR2004 - a first and a last day
            raise problem
        first, last = (_day(key, day) for day in pair)
        if last < first:
            raise problem
        spans.append((first, last))
    return tuple(spans)


_READERS: Final[Mapping[str, Callable[[str, object], object]]] = {
    "names": _list_of_words,
    "service": _service,
    "role": _words,
    "places_of_work": _list_of_words,
    "official_accounts": _list_of_words,
    "under_investigation": _answer,
    "date_of_birth": _day,
    "home_town": _words,
    "home_postcode": _words,
    "family_names": _list_of_words,
    "politically_restricted": _yes_or_no,
    "sick_leave": _spans_of_days,
    "guidance": _list_of_words,
}
