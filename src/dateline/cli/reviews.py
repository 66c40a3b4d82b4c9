"""`dateline reviews`: what reviewers settled, for other uses."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.answers import Database
from dateline.errors import UsageError

app = typer.Typer(help="What reviewers said of events.", no_args_is_help=True)


class Form(StrEnum):
    """What reviews are written as."""

    gold = "gold"
    rules = "rules"


@app.callback()
def reviews() -> None:
    """What reviewers said of events."""


@app.command("export")
def export(
    db: Database,
    form: Annotated[Form, typer.Option("--as", help="gold for `dateline evaluate`, or examples for rules in YAML.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; none: standard output.")] = None,
) -> None:
    """Write what is settled as gold sentences or as examples for rules."""
    from dateline.coding.coder import shipped
    from dateline.export.reviewed import gold_lines, rule_examples
    from dateline.resources.ontology import load_ontology
    from dateline.store.reading import open_reader

    ontology = load_ontology(shipped("ontology/plover.yaml"))
    with open_reader(db) as reader:
        lines = [f"{line}\n" for line in gold_lines(reader, ontology)] if form is Form.gold else None
        written = "".join(lines) if lines is not None else rule_examples(reader, ontology)
    if output is None:
        print(written, end="")
        return
    try:
        output.write_text(written, "utf8")
    except OSError as error:
        raise UsageError(f"{output}: not written: {error.strerror}") from error
