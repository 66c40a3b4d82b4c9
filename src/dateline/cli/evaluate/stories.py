"""`dateline evaluate stories`: which documents report one happening."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.evaluate.coding import bare_table
from dateline.cli.inputs import Json


def stories(
    gold: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="Documents with id, text and story.")],
    as_json: Json = False,
) -> None:
    """Link gold documents by their texts alone and score the stories by B³."""
    from dateline.evaluate.stories import evaluate_stories

    found = evaluate_stories(gold)
    shares = {"precision": found.precision, "recall": found.recall, "f1": found.f1}
    counts = {"documents": found.documents, "gold stories": found.gold, "stories": found.found}
    if as_json:
        sys.stdout.write(json.dumps({**counts, **shares}) + "\n")
        return
    from dateline.cli.tables import console

    table = bare_table("", "precision", "recall", "F1")
    table.add_row("B³", *(f"{share:.3f}" for share in shares.values()))
    out = console()
    out.print(f"{found.documents} documents, {found.gold} stories in gold, {found.found} found\n")
    out.print(table)
