"""`dateline code`: from articles to events."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from dateline.cli.events import event_table
from dateline.cli.options import AsJson, Paths, SettingsFile, SetValues, settings_of
from dateline.cli.screen import logged, messages, print_json, results, watched
from dateline.cli.tally import Tally
from dateline.config import Settings
from dateline.model import Document
from dateline.run.job import Coded, Outcome, code_all, on_demand
from dateline.stage import Stage

Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write records: .jsonl, .parquet or .csv by the ending."),
]
Database = Annotated[Path | None, typer.Option("--db", metavar="FILE", help="Add the records to a DuckDB file.")]
Sink = Callable[[Outcome], None]


def code(
    paths: Paths,
    output: Output = None,
    database: Database = None,
    as_json: AsJson = False,
    settings: SettingsFile = None,
    values: SetValues = None,
) -> None:
    """Code articles: print a table of their events, or write them down."""
    chosen, console, tally = settings_of(settings, values), messages(), Tally()
    with ExitStack() as stack, logged(console):
        sinks = list(_sinks(stack, output, database, as_json))
        for outcome in _watched_off_screen(_outcomes(paths, chosen), console):
            tally.add(outcome, console)
            for sink in sinks:
                sink(outcome)
    tally.report(console)
    raise typer.Exit(tally.status)


def _outcomes(paths: Iterable[str], settings: Settings) -> Iterator[Outcome]:
    from dateline.readers.reading import read

    return code_all(on_demand(partial(_stage, settings)), read(paths, settings.largest_article))


def _stage(settings: Settings) -> Stage:
    from dateline.pipeline import build

    return build(settings)


def _watched_off_screen(outcomes: Iterator[Outcome], console: Console) -> Iterator[Outcome]:
    """The outcomes with a progress bar, unless they show on the terminal themselves."""
    return outcomes if sys.stdout.isatty() else watched(outcomes, console)


def _sinks(stack: ExitStack, output: Path | None, database: Path | None, as_json: bool) -> Iterator[Sink]:
    """Where outcomes go: a file, a database, both, or the screen."""
    if output is not None:
        from dateline.export import open_writer

        yield _of_documents(stack.enter_context(open_writer(output)).write)
    if database is not None:
        from dateline.store import open_store

        store = stack.enter_context(open_store(database))
        yield lambda outcome: store.add([outcome.document]) if isinstance(outcome, Coded) else store.fail(outcome.error)
    if as_json:
        yield _of_documents(_print_records)
    elif output is None and database is None:
        yield _of_documents(partial(_print_table, results()))


def _of_documents(take: Callable[[Document], None]) -> Sink:
    def sink(outcome: Outcome) -> None:
        if isinstance(outcome, Coded):
            take(outcome.document)

    return sink


def _print_records(document: Document) -> None:
    from dateline.export import records_of

    for record in records_of(document):
        print_json(record)


def _print_table(console: Console, document: Document) -> None:
    console.print(event_table(document) if document.events else f"{document.id}: no events\n")
