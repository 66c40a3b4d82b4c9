"""How often a host is asked: never sooner than its delay, nor than it asked to be left alone."""

from collections.abc import Callable, Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime

LONGEST = 86_400.0
"""Seconds: a host that asks for more is asked again after a day."""


class Stopped(Exception):
    """The user wants an end; raised by what sleeps."""


class Pace:
    """Keeps the moments at which each host may be asked next; `clock` gives seconds since 1970.

    `sleep` is called before every request, with 0 where there is nothing to wait for, and may raise Stopped. `closed`
    holds until when hosts asked to be left alone.
    """

    def __init__(
        self,
        delay: float,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
        closed: Mapping[str, float] | None = None,
    ) -> None:
        self._delay, self._clock, self._sleep = delay, clock, sleep
        self._next: dict[str, float] = {}
        self._closed = dict(closed or {})

    @property
    def closed(self) -> dict[str, float]:
        """The hosts that want to be left alone now, and until when."""
        return {host: moment for host, moment in self._closed.items() if moment > self._clock()}

    def closed_for(self, host: str) -> float:
        """Seconds for which the host asked not to be asked; 0 where it did not."""
        return max(0.0, self._closed.get(host, 0.0) - self._clock())

    def due_in(self, host: str) -> float:
        """Seconds until its delay is over; 0 where it is."""
        return max(0.0, self._next.get(host, 0.0) - self._clock())

    def wait(self, host: str, delay: float = 0.0) -> None:
        """Sleeps until the host may be asked; the next time at its own delay where that is longer than ours."""
        self._sleep(self.due_in(host))
        self._next[host] = self._clock() + max(delay, self._delay)

    def close(self, host: str, retry_after: str) -> None:
        """Takes note of a Retry-After, in seconds or as a date; one that is neither says nothing."""
        moment = min(self._moment(retry_after), self._clock() + LONGEST)
        self._closed[host] = max(self._closed.get(host, 0.0), moment)

    def _moment(self, retry_after: str) -> float:
        if retry_after.strip().isdecimal():
            return self._clock() + int(retry_after)
        try:
            moment = parsedate_to_datetime(retry_after)
        except ValueError:
            return 0.0
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
