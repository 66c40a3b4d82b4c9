"""`dateline evaluate places`: where the places named in a text are."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.evaluate.coding import bare_table, coded
from dateline.cli.inputs import Json, SettingsFile, Tally, settings_from

if TYPE_CHECKING:
    from dateline.evaluate.places import Placing, Verdict


def places(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.xml", help="Articles of TR-News or GeoVirus.")],
    as_json: Json = False,
    errors: Annotated[Path | None, typer.Option(help="Write each toponym that is not right to a .jsonl file.")] = None,
    settings_file: SettingsFile = None,
) -> None:
    """Code gold articles as raw text and score the places: found at all, and put within 161 km."""
    settings = settings_from(settings_file)
    from dateline.evaluate.places import evaluate_places
    from dateline.pipeline import build

    tally, code = Tally(), build(settings).code
    found = evaluate_places(gold, lambda documents: coded(code, documents, tally))
    if errors is not None:
        errors.write_text("".join(map(_error_line, found.verdicts)), encoding="utf-8")
    if as_json:
        sys.stdout.write(json.dumps(_record(found), ensure_ascii=False) + "\n")
    else:
        _print(found)
    tally.close()


def _record(found: "Placing") -> dict[str, Any]:
    return {
        "articles": found.articles,
        "toponyms": len(found.verdicts),
        "found": found.found,
        "near": found.near,
        "near_of_found": found.near_of_found,
        "mean_error_km": found.mean_error,
    }


def _print(found: "Placing") -> None:
    from dateline.cli.tables import console

    out, table = console(), bare_table("measure", "share")
    table.add_row("found, of all toponyms", f"{found.found:.3f}")
    table.add_row("within 161 km, of all toponyms", f"{found.near:.3f}")
    table.add_row("within 161 km, of those found", f"{found.near_of_found:.3f}")
    out.print(f"{found.articles} articles, {len(found.verdicts)} toponyms, mean error {found.mean_error:.0f} km\n")
    out.print(table)


def _error_line(verdict: "Verdict") -> str:
    if verdict.near:
        return ""
    place = verdict.place
    line = {
        "article": verdict.article,
        "text": verdict.text,
        "context": verdict.context,
        "place": place and {"name": place.name, "country": place.country, "rule": place.rule},
        "kilometres": verdict.distance and round(verdict.distance),
    }
    return json.dumps(line, ensure_ascii=False) + "\n"
