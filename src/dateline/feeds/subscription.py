"""The feeds of a file, what was seen of them, and the courier who asks for them, from round to round."""

import time
from collections.abc import Callable
from pathlib import Path

from dateline.feeds.addresses import Admitted, CheckedConnections
from dateline.feeds.client import Client
from dateline.feeds.courier import Courier
from dateline.feeds.feedsfile import Feeds
from dateline.feeds.pace import Pace
from dateline.feeds.round import Round
from dateline.feeds.state import read_state, write_state

Sleep = Callable[[float], None]
"""Waits so many seconds; may raise Stopped."""


class Subscription:
    """Feeds whose articles go to one output; what was seen is noted in the file `place`."""

    def __init__(
        self, feeds: Feeds, place: Path, output: str, *, sleep: Sleep, clock: Callable[[], float] = time.time
    ) -> None:
        self.feeds, self.sleep, self.clock = feeds, sleep, clock
        self._place, self._state = place, read_state(place, output)
        self._pace = Pace(feeds.delay, clock, sleep, self._state.closed)
        connections = CheckedConnections(Admitted(feeds.allow), feeds.seconds)
        self._courier = Courier(Client(feeds.agent, connections, feeds.largest), self._pace, clock)

    def round(self) -> Round:
        """A new round over all feeds."""
        return Round(self.feeds.feeds, self._state, self._courier, self.clock)

    def save(self) -> None:
        """Notes what has been settled, and which hosts want to be left alone."""
        self._state.closed = self._pace.closed
        write_state(self._place, self._state)
