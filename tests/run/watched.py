"""Watches feeds with a coder that needs no language model, here or in a process apart that is killed at one of its steps."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import duckdb  # noqa: F401 — loaded ahead, as all that follows: the watch, not an import, is to be killed
import feedparser  # noqa: F401
import pyarrow as pa
import trafilatura  # noqa: F401

from dateline.errors import InputError
from dateline.export.jsonl_folder import open_folder
from dateline.feeds.feedsfile import Feed, Feeds
from dateline.feeds.subscription import Subscription, subscribed
from dateline.model import Document
from dateline.run.coding import Coding
from dateline.run.job import Coded, Failed, Outcome, unread
from dateline.run.watching import Counts, Opening, Watch
from dateline.store.opening import open_store
from tests.export.examples import CODER, raid_document
from tests.feeds.web import Time
from tests.run.made import Killer

pa.array([0])
"""Arrow loads much at its first array."""

FAULTY = "/faulty"
"""An article whose address ends so cannot be coded."""


def coding() -> Coding:
    """The same event in every document."""
    return Coding(_code, CODER)


def _code(inputs: Iterable[Document | InputError]) -> Iterator[Outcome]:
    for each in inputs:
        if isinstance(each, InputError):
            yield unread(each)
        elif each.id.endswith(FAULTY):
            yield Failed(InputError(each.id, "could not be coded: too odd"))
        else:
            coded = raid_document()
            events = tuple(replace(event, id=f"{event.id}-{each.id}") for event in coded.events or ())
            yield Coded(replace(coded, id=each.id, events=events))


def opening(output: str) -> Opening:
    """A database, or a folder where the name has no ending."""
    return partial(open_store, output) if Path(output).suffix else partial(open_folder, Path(output))


def subscription(folder: Path, feed: str, time: Time) -> AbstractContextManager[Subscription]:
    """To one feed of a server on this machine."""
    feeds = Feeds((Feed(feed, None, 0.0, 100),), ("127.0.0.1",), None, 0.0, 100_000, 60.0)
    return subscribed(feeds, folder / "feeds.state.json", "output", sleep=time.sleep, clock=time.clock)


def watch_once(folder: Path, feed: str, output: str, told: list[str] | None = None) -> Counts:
    """One round."""
    said = [] if told is None else told
    with subscription(folder, feed, Time()) as feeds:
        return Watch(coding(), opening(output), said.append).go(feeds)


def watch_apart(folder: Path, feed: str, output: str, step: int = 0) -> int | None:
    """One round up to the call of that number; the number of calls if it came to its end, None if it was killed."""
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__])
    ours, theirs = context.Pipe()
    process = context.Process(target=_watch, args=(theirs, folder, feed, output, step))
    process.start()
    theirs.close()
    try:
        said = ours.recv()
    except EOFError:
        said = None
    process.join()
    return int(said) if said is not None else None


def _watch(connection: "Connection[int, None]", folder: Path, feed: str, output: str, step: int) -> None:
    killer = Killer(step)
    sys.setprofile(killer)
    watch_once(folder, feed, output)
    sys.setprofile(None)
    connection.send(killer.calls)
