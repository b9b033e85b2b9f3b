"""What the user told us about themselves: optional, asked once; it raises precision and pre-sets safeguards."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Answer(Enum):
    NO = "no"
    YES = "yes"
    NOT_SURE = "not sure"
    NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True, repr=False)
class OwnFacts:
    """Every fact may be missing; an empty OwnFacts is the terminal's default."""

    names: tuple[str, ...] = ()  # former ones, too
    service: str = ""
    role: str = ""
    places_of_work: tuple[str, ...] = ()  # a name or address each, with degrees north and east behind it or without
    official_accounts: tuple[str, ...] = ()  # a name, or "facebook: name" for that platform alone
    under_investigation: Answer = Answer.NOT_ASKED
    date_of_birth: date | None = None
    home_town: str = ""
    home_postcode: str = ""
    family_names: tuple[str, ...] = ()
    politically_restricted: bool | None = None  # None: pre-set from the role
    sick_leave: tuple[tuple[date, date], ...] = ()
    guidance: tuple[str, ...] = ()  # pack ids; empty: all built-in packs

    def __repr__(self) -> str:
        return "<OwnFacts>"
