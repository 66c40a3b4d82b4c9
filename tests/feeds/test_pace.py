"""The pace at which hosts are asked, on a clock of the test's own."""

from collections.abc import Callable

import pytest

from dateline.feeds.pace import Pace


class Time:
    """A clock that moves when somebody sleeps."""

    def __init__(self) -> None:
        self.now, self.slept = 1000.0, list[float]()

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def _pace() -> tuple[Pace, Time]:
    time = Time()
    clock: Callable[[], float] = lambda: time.now  # noqa: E731
    return Pace(5.0, clock, time.sleep), time


def test_a_host_is_asked_once_in_its_delay() -> None:
    pace, time = _pace()
    pace.wait("a.example")
    pace.wait("b.example")
    pace.wait("a.example", 9.0)
    pace.wait("a.example")
    assert time.slept == [5.0, 9.0]


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
