"""`dateline watch`: news as feeds publish it."""

import json
import re
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.inputs import Json, OntologyFolder, RulesOnly, SettingsFile, settings_from
from dateline.cli.progress import counted
from dateline.errors import UsageError

if TYPE_CHECKING:
    from types import FrameType

    from dateline.feeds.round import Found
    from dateline.feeds.subscription import Sleep
    from dateline.run.watching import Counts, Opening

    _Handler = Callable[[int, FrameType | None], object] | int | None

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


def watch(
    feeds: Annotated[Path, typer.Argument(metavar="FEEDS.toml", help="The feeds, and how to ask for them.")],
    db: Annotated[
        str | None, typer.Option("--db", help="Add articles and events to a DuckDB file or a postgresql:// database.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write records into a folder, a .jsonl file an article.")
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Ask every feed once and end.")] = False,
    interval: Annotated[
        str, typer.Option("--interval", help="From one round to the next: 90s, 15m, 2h or 1d.")
    ] = "15m",
    state: Annotated[
        Path | None, typer.Option("--state", help="Where to note what was seen; FEEDS.state.json if not given.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes that code, each with a model of its own.")] = 1,
    as_json: Json = False,
    ontology: OntologyFolder = None,
    rules_only: RulesOnly = None,
    settings_file: SettingsFile = None,
) -> None:
    """Read feeds, fetch what is new in them, code it and keep it, until stopped."""
    settings = settings_from(settings_file, ontology=ontology, rules_only=rules_only)
    from dateline.feeds.feedsfile import read_feeds
    from dateline.feeds.subscription import subscribed
    from dateline.run.coding import open_coding
    from dateline.run.watching import Watch

    named, seconds = read_feeds(feeds), read_interval(interval)
    opening, address = _output(db, output)
    with opening():
        pass  # before the model is loaded, so that a bad path is told at once
    place, failed = state or feeds.with_suffix(".state.json"), 0
    with (
        stopped_by_signals() as sleep,
        subscribed(named, place, address, sleep=sleep) as subscription,
        open_coding(settings, jobs) as coding,
    ):
        for counts in Watch(coding, opening, _tell, _counted).rounds(subscription, seconds):
            _print(counts, as_json)
            failed = counts.failed
            if once:
                break
    if once and failed:
        raise typer.Exit(1)


def read_interval(written: str) -> float:
    """Seconds of `90s`, `15m`, `2h` or `1d`; raises UsageError for anything else."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([smhd])", written.strip())
    if not match or not float(match[1]):
        raise UsageError(f"--interval: {written!r} is no time such as 90s, 15m, 2h or 1d")
    return float(match[1]) * _UNITS[match[2]]


@contextmanager
def stopped_by_signals() -> Iterator["Sleep"]:
    """A sleep that SIGINT and SIGTERM end with Stopped; a second signal ends the program at once."""
    from dateline.feeds.pace import Stopped

    stop = Event()

    def ask_to_stop(number: int, frame: "FrameType | None") -> None:
        stop.set()
        _tell("stopping; what was fetched is being kept")
        _restore(before)

    def sleep(seconds: float) -> None:
        if stop.wait(seconds):
            raise Stopped

    before = {each: signal.signal(each, ask_to_stop) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield sleep
    finally:
        _restore(before)


def _restore(handlers: "Mapping[signal.Signals, _Handler]") -> None:
    for each, handler in handlers.items():
        signal.signal(each, handler)


def _output(db: str | None, output: Path | None) -> "tuple[Opening, str]":
    """What opens the output, and what the state calls it."""
    if (db and output) or not (db or output):
        raise UsageError("where to? name one of --db and --output")
    if output:
        from dateline.export.jsonl_folder import open_folder

        return partial(open_folder, output), str(output.resolve())
    from dateline.store.opening import open_store
    from dateline.store.reading import is_postgres, without_password

    assert db
    return partial(open_store, db), without_password(db) if is_postgres(db) else str(Path(db).resolve())


def _counted(found: "Iterator[Found]") -> "Iterator[Found]":
    return counted(found, "fetching", "feeds and articles")


def _tell(line: str) -> None:
    print(line, file=sys.stderr)


def _print(counts: "Counts", as_json: bool) -> None:
    told = asdict(counts)
    if as_json:
        print(json.dumps(told), flush=True)
        return
    stopped = ", stopped early" if told.pop("stopped") else ""
    print(", ".join(f"{count} {name}" for name, count in told.items()) + stopped, flush=True)
