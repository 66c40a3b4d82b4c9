"""Times counted from the time before them in the text: two days later, the next morning, that year."""

from dateline.annotate.times.reading import Context, Groups, Reading, open_reading, part_of, whole
from dateline.annotate.times.relative import amount_in, plain_unit
from dateline.knowledge.calendar import iso_value, shifted, weekday_occurrence
from dateline.model import Granularity

_STEPS = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "same": 0}
_SATURDAY = 5
_FINER = ("second", "minute", "hour")


def from_text(groups: Groups, context: Context) -> Reading:
    """So many units after the time before it, or before that."""
    unit, count = plain_unit(groups["unit"], amount_in(groups))
    if context.before is None or unit in _FINER:
        return open_reading(unit)
    return whole(shifted(context.before[0], unit, count * groups["direction"]), unit, "text")


def following(groups: Groups, context: Context) -> Reading:
    """The next, the same or the previous unit; "that year" is the same. Without a time before it, today counts."""
    told = context.before[0] if context.before else context.today
    unit = groups.get("followunit", "day")
    if told is None:
        return open_reading(_granularity(unit))
    step = _STEPS.get(groups.get("follow", "same"), 0)
    anchor = "text" if context.before else context.anchor
    if unit == "weekend":
        saturday = weekday_occurrence(shifted(told, "week", step), _SATURDAY, "future")
        return Reading(f"{iso_value(saturday, 'week')}-WE", (saturday, shifted(saturday, "day", 1)), anchor=anchor)
    named = _granularity(unit)
    found = whole(shifted(told, named, step), named, anchor)
    return part_of(found, groups.get("daypart") or ("NI" if unit == "night" else None))


def day_around(groups: Groups, context: Context) -> Reading:
    """The day before, the year after."""
    unit = _granularity(groups["aroundunit"])
    if context.before is None:
        return open_reading(unit)
    return whole(shifted(context.before[0], unit, 1 if groups["around"] == "after" else -1), unit, "text")


def _granularity(unit: str) -> Granularity:
    """Nights and weekends are told by their days."""
    return "day" if unit in ("night", "weekend") else unit  # type: ignore[return-value]  # the units of the table
