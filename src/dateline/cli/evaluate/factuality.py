"""`dateline evaluate factuality`: whether what a text tells of happened."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.evaluate.coding import bare_table
from dateline.cli.inputs import Json, OntologyFolder, SettingsFile, settings_from

if TYPE_CHECKING:
    from dateline.evaluate.factuality import FactualityScore


def factuality(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Sentences with predicates that readers scored.")],
    as_json: Json = False,
    ontology: OntologyFolder = None,
    settings_file: SettingsFile = None,
) -> None:
    """Read the status of gold predicates and score it: actual, planned, possible, hypothetical or negated."""
    settings = settings_from(settings_file, ontology=ontology)
    from dateline.evaluate.factuality import score, verdicts
    from dateline.pipeline import build

    pipeline = build(settings)
    found = score(verdicts(gold, pipeline.parse, pipeline.coder.tools.factualities.status_of))
    if as_json:
        sys.stdout.write(json.dumps(_record(found)) + "\n")
    else:
        _print_tables(found)


def _record(found: "FactualityScore") -> dict[str, Any]:
    return {
        "predicates": found.predicates,
        "error": found.error,
        "r": found.r,
        "negated": asdict(found.negated) | {"f1": found.negated.f1},
        "uncertain": asdict(found.uncertain) | {"f1": found.uncertain.f1},
    }


def _print_tables(found: "FactualityScore") -> None:
    from dateline.cli.tables import console

    out, table = console(), bare_table("status", "precision", "recall", "F1")
    shares = (("negated", found.negated), ("planned, possible or hypothetical", found.uncertain))
    for name, share in shares:
        table.add_row(name, *(f"{value:.3f}" for value in (share.precision, share.recall, share.f1)))
    out.print(f"{found.predicates} predicates, mean absolute error {found.error:.3f}, Pearson's r {found.r:.3f}\n")
    out.print(table)
