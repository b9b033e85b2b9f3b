"""The one thing made to be handed over: that somebody looked through accounts of their own, and nothing else."""

from datetime import date
from typing import Final

from privacy_audit import __version__

_ONES: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def completion_note(accounts: int, day: date) -> str:
    """Says nothing of what was found, how much, or what was done about it; safeguards allow no more."""
    number = _ONES[accounts] if accounts < len(_ONES) else f"{accounts}"
    return (
        f"I looked through {number} of my own accounts on {day.day} {day:%B %Y} with Privacy Audit {__version__}.\n"
        "\n"
        "This note says that the accounts were looked through, and nothing else. What was or was not found stays with "
        "the person who looked.\n"
    )
