"""How to get the download of one's own data from each site, as data."""

import tomllib
from dataclasses import dataclass
from datetime import date
from importlib import resources

from privacy_audit.errors import DataError

_FILE = "downloads.toml"
_BROKEN = "The steps for getting a download cannot be read. Please get a fresh copy of the program."


@dataclass(frozen=True, slots=True)
class Download:
    """One site: its steps, how long it takes, and how well the path is known."""

    platform: str
    title: str
    arrives: str
    steps: tuple[str, ...]
    link: str
    mark: str
    checked_on: date
    note: str = ""
    note_link: str = ""


def load_downloads() -> tuple[Download, ...]:
    """Reads the file that ships with the program. Raises DataError with a sentence when it is broken."""
    text = resources.files("privacy_audit").joinpath(_FILE).read_text(encoding="utf-8")
    return parse_downloads(text)


def parse_downloads(text: str) -> tuple[Download, ...]:
    try:
        rows = tomllib.loads(text)["download"]
        return tuple(Download(**{**row, "steps": tuple(row["steps"])}) for row in rows)
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise DataError(_BROKEN) from error
