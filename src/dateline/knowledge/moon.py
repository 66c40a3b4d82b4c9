"""New moons, after Meeus, Astronomical Algorithms (1998), chapter 49, with his largest terms: good to some minutes."""

from datetime import UTC, date, datetime, timedelta
from math import radians, sin

_EPOCH = datetime(2000, 1, 1, 12, tzinfo=UTC)
_MONTH = 29.530588861
"""Mean days from one new moon to the next."""
_FIRST = 5.09766
"""Days from the epoch to the first new moon of 2000, in dynamical time."""
_CLOCK = timedelta(seconds=66)
"""By how much dynamical time is ahead of universal time about 2010."""


def new_moon(number: int) -> datetime:
    """The moment of a new moon, counted from that of 6 January 2000."""
    century = number / 1236.85
    sun = radians(2.5534 + 29.10535670 * number)
    moon = radians(201.5643 + 385.81693528 * number + 0.0107582 * century**2)
    latitude = radians(160.7108 + 390.67050284 * number - 0.0016118 * century**2)
    days = (
        _FIRST + _MONTH * number
        - 0.40720 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * latitude)
        + 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun) + 0.00208 * sin(2 * sun)
    )  # fmt: skip
    return _EPOCH + timedelta(days=days) - _CLOCK


def number_near(day: date) -> int:
    """The number of the new moon nearest a day."""
    since = datetime(day.year, day.month, day.day, 12, tzinfo=UTC) - _EPOCH
    return round((since / timedelta(days=1) - _FIRST) / _MONTH)


def new_moon_from(day: date, hours_east: float) -> date:
    """The day, by clocks some hours east of Greenwich, of the first new moon on or after a day."""
    near = number_near(day)
    local = ((new_moon(number) + timedelta(hours=hours_east)).date() for number in range(near - 1, near + 3))
    return next(found for found in local if found >= day)
