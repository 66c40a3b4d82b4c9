"""Times of day: on the day beside them, else on the nearest of the sentence, else today."""

from datetime import date, timedelta

from dateline.annotate.times.reading import Context, Groups, Reading
from dateline.knowledge.calendar import weekday_occurrence
from dateline.knowledge.times import amount_of, time_words
from dateline.model import Anchor, Granularity

_NOON = 12
_LATE_PARTS = ("AF", "EV")


def clock(groups: Groups, context: Context) -> Reading:
    """Hours and minutes, with `Z` where they are Greenwich's."""
    hour = int(groups["clockhour"] if "clockhour" in groups else amount_of(str(groups["amount"])))
    minute = int(groups.get("clockminute", 0))
    if hour > 24 or minute > 59:
        raise ValueError(f"no time of day {hour}:{minute}")
    time = f"T{_hour(hour, groups):02}:{minute:02}{groups.get('timezone', '')}"
    return _on_day(time, "minute", groups, context)


def named_hour(groups: Groups, context: Context) -> Reading:
    """Noon and midnight; that which closes the day."""
    return _on_day(groups["dayhour"] + groups.get("timezone", ""), "hour", groups, context)


def twilight(groups: Groups, context: Context) -> Reading:
    """Dawn and dusk, the morning, the night."""
    return _on_day("T" + (groups.get("twilight") or groups["daypart"]), "hour", groups, context)


def _hour(hour: int, groups: Groups) -> int:
    if groups.get("half") == "a":
        return hour % _NOON
    is_late = groups.get("half") == "p" or groups.get("daypart") in _LATE_PARTS
    return hour % _NOON + _NOON if is_late and hour <= _NOON else hour


def _on_day(time: str, granularity: Granularity, groups: Groups, context: Context) -> Reading:
    day, anchor = _day(groups, context)
    return Reading(f"{day.isoformat() if day else ''}{time}", (day, day) if day else None, granularity, "time", anchor)


def _day(groups: Groups, context: Context) -> tuple[date | None, Anchor]:
    near = groups.get("nearday", "")
    if not near and context.beside is not None:
        return context.beside, "text"
    if context.today is None:
        return None, "none"
    words = time_words()
    if near in words["weekday"]:
        return weekday_occurrence(context.today, words["weekday"][near], context.direction), context.anchor
    return context.today + timedelta(days=words["nearby"].get(near, 0)), context.anchor
