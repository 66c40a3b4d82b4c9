"""What an earlier round has seen, in a file that is replaced whole."""

import fcntl
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dateline.errors import UsageError

KEPT = timedelta(days=90)
"""How long an entry is remembered that its feed lists no more."""


@dataclass(slots=True)
class FeedState:
    """What is known of a feed: its validators, the keys of entries with the day they were last listed, and whether
    it failed the last time."""

    etag: str | None = None
    modified: str | None = None
    failed: bool = False
    seen: dict[str, str] = field(default_factory=dict)

    @property
    def conditions(self) -> dict[str, str]:
        """Headers of a request for a feed only if it has changed."""
        known = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in known.items() if value}

    def see(self, keys: Iterable[str], day: date) -> None:
        """Remembers an entry."""
        self.seen.update(dict.fromkeys(keys, day.isoformat()))

    def forget(self, day: date) -> None:
        """Drops what has not been listed for long."""
        oldest = (day - KEPT).isoformat()
        self.seen = {key: listed for key, listed in self.seen.items() if listed >= oldest}


@dataclass(slots=True)
class State:
    """All feeds by their addresses, for one output; `closed` tells until when hosts want to be left alone."""

    output: str
    feeds: dict[str, FeedState] = field(default_factory=dict)
    closed: dict[str, float] = field(default_factory=dict)

    def of(self, feed: str) -> FeedState:
        """What is known of a feed, at first nothing."""
        return self.feeds.setdefault(feed, FeedState())

    def has_seen(self, keys: Sequence[str]) -> bool:
        """Whether an entry was seen, in whatever feed."""
        return any(key in feed.seen for feed in self.feeds.values() for key in keys)


@contextmanager
def holding(path: Path) -> Iterator[None]:
    """Keeps a state for one program at a time; raises UsageError where another has it. The system lets go with its end."""
    lock = path.with_name(f".{path.name}.lock")
    try:
        file = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error
    try:
        _lock(file, path)
        yield
    finally:
        os.close(file)


def _lock(file: int, path: Path) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise UsageError(f"{path}: another dateline watch is at it; wait for its end") from None


def read_state(path: Path, output: str) -> State:
    """The state in a file, empty where there is none; raises UsageError where it is none, or that of another output."""
    if not path.exists():
        return State(output)
    try:
        state = _state(json.loads(path.read_text("utf8")))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UsageError(f"{path}: no state of dateline watch; name another file with --state") from error
    if state.output != output:
        raise UsageError(f"{path}: tells what went to {state.output}, not to {output}; name another file with --state")
    return state


def write_state(path: Path, state: State) -> None:
    """Puts the state in place of the one before, whole or not at all; raises UsageError where it cannot be written."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf8") as file:
            json.dump(asdict(state), file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error


def _state(told: Any) -> State:
    feeds = {address: FeedState(**feed) for address, feed in told["feeds"].items()}
    return State(told["output"], feeds, dict(told["closed"]))
