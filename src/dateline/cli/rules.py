"""`dateline rules`: check, list and try event rules, yours or the packaged ones."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.cli.explain import print_text
from dateline.cli.inputs import Json, OntologyFolder, settings_from

app = typer.Typer(help="Check, list and try event rules.", no_args_is_help=True)

Folder = Annotated[
    Path | None, typer.Argument(metavar="[DIR]", help="A folder of rules; the packaged ones if none is named.")
]


@app.command("check")
def check(folder: Folder = None) -> None:
    """Read every rule and run every example; each complaint names its file and line."""
    from dateline.coding.check import check_rules
    from dateline.coding.coder import load_event_coder
    from dateline.config import Settings
    from dateline.pipeline import build

    rulebook = load_event_coder(folder).rulebook
    pipeline = build(Settings(ontology=str(folder) if folder else ""))
    complaints = check_rules(rulebook, pipeline.code)
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    examples = sum(len(rule.examples) + len(rule.counterexamples) for rule in rulebook.rules)
    print(f"{len(rulebook.rules)} rules, {examples} examples, {len(complaints)} complaints")
    if complaints:
        raise typer.Exit(1)


@app.command("list")
def list_rules(folder: Folder = None, as_json: Json = False) -> None:
    """List all rules: id, type, CAMEO code, modes, triggers and how many examples they carry."""
    from dateline.coding.coder import load_event_coder

    rows: list[dict[str, Any]] = [
        {
            "id": rule.id,
            "type": rule.type,
            "cameo": rule.cameo,
            "modes": list(rule.modes),
            "triggers": [trigger.phrase for trigger in rule.triggers],
            "examples": len(rule.examples),
            "counterexamples": len(rule.counterexamples),
        }
        for rule in load_event_coder(folder).rulebook.rules
    ]
    if as_json:
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        return
    _print_table(rows)


def _print_table(rows: list[dict[str, Any]]) -> None:
    from rich.table import Table

    from dateline.cli.tables import console

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("id", "type", "cameo", "modes", "triggers", "examples"):
        table.add_column(name, overflow="fold")
    for row in rows:
        modes, triggers = (", ".join(row[name]) for name in ("modes", "triggers"))
        table.add_row(
            str(row["id"]),
            str(row["type"] or "operator"),
            str(row["cameo"]),
            modes,
            triggers,
            f"{row['examples']}+{row['counterexamples']}",
        )
    console().print(table)


@app.command("try")
def try_sentence(
    sentence: Annotated[str, typer.Argument(help="A sentence to code.")],
    ontology: OntologyFolder = None,
) -> None:
    """Code one sentence and show which rules matched it and why."""
    from dateline.model import Document
    from dateline.pipeline import build

    pipeline = build(settings_from(None, ontology=ontology))
    document = next(pipeline.code([Document("sentence", sentence)]))
    print_text(document, pipeline.coder.explain(document))
