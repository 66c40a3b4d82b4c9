"""Stretches of days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.calendar import around, nearest_year, shifted

DAYS = st.dates(date(1500, 1, 1), date(2500, 1, 1))
UNITS = st.sampled_from(["day", "week", "month", "quarter", "year", "decade"])


@given(DAYS, UNITS)
def test_a_day_lies_in_its_own_stretch(day: date, unit: str) -> None:
    start, end = around(day, unit)  # type: ignore[arg-type]  # hypothesis draws plain strings
    assert start <= day <= end


@given(DAYS, UNITS)
def test_stretches_follow_each_other_without_gap(day: date, unit: str) -> None:
    _, end = around(day, unit)  # type: ignore[arg-type]  # hypothesis draws plain strings
    following, _ = around(shifted(end, "day", 1), unit)  # type: ignore[arg-type]
    assert (following - end).days == 1


def test_a_month_later_ends_where_that_month_ends() -> None:
    assert shifted(date(2024, 1, 31), "month", 1) == date(2024, 2, 29)


def test_out_of_reach_is_refused() -> None:
    with pytest.raises(OverflowError):
        shifted(date(2000, 1, 1), "year", -2000)


@pytest.mark.parametrize(
    ("today", "month", "future", "year"),
    [
        (date(2023, 1, 3), 12, False, 2022),
        (date(2023, 4, 20), 5, False, 2023),
        (date(2023, 11, 20), 1, False, 2024),
        (date(2023, 4, 20), 12, True, 2023),
        (date(2023, 4, 20), 12, False, 2022),
    ],
)
def test_the_year_of_a_date_without_one(today: date, month: int, future: bool, year: int) -> None:
    assert nearest_year(today, month, 2, future) == year
