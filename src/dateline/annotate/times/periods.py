"""Fiscal periods, feasts, anniversaries, and the vague now, once and some day."""

from dateline.annotate.times.durations import length_of
from dateline.annotate.times.reading import Context, Groups, Reading, open_reading, part_of
from dateline.knowledge.calendar import Days, iso_value, shifted
from dateline.knowledge.holidays import Holiday, holidays
from dateline.knowledge.times import amount_of

_PIVOT = 50
"""Years written with two figures are of this century below it."""
_AHEAD_MONTHS = 2


def fiscal(groups: Groups, _: Context) -> Reading:
    """A fiscal year or its quarter; which days it has depends on whose it is."""
    year = groups.get("year") or int(groups["shortyear"]) + (2000 if int(groups["shortyear"]) < _PIVOT else 1900)
    part = f"-Q{groups['ordinal']}" if "ordinal" in groups else ""
    return Reading(f"FY{year}{part}", None, "quarter" if part else "year")


def shifted_fiscal(groups: Groups, context: Context) -> Reading:
    """The last fiscal year, by the calendar's."""
    return open_reading("year", f"FY{context.today.year + groups['shift']}" if context.today else None)


def holiday(groups: Groups, context: Context) -> Reading:
    """A feast in the year named, else the latest begun, or the next where the clause looks ahead."""
    known = holidays()[groups["holiday"]]
    found = _feast(known, groups, context)
    if found is None:
        return open_reading("day")
    start, end = found
    value = iso_value(start, "day") if start == end else f"{iso_value(start, 'day')}/{iso_value(end, 'day')}"
    reading = Reading(value, found, "day", anchor="text" if "year" in groups else context.anchor)
    return part_of(reading, groups.get("daypart"))


def _feast(known: Holiday, groups: Groups, context: Context) -> Days | None:
    year = groups.get("year")
    after = groups.get("shiftafter")
    if year is None and after is not None and context.today:
        year = context.today.year + after
    if year is not None:
        return next(iter(known.days(year)), None)
    return _nearest_feast(known, groups.get("shift"), context)


def _nearest_feast(known: Holiday, shift: int | None, context: Context) -> Days | None:
    if context.today is None:
        return None
    today = context.today
    every = [days for year in range(today.year - 1, today.year + 3) for days in known.days(year)]
    if shift == 1 or (context.direction == "future" and shift != -1):
        return min((days for days in every if days[1] >= today), default=None)
    reach = shifted(today, "month", _AHEAD_MONTHS) if context.direction == "none" and shift is None else today
    return max((days for days in every if days[0] <= reach), default=None)


def anniversary(groups: Groups, _: Context) -> Reading:
    """So many years after another event."""
    number = groups.get("ordinal") or groups.get("nthnumber") or amount_of(str(groups.get("amount", 100)))
    if "bicentenary" in groups:
        number = 200
    value = length_of("year", float(number))
    return Reading(value, None, "day", "date", length=value)


def present(_: Groups, __: Context) -> Reading:
    """Now."""
    return Reading("PRESENT_REF", granularity="none")


def past(_: Groups, __: Context) -> Reading:
    """Once."""
    return Reading("PAST_REF", granularity="none")


def future(_: Groups, __: Context) -> Reading:
    """Some day."""
    return Reading("FUTURE_REF", granularity="none")
