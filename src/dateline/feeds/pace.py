"""How often a host is asked: never sooner than its delay, nor than it asked to be left alone."""

from collections.abc import Callable
from datetime import UTC
from email.utils import parsedate_to_datetime


class Pace:
    """Keeps the moments at which each host may be asked next; `clock` gives seconds since 1970."""

    def __init__(self, delay: float, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._delay, self._clock, self._sleep = delay, clock, sleep
        self._next: dict[str, float] = {}
        self._closed: dict[str, float] = {}

    def closed_for(self, host: str) -> float:
        """Seconds for which the host asked not to be asked; 0 where it did not."""
        return max(0.0, self._closed.get(host, 0.0) - self._clock())

    def wait(self, host: str, delay: float = 0.0) -> None:
        """Sleeps until the host may be asked, at its own delay where that is longer than ours."""
        left = self._next.get(host, 0.0) - self._clock()
        if left > 0:
            self._sleep(left)
        self._next[host] = self._clock() + max(delay, self._delay)

    def close(self, host: str, retry_after: str) -> None:
        """Takes note of a Retry-After, in seconds or as a date; one that is neither says nothing."""
        self._closed[host] = max(self._closed.get(host, 0.0), self._moment(retry_after))

    def _moment(self, retry_after: str) -> float:
        if retry_after.strip().isdecimal():
            return self._clock() + int(retry_after)
        try:
            moment = parsedate_to_datetime(retry_after)
        except ValueError:
            return 0.0
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
