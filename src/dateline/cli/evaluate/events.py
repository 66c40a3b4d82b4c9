"""`dateline evaluate events`: who did what to whom."""

import json
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.evaluate.coding import bare_table, coded
from dateline.cli.inputs import Json, OntologyFolder, RulesOnly, SettingsFile, Tally, settings_from

if TYPE_CHECKING:
    from rich.table import Table

    from dateline.evaluate.measures import Estimate
    from dateline.evaluate.report import Report


def events(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Gold sentences; their fields tell their form.")],
    as_json: Json = False,
    errors: Annotated[Path | None, typer.Option(help="Write each wrong sentence to a .jsonl file.")] = None,
    ontology: OntologyFolder = None,
    rules_only: RulesOnly = None,
    settings_file: SettingsFile = None,
) -> None:
    """Code gold sentences and score the events: who did what to whom."""
    settings = settings_from(settings_file, ontology=ontology, rules_only=rules_only)
    from dateline.evaluate.events import evaluate_events
    from dateline.export.replacing import replacing

    tally = Tally()
    with ExitStack() as stack:
        part = stack.enter_context(replacing(errors)) if errors else None
        from dateline.pipeline import build  # after the output, so that a bad path is told at once

        code = build(settings).code
        report = evaluate_events(gold, lambda documents: coded(code, documents, tally))
        if part:
            _write_faults(part, report)
    if as_json:
        sys.stdout.write(json.dumps(_record(report), ensure_ascii=False) + "\n")
    else:
        _print_tables(report)
    tally.close(f", {len(report.faults)} wrong")


def _write_faults(path: Path, report: "Report") -> None:
    """One JSON object a line for each wrong sentence."""
    from dateline.evaluate.report import fault_record

    lines = [json.dumps(fault_record(fault), ensure_ascii=False) + "\n" for fault in report.faults]
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def _record(report: "Report") -> dict[str, Any]:
    return {
        "form": report.form,
        "sentences": report.sentences,
        "figures": {name: asdict(figure) if figure else None for name, figure in report.figures.items()},
        "types": [
            {**asdict(score), "precision": score.precision, "recall": score.recall, "f1": score.f1}
            for score in report.types
        ],
        "confusion": report.confusion,
        "errors": report.fault_counts(),
    }


def _print_tables(report: "Report") -> None:
    from dateline.cli.tables import console

    out = console()
    out.print(f"[bold]{report.form}[/bold], {report.sentences} sentences\n")
    out.print(_figures(report.figures))
    if report.types:
        out.print("\n[bold]types[/bold]", _types(report), sep="\n")
    if report.confusion:
        out.print("\n[bold]gold (rows) coded as (columns)[/bold]", _confusion(report.confusion), sep="\n")
    if report.faults:
        out.print("\n[bold]wrong sentences[/bold]", _counts(report.fault_counts()), sep="\n")


def _figures(figures: Mapping[str, "Estimate | None"]) -> "Table":
    from dateline.evaluate.measures import LEVEL

    table = bare_table("figure", "", f"{LEVEL} % interval")
    for name, figure in figures.items():
        cells = (f"{figure.value:.3f}", f"{figure.low:.3f}–{figure.high:.3f}") if figure else ("–", "")
        table.add_row(name, *cells)
    return table


def _types(report: "Report") -> "Table":
    table = bare_table("type", "gold", "coded", "right", "precision", "recall", "F1")
    for score in report.types:
        shares = (f"{share:.3f}" for share in (score.precision, score.recall, score.f1))
        table.add_row(score.type, str(score.gold), str(score.coded), str(score.right), *shares)
    return table


def _confusion(confusion: Mapping[str, Mapping[str, int]]) -> "Table":
    """The types of gold by number, so that all of them fit side by side; what gold never has stands last, by name."""
    others = sorted({type for columns in confusion.values() for type in columns} - confusion.keys())
    table = bare_table("type", *(str(number) for number, _ in enumerate(confusion, 1)), *others)
    for number, (type, columns) in enumerate(confusion.items(), 1):
        table.add_row(f"{number} {type}", *(str(columns.get(each, "")) for each in (*confusion, *others)))
    return table


def _counts(counts: Mapping[str, int]) -> "Table":
    table = bare_table("error", "sentences")
    for kind, count in counts.items():
        table.add_row(kind, str(count))
    return table
