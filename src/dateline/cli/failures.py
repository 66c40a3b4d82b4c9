"""`dateline failures`: what could not be coded, and another try."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.answers import Database, print_table
from dateline.cli.inputs import Columns, Json, SettingsFile, Tally, documents, settings_from
from dateline.config import Settings

if TYPE_CHECKING:
    from dateline.store.failures import Failure


def failures(
    db: Database,
    retry: Annotated[bool, typer.Option("--retry", help="Read and code again what failed in files.")] = False,
    columns: Columns = None,
    as_json: Json = False,
    settings_file: SettingsFile = None,
) -> None:
    """List what could not be coded, with its place and reason, or try again."""
    from dateline.store.failures import failures_in
    from dateline.store.reading import open_reader

    with open_reader(db) as reader:
        known = failures_in(reader)
    if retry:
        _retry(db, known, settings_from(settings_file), columns)
    elif as_json:
        sys.stdout.writelines(f"{json.dumps(asdict(each), ensure_ascii=False)}\n" for each in known)
    elif known:
        print_table(list(asdict(known[0])), [[str(value) for value in asdict(each).values()] for each in known])
    else:
        print("no failures")


def _retry(db: str, known: "Sequence[Failure]", settings: Settings, columns: str | None) -> None:
    """Codes the files that failures lie in; what is coded already is skipped, what fails no more is no failure any more."""
    from dateline.export.record import records_of
    from dateline.readers.records import read_columns
    from dateline.run.coding import open_coding
    from dateline.store.opening import open_store

    places = list(dict.fromkeys(each.place for each in known))
    files = [place for place in places if Path(place).is_file()]
    for place in (each for each in places if each not in files):
        print(f"left: {place} is no file that is there; {_advice(place, db)}", file=sys.stderr)
    tally = Tally()
    with open_store(db) as store, open_coding(settings, 1) as coding:
        fresh = documents(
            files, coding.code, settings, tally,
            columns=read_columns(columns), known=lambda document: store.is_coded(document, coding.identity),
        )  # fmt: skip
        for document in fresh:
            store.add(document, records_of(document, coding.identity), coding.identity)
        store.flush()
        store.forgive(files)
        store.fail(tally.failures)
    tally.close()


def _advice(place: str, db: str) -> str:
    is_page = place.startswith(("http://", "https://"))
    return f"{'save the page, then code it' if is_page else 'code it from where it is'}, with --db {db}"
