"""Times counted from today: weekdays, yesterday, last month, the weekend, three weeks ago."""

from datetime import date, timedelta

from dateline.annotate.times.reading import Context, Groups, Reading, open_reading, part_of, whole
from dateline.knowledge.calendar import around, iso_value, shifted, weekday_occurrence
from dateline.knowledge.times import amount_of, time_words
from dateline.model import Granularity

_WEEK = timedelta(days=7)
_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_FORTNIGHT = "fortnight"


def weekday(groups: Groups, context: Context) -> Reading:
    """The last such day up to today; the next where the clause, `this` or `next` looks ahead."""
    part = groups.get("daypart")
    if context.today is None:
        return part_of(open_reading("day", f"XXXX-WXX-{groups['weekday'] + 1}"), part)
    day = _weekday(context.today, groups["weekday"], groups.get("shift"), context)
    return part_of(whole(day, "day", context.anchor), part)


def _weekday(today: date, number: int, shift: int | None, context: Context) -> date:
    if shift == -1:
        return weekday_occurrence(today - _ONE_DAY, number, "past")
    if shift == 1:
        return weekday_occurrence(today + _ONE_DAY, number, "future")
    ahead = shift == 0 and context.direction != "past"
    return weekday_occurrence(today, number, "future" if ahead else context.direction)


def weekday_of_week(groups: Groups, context: Context) -> Reading:
    """Wednesday next week."""
    part = groups.get("daypart")
    if context.today is None:
        return part_of(open_reading("day", f"XXXX-WXX-{groups['weekday'] + 1}"), part)
    monday = around(context.today, "week")[0] + groups["shift"] * _WEEK
    return part_of(whole(monday + groups["weekday"] * _ONE_DAY, "day", context.anchor), part)


def nearby(groups: Groups, context: Context) -> Reading:
    """Today, yesterday, tomorrow, and their parts."""
    part = groups.get("daypart") or groups.get("tonight") or ("NI" if "lastnight" in groups else None)
    if context.today is None:
        return open_reading("day")
    step = -1 if "lastnight" in groups else groups.get("nearby", 0)
    return part_of(whole(context.today + step * _ONE_DAY, "day", context.anchor), part)


def day_beyond(groups: Groups, context: Context) -> Reading:
    """The day before yesterday, the day after tomorrow."""
    if context.today is None:
        return open_reading("day")
    steps = time_words()["nearby"][groups["around"]] + (1 if groups["beyond"] == "after" else -1)
    return whole(context.today + steps * _ONE_DAY, "day", context.anchor)


def shifted_unit(groups: Groups, context: Context) -> Reading:
    """Last month, this year, next week."""
    return _stepped(groups["longunit"], groups["shift"], context)


def current_unit(groups: Groups, context: Context) -> Reading:
    """The unit that holds today: "the end of the year"; "the day" is the one told of."""
    unit = groups["singleunit"]
    return _stepped("week" if unit == _FORTNIGHT else unit, 0, context)


def before_last(groups: Groups, context: Context) -> Reading:
    """The year before last."""
    return _stepped(groups["longunit"], -2, context)


def same_time(groups: Groups, context: Context) -> Reading:
    """The same month a year ago, as the text's last time has it; "this time last year" is that month."""
    unit = groups.get("singlepart", "month")
    told = context.before[0] if context.before and context.is_near and "samepart" in groups else context.today
    return whole(shifted(told, "year", -1), unit, context.anchor) if told else open_reading(unit)


def weekend(groups: Groups, context: Context) -> Reading:
    """Saturday and Sunday: the last ones begun, or those of the week meant."""
    if context.today is None:
        return open_reading("day")
    today, shift = context.today, groups.get("shift")
    ahead = shift == 1 or (shift == 0 and context.direction != "past") or context.direction == "future"
    saturday = weekday_occurrence(today, _SATURDAY, "future" if ahead else "past")
    if shift == -1 and today - saturday < timedelta(days=2):
        saturday -= _WEEK
    if shift == 1:
        saturday = around(today, "week")[1] + _WEEK - _ONE_DAY
    days = saturday, saturday + _ONE_DAY
    return Reading(f"{iso_value(saturday, 'week')}-WE", days, "day", anchor=context.anchor)


def ago(groups: Groups, context: Context) -> Reading:
    """So many units before today."""
    return _stepped(groups["unit"], -amount_in(groups), context)


def from_now(groups: Groups, context: Context) -> Reading:
    """So many units after today."""
    return _stepped(groups.get("unit") or groups["singleunit"], amount_in(groups), context)


def amount_in(groups: Groups) -> int:
    """The number of units, 1 where none is written; ValueError where it is no whole number."""
    if "someamount" in groups:
        return int(groups["someamount"])
    number = amount_of(str(groups.get("amount", 1)))
    if number != int(number):
        raise ValueError(f"{number} is no whole number")
    return int(number)


def _stepped(unit: str, steps: int, context: Context) -> Reading:
    named, steps = plain_unit(unit, steps)
    if context.today is None:
        return open_reading(named)
    return whole(shifted(context.today, named, steps), _coarse(named), context.anchor)


def plain_unit(unit: str, count: int) -> tuple[Granularity, int]:
    """A fortnight is two weeks."""
    return ("week", 2 * count) if unit == _FORTNIGHT else (unit, count)  # type: ignore[return-value]  # units of the table


def _coarse(unit: Granularity) -> Granularity:
    """Hours and minutes ago are of a day, as far as a date of publication tells."""
    return "day" if unit in ("second", "minute", "hour") else unit
