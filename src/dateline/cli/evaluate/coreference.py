"""`dateline evaluate coreference`: which mentions speak of one thing."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.evaluate.coding import bare_table, coded
from dateline.cli.inputs import Json, SettingsFile, Tally, settings_from
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.evaluate.coreference import Coreference


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
    found = evaluate_coreference(gold, lambda documents: coded(code, documents, tally), genre or ())
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

    out, table = console(), bare_table("measure", "precision", "recall", "F1")
    for name, share in found.shares:
        table.add_row(name, *(f"{value:.3f}" for value in (share.precision, share.recall, share.f1)))
    out.print(f"{found.documents} documents, mean F1 of MUC, B³ and CEAFe {found.mean:.3f}\n")
    out.print(table)
