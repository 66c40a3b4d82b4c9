"""`dateline evaluate actors`: the country and the sector of whoever a mention means."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.evaluate.coding import bare_table, coded
from dateline.cli.inputs import Json, SettingsFile, Tally, settings_from

if TYPE_CHECKING:
    from dateline.evaluate.actors import Verdict


def actors(
    cases: Annotated[Path, typer.Argument(metavar="CASES.tsv", help="Texts with one mention each, and its codes.")],
    as_json: Json = False,
    settings_file: SettingsFile = None,
) -> None:
    """Code short texts and score the country and the sector of the one mention asked for in each."""
    settings = settings_from(settings_file)
    from dateline.evaluate.actors import evaluate_actors, wrong
    from dateline.pipeline import build

    tally, code = Tally(), build(settings).code
    verdicts = evaluate_actors(cases, lambda documents: coded(code, documents, tally))
    if as_json:
        sys.stdout.write(json.dumps(_record(verdicts), ensure_ascii=False) + "\n")
    else:
        _print(verdicts)
    tally.close(f", {len(list(wrong(verdicts)))} wrong")


def _record(verdicts: "Sequence[Verdict]") -> dict[str, Any]:
    from dateline.evaluate.actors import wrong

    return {"cases": len(verdicts), **_shares(verdicts), "wrong": [_fault(verdict) for verdict in wrong(verdicts)]}


def _shares(verdicts: "Sequence[Verdict]") -> dict[str, float]:
    from dateline.evaluate.actors import share

    return {
        "country": share([verdict.country_is_right for verdict in verdicts]),
        "sector": share([verdict.sector_is_right for verdict in verdicts]),
    }


def _fault(verdict: "Verdict") -> dict[str, Any]:
    case, actor = verdict.case, verdict.actor
    return {
        "line": int(case.document.id),
        "mention": case.mention.of(case.document.text),
        "gold": {"country": case.countries, "sector": case.sectors},
        "coded": {"country": actor.country, "sector": actor.sector, "rule": actor.rule} if actor else None,
    }


def _print(verdicts: "Sequence[Verdict]") -> None:
    from dateline.cli.tables import console

    out, table = console(), bare_table("right", "share")
    for name, value in _shares(verdicts).items():
        table.add_row(name, f"{value:.3f}")
    out.print(f"{len(verdicts)} cases\n")
    out.print(table)
