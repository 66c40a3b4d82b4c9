"""Progress on standard error for runs of more than two seconds, on a terminal only."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

PATIENCE = 2.0
"""Seconds before a bar is worth its line."""

Item = TypeVar("Item")


def counted(
    items: Iterable[Item], doing: str = "coding", what: str = "documents", total: int | None = None
) -> Iterator[Item]:
    """The items themselves, counted aloud while they come; with the time left where their number is known."""
    if not sys.stderr.isatty():
        yield from items
        return
    began = time.monotonic()
    remaining = iter(items)
    done = 0
    for item in remaining:
        yield item
        done += 1
        if time.monotonic() - began > PATIENCE:
            break
    yield from _with_bar(remaining, done, (doing, what), total)


def _with_bar(items: Iterator[Item], done: int, words: tuple[str, str], total: int | None) -> Iterator[Item]:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    doing, what = words
    share = f"{{task.completed}} of {total} {what}" if total else f"{{task.completed}} {what}"
    columns = (SpinnerColumn(), TextColumn(share), TimeElapsedColumn(), *([TimeRemainingColumn()] if total else []))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(doing, total=total, completed=done)
        for item in items:
            yield item
            progress.advance(task)
