"""The feeds of a file, what was seen of them, and the courier who asks for them, from round to round."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dateline.feeds.addresses import Admitted, CheckedConnections
from dateline.feeds.client import Client
from dateline.feeds.courier import Courier
from dateline.feeds.feedsfile import Feeds
from dateline.feeds.pace import Pace
from dateline.feeds.round import Round
from dateline.feeds.state import State, holding, read_state, write_state

Sleep = Callable[[float], None]
"""Waits so many seconds; may raise Stopped."""


class Subscription:
    """Feeds whose articles go to one output, and how far they are read; made by `subscribed`."""

    def __init__(self, feeds: Feeds, place: Path, state: State, *, sleep: Sleep, clock: Callable[[], float]) -> None:
        self.sleep, self.clock = sleep, clock
        self._feeds, self._place, self._state = feeds.feeds, place, state
        self._pace = Pace(feeds.delay, clock, sleep, state.closed)
        connections = CheckedConnections(Admitted(feeds.allow), feeds.seconds)
        self._client = Client(feeds.agent, connections, feeds.largest)
        self._courier = Courier(self._client, self._pace, clock)

    def round(self) -> Round:
        """A new round over all feeds."""
        return Round(self._feeds, self._state, self._courier, self.clock)

    def save(self) -> None:
        """Notes what has been settled, and which hosts want to be left alone."""
        self._state.closed = self._pace.closed
        write_state(self._place, self._state)

    def close(self) -> None:
        """Lets go of its connections."""
        self._client.close()


@contextmanager
def subscribed(
    feeds: Feeds, place: Path, output: str, *, sleep: Sleep, clock: Callable[[], float] = time.time
) -> Iterator[Subscription]:
    """The subscription of one output; what was seen is noted in the file `place`, which one program has at a time.

    Raises UsageError where another has it, where it is no state, or that of another output.
    """
    with (
        holding(place),
        closing(Subscription(feeds, place, read_state(place, output), sleep=sleep, clock=clock)) as made,
    ):
        yield made
