"""What the clock on the wall showed in Britain: exports tell times in UTC, nights and mornings go by the clock."""

from datetime import UTC, datetime, timedelta

from privacy_audit.model import Moment

_SUMMER = timedelta(hours=1)
_MARCH, _OCTOBER = 3, 10
_CHANGE_HOUR = 1  # UTC, both in spring and in autumn


def wall_clock(moment: Moment) -> datetime:
    """Without a zone. A time whose zone the export does not tell is the wall's already."""
    at = moment.at.astimezone(UTC).replace(tzinfo=None) if moment.zone_known else moment.at.replace(tzinfo=None)
    return at + _SUMMER if moment.zone_known and _is_summer(at) else at


def _is_summer(at: datetime) -> bool:
    """British Summer Time as it has been since 1996; before that the days differed by little."""
    return _last_sunday(at.year, _MARCH) <= at < _last_sunday(at.year, _OCTOBER)


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, _CHANGE_HOUR)  # noqa: DTZ001 - in UTC, compared with the same
    return last - timedelta(days=(last.weekday() + 1) % 7)
