"""What the commands of `dateline evaluate` share: documents coded, and tables of figures."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dateline.cli.inputs import Tally
from dateline.cli.progress import counted

if TYPE_CHECKING:
    from rich.table import Table

    from dateline.model import Document
    from dateline.stage import Stage


def coded(stage: "Stage", documents: "Iterable[Document]", tally: Tally) -> "Iterator[Document]":
    """The documents that the stage could code; the others are said on standard error and counted."""
    from dateline.run.job import Coded, code_all

    for outcome in counted(code_all(stage, documents)):
        if isinstance(outcome, Coded):
            tally.coded += 1
            yield outcome.document
        else:
            print(f"failed: {outcome.error}", file=sys.stderr)
            tally.failures.append(outcome.error)


def bare_table(first: str, *others: str) -> "Table":
    """A bare table: words on the left, numbers to the right."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(first)
    for title in others:
        table.add_column(title, justify="right")
    return table
