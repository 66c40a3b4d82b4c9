"""Answers of a database on standard output or in a file."""

import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from dateline.cli.tables import console

if TYPE_CHECKING:
    from dateline.store.reading import Answer

Database = Annotated[str, typer.Option("--db", help="A DuckDB file that Dateline wrote, or postgresql://…")]

SHOWN = 100
"""Rows of a printed table; a file or JSON holds them all."""


def give(answer: "Answer", output: Path | None, as_json: bool) -> None:
    """Writes the answer to a file, prints it as JSON lines, or as a table of its first rows."""
    from dateline.export.answers import json_line, rows_of, write_answer

    if output:
        print(f"{output}: {write_answer(answer, output)} rows", file=sys.stderr)
    elif as_json:
        sys.stdout.writelines(map(json_line, rows_of(answer)))
    else:
        _print(answer)


def print_table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table as wide as the terminal."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in titles:
        table.add_column(escape(title), overflow="fold")
    for row in rows:
        table.add_row(*map(escape, row))
    console().print(table)


def _print(answer: "Answer") -> None:
    from dateline.export.answers import cell, rows_of

    rows = list(islice(rows_of(answer), SHOWN + 1))
    print_table(answer.schema.names, [[cell(value) for value in row.values()] for row in rows[:SHOWN]])
    if len(rows) > SHOWN:
        print(f"the first {SHOWN} rows; -o FILE or --json gives all, --limit fewer", file=sys.stderr)
    elif not rows:
        print("no rows", file=sys.stderr)
