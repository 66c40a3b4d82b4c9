"""Days, weeks, months, quarters, years: the stretch of days that holds a day, and steps from one to another."""

from calendar import monthrange
from datetime import date, timedelta

from dateline.model import Granularity

Days = tuple[date, date]
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def around(day: date, unit: Granularity) -> Days:
    """The first and last day of the unit that holds a day; weeks begin on Monday, hours and minutes are their day."""
    if unit == "week":
        start = day - timedelta(days=day.weekday())
        return start, start + timedelta(days=6)
    if unit not in _MONTHS:
        return day, day
    length = _MONTHS[unit]
    index = (day.year * 12 + day.month - 1) // length * length
    return _first(index), _first(index + length) - timedelta(days=1)


def shifted(day: date, unit: Granularity, count: int) -> date:
    """The day some units away, the last of its month where that is shorter; OverflowError beyond year 1 or 9999."""
    if unit in _MONTHS:
        first = _first(day.year * 12 + day.month - 1 + count * _MONTHS[unit])
        return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))
    return day + timedelta(days=count * {"week": 7, "day": 1}.get(unit, 0))


def month_of(year: int, month: int) -> Days:
    """The first and last day of a month."""
    return around(date(year, month, 1), "month")


def nearest_year(day: date, month: int, day_of_month: int | None, future: bool) -> int:
    """The year in which a date without one falls: the latest up to `day`, the next if it lies ahead.

    A date up to two months ahead is ahead anyway: news says "on 2 May" in April.
    """
    for year in (day.year + 1, day.year, day.year - 1):
        start = date(year, month, min(day_of_month or 1, monthrange(year, month)[1]))
        reach = shifted(day, "month", 11 if future else 2)
        if start <= reach:
            return year
    return day.year


def _first(index: int) -> date:
    """The first day of a month, counted from the year 0; OverflowError out of reach."""
    if not 12 <= index < 120_000:
        raise OverflowError(f"month {index} is out of reach")
    return date(index // 12, index % 12 + 1, 1)
