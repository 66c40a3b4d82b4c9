"""The pace at which hosts are asked, on a clock of the test's own."""

import pytest

from dateline.feeds.pace import LONGEST, Pace
from tests.feeds.web import Time


def _pace() -> tuple[Pace, Time]:
    time = Time(1000.0)
    return Pace(5.0, time.clock, time.sleep), time


def test_a_host_is_asked_once_in_its_delay() -> None:
    pace, time = _pace()
    pace.wait("a.example")
    pace.wait("b.example")
    pace.wait("a.example", 9.0)
    assert pace.due_in("a.example") == 9.0
    pace.wait("a.example")
    assert time.slept == [0.0, 0.0, 5.0, 9.0]


@pytest.mark.parametrize(
    ("written", "seconds"), [("120", 120.0), ("Thu, 01 Jan 1970 00:20:00 GMT", 200.0), ("soon", 0.0)]
)
def test_a_host_is_left_alone_as_long_as_it_asks(written: str, seconds: float) -> None:
    pace, time = _pace()
    pace.close("a.example", written)
    assert pace.closed_for("a.example") == seconds
    assert pace.closed_for("b.example") == 0.0
    time.now += 1000
    assert pace.closed_for("a.example") == 0.0


def test_nobody_is_left_alone_for_more_than_a_day() -> None:
    pace, _ = _pace()
    pace.close("a.example", "99999999999")
    assert pace.closed_for("a.example") == LONGEST


def test_a_closed_host_stays_closed_for_the_next_one_to_ask() -> None:
    pace, time = _pace()
    pace.close("a.example", "120")
    pace.close("b.example", "20")
    time.now += 60
    assert pace.closed == {"a.example": 1120.0}
    assert Pace(5.0, time.clock, time.sleep, pace.closed).closed_for("a.example") == 60.0
