"""`dateline evaluate`: what the coder finds against what gold data has."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.inputs import Json, OntologyFolder, SettingsFile, Tally, settings_from
from dateline.cli.progress import counted
from dateline.errors import UsageError

if TYPE_CHECKING:
    from rich.table import Table

    from dateline.evaluate.coreference import Coreference
    from dateline.evaluate.measures import Estimate
    from dateline.evaluate.report import Report
    from dateline.model import Document
    from dateline.stage import Stage

app = typer.Typer(help="Score what is coded against gold data.", no_args_is_help=True)


@app.command("events")
def events(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Gold sentences; their fields tell their form.")],
    as_json: Json = False,
    errors: Annotated[Path | None, typer.Option(help="Write each wrong sentence to a .jsonl file.")] = None,
    ontology: OntologyFolder = None,
    settings_file: SettingsFile = None,
) -> None:
    """Code gold sentences and score the events: who did what to whom."""
    settings = settings_from(settings_file, ontology=ontology)
    from dateline.evaluate.events import evaluate_events
    from dateline.export.replacing import replacing

    tally = Tally()
    with ExitStack() as stack:
        part = stack.enter_context(replacing(errors)) if errors else None
        from dateline.pipeline import build  # after the output, so that a bad path is told at once

        code = build(settings).code
        report = evaluate_events(gold, lambda documents: _coded(code, documents, tally))
        if part:
            _write_faults(part, report)
    if as_json:
        sys.stdout.write(json.dumps(_record(report), ensure_ascii=False) + "\n")
    else:
        _print_tables(report)
    tally.close(f", {len(report.faults)} wrong")


@app.command("coreference")
def coreference(
    gold: Annotated[Path, typer.Argument(metavar="FILE.conllu", help="Documents of GUM, with their chains.")],
    genre: Annotated[
        list[str] | None, typer.Option(help="Score this genre, all unless given; may be repeated.")
    ] = None,
    as_json: Json = False,
    settings_file: SettingsFile = None,
) -> None:
    """Read gold documents as raw text and score the chains: which mentions speak of one thing."""
    settings = settings_from(settings_file)
    try:
        from dateline.evaluate.coreference import evaluate_coreference
    except ModuleNotFoundError as error:
        raise UsageError(f"scoring coreference needs {error.name}: pip install 'dateline[evaluate]'") from error
    from dateline.pipeline import build

    tally, code = Tally(), build(settings).code
    found = evaluate_coreference(gold, lambda documents: _coded(code, documents, tally), genre or ())
    if as_json:
        sys.stdout.write(json.dumps(_coreference_record(found), ensure_ascii=False) + "\n")
    else:
        _print_coreference(found)
    tally.close()


def _coreference_record(found: "Coreference") -> dict[str, Any]:
    shares = {
        name: {"precision": share.precision, "recall": share.recall, "f1": share.f1} for name, share in found.shares
    }
    return {"documents": found.documents, "mean": found.mean, **shares}


def _print_coreference(found: "Coreference") -> None:
    from dateline.cli.tables import console

    out, table = console(), _table("measure", "precision", "recall", "F1")
    for name, share in found.shares:
        table.add_row(name, *(f"{value:.3f}" for value in (share.precision, share.recall, share.f1)))
    out.print(f"{found.documents} documents, mean F1 of MUC, B³ and CEAFe {found.mean:.3f}\n")
    out.print(table)


def _coded(stage: "Stage", documents: "Iterable[Document]", tally: Tally) -> "Iterator[Document]":
    """The documents that the stage could code; the others are said on standard error and counted."""
    from dateline.run.job import Coded, code_all

    for outcome in counted(code_all(stage, documents)):
        if isinstance(outcome, Coded):
            tally.coded += 1
            yield outcome.document
        else:
            print(f"failed: {outcome.error}", file=sys.stderr)
            tally.failures.append(outcome.error)


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

    table = _table("figure", "", f"{LEVEL} % interval")
    for name, figure in figures.items():
        cells = (f"{figure.value:.3f}", f"{figure.low:.3f}–{figure.high:.3f}") if figure else ("–", "")
        table.add_row(name, *cells)
    return table


def _types(report: "Report") -> "Table":
    table = _table("type", "gold", "coded", "right", "precision", "recall", "F1")
    for score in report.types:
        shares = (f"{share:.3f}" for share in (score.precision, score.recall, score.f1))
        table.add_row(score.type, str(score.gold), str(score.coded), str(score.right), *shares)
    return table


def _confusion(confusion: Mapping[str, Mapping[str, int]]) -> "Table":
    """The types of gold by number, so that all of them fit side by side; what gold never has stands last, by name."""
    others = sorted({type for coded in confusion.values() for type in coded} - confusion.keys())
    table = _table("type", *(str(number) for number, _ in enumerate(confusion, 1)), *others)
    for number, (type, coded) in enumerate(confusion.items(), 1):
        table.add_row(f"{number} {type}", *(str(coded.get(each, "")) for each in (*confusion, *others)))
    return table


def _counts(counts: Mapping[str, int]) -> "Table":
    table = _table("error", "sentences")
    for kind, count in counts.items():
        table.add_row(kind, str(count))
    return table


def _table(first: str, *others: str) -> "Table":
    """A bare table: words on the left, numbers to the right."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(first)
    for title in others:
        table.add_column(title, justify="right")
    return table
