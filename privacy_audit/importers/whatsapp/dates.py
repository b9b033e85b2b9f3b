"""Finds out over a whole chat whether its dates put the day or the month first, and turns headings into moments."""

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from privacy_audit.model import Moment, PartialDate
from privacy_audit.text import moment_from_text, partial_date

_MONTHS = 12
_YEAR_LENGTH = 4
_ENOUGH = 3  # days from which it can be seen which of two numbers changes more often


@dataclass(slots=True, repr=False)
class Order:
    """Takes in the dates of a chat in their order; `day_first` then tells, and `proven` whether the chat proves it."""

    day_first: bool = True
    proven: bool = True
    _last: tuple[str, str, str] = ("", "", "")
    _days: list[tuple[int, int, int]] = field(default_factory=list)  # year, first, second; each change once

    def take(self, date: tuple[str, str, str]) -> None:
        if date == self._last:
            return
        self._last = date
        if len(date[0]) < _YEAR_LENGTH:
            self._days.append((int(date[2]), int(date[0]), int(date[1])))

    def decide(self) -> None:
        """By a number that no month has, by going back in time, by what changes more often; else as in the UK."""
        first = sum(one > _MONTHS for _year, one, _two in self._days)
        second = sum(two > _MONTHS for _year, _one, two in self._days)
        if first or second:
            self.day_first = first >= second
            return
        if all(one == two for _year, one, two in self._days):
            return
        back_day_first = self._steps_back(day_first=True)
        back_month_first = self._steps_back(day_first=False)
        if back_day_first != back_month_first:
            self.day_first = back_day_first < back_month_first
            return
        ones, twos = len({one for _y, one, _t in self._days}), len({two for _y, _o, two in self._days})
        if len(self._days) >= _ENOUGH and ones != twos:
            self.day_first = ones > twos
            return
        self.proven = False

    def _steps_back(self, *, day_first: bool) -> int:
        days = [(year, two, one) if day_first else (year, one, two) for year, one, two in self._days]
        return sum(later < earlier for earlier, later in pairwise(days))


@lru_cache(maxsize=4096)
def day_of(date: tuple[str, str, str], *, day_first: bool) -> PartialDate | None:
    """The day that three numbers name."""
    one, two, three = date
    if len(one) == _YEAR_LENGTH:
        return partial_date(one, two, three)
    year = int(three) + (2000 if int(three) < 100 else 0)  # noqa: PLR2004 - years of two digits
    day, month = (one, two) if day_first else (two, one)
    if int(month) > _MONTHS:
        day, month = month, day
    return partial_date(year, int(month), int(day))


def moment(date: tuple[str, str, str], time: str, *, day_first: bool) -> Moment | None:
    """The time on the phone's own clock; its zone is nowhere told."""
    day = day_of(date, day_first=day_first)
    if day is None or day.as_date() is None:
        return None
    return moment_from_text(f"{day.year:04}-{day.month:02}-{day.day:02} {time}")
