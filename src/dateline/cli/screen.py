"""What goes to the screen: results to standard output, everything else to standard error."""

import json
import logging
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any, TypeVar

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

T = TypeVar("T")

PATIENCE = 2.0
"""Seconds of work before there is a progress bar."""
UNBOUNDED = 160
"""Columns of a table that goes to a file or a pipe."""


def results() -> Console:
    """Standard output, as wide as the terminal; in colour only on one."""
    wide = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    return Console(width=UNBOUNDED if wide else None, highlight=False, markup=False, emoji=False)


def messages() -> Console:
    """Standard error; lines are never cut, so that they can be searched."""
    return Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)


def print_json(value: Any) -> None:
    """One line of JSON on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


class _ToConsole(logging.Handler):
    def __init__(self, console: Console) -> None:
        super().__init__(logging.WARNING)
        self._console = console

    def emit(self, record: logging.LogRecord) -> None:
        self._console.print(f"{record.levelname.lower()}: {record.getMessage()}")


@contextmanager
def logged(console: Console) -> Iterator[None]:
    """Within it, what Dateline logs as a warning is shown."""
    handler, logger = _ToConsole(console), logging.getLogger("dateline")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


def watched(items: Iterable[T], console: Console) -> Iterator[T]:
    """The items, counted on a terminal once they have taken a while."""
    if not console.is_terminal:
        yield from items
        return
    columns = (SpinnerColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    progress = Progress(*columns, console=console, transient=True)
    task, began = progress.add_task("", total=None), monotonic()
    try:
        for item in items:
            progress.advance(task)
            if monotonic() - began > PATIENCE:
                progress.start()
            yield item
    finally:
        progress.stop()
