"""`dateline code`: articles in, events out."""

import json
import sys
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.inputs import (
    Columns,
    Json,
    LargestArticle,
    OntologyFolder,
    Paths,
    RulesOnly,
    SettingsFile,
    Tally,
    documents,
    settings_from,
)

if TYPE_CHECKING:
    from dateline.export.shape import Record
    from dateline.model import Document


def code(
    paths: Paths,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write records to a .jsonl, .parquet or .csv file.")
    ] = None,
    db: Annotated[
        str | None, typer.Option("--db", help="Add documents and events to a DuckDB file or a postgresql:// database.")
    ] = None,
    columns: Columns = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes that code, each with a model of its own.")] = 1,
    as_json: Json = False,
    ontology: OntologyFolder = None,
    largest_article: LargestArticle = None,
    rules_only: RulesOnly = None,
    settings_file: SettingsFile = None,
) -> None:
    """Code articles: who did what to whom, where, when, according to whom, and whether it happened."""
    settings = settings_from(settings_file, ontology=ontology, rules_only=rules_only, largest_article=largest_article)
    from dateline.export.record import records_of
    from dateline.export.writers import open_writer
    from dateline.readers.records import read_columns
    from dateline.store.opening import open_store

    named = read_columns(columns)
    tally, events, shown = Tally(), 0, list["Record"]()
    with ExitStack() as stack:
        writer = stack.enter_context(open_writer(output)) if output else None
        store = stack.enter_context(open_store(db)) if db else None
        from dateline.run.coding import open_coding  # after the outputs, so that a bad path is told at once

        coding = stack.enter_context(open_coding(settings, jobs))
        known = partial(store.is_coded, coder=coding.identity) if store and not output and not as_json else _never
        for document in documents(paths, coding.code, settings, tally, columns=named, known=known):
            records = records_of(document, coding.identity)
            events += len(records)
            if writer:
                writer.write(records)
            if store:
                store.add(document, records, coding.identity)
            if as_json:
                _print_json(records)
            elif not writer and not store:
                shown += records
        if store:
            store.fail(tally.failures)
    if shown:
        from dateline.cli.tables import print_events

        print_events(shown)
    tally.close(f", {events} events")


def _never(_: "Document") -> bool:
    """What is to be written out is coded, whatever a database knows of it."""
    return False


def _print_json(records: list["Record"]) -> None:
    for record in records:
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
