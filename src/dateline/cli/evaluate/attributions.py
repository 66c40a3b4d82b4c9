"""`dateline evaluate attributions`: who says so, by which cue, for which words."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.evaluate.coding import bare_table, coded
from dateline.cli.inputs import Json, SettingsFile, Tally, settings_from

if TYPE_CHECKING:
    from dateline.evaluate.polnear import AttributionScore

_FIGURES = {
    "triple": "triples, F1",
    "content": "contents, F1",
    "strict_content": "contents nearly to the word, F1",
    "source_right": "sources right",
    "direct_found": "direct quotations found",
}


def attributions(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Articles of PolNeAR, .txt with .ann beside it.")],
    as_json: Json = False,
    settings_file: SettingsFile = None,
) -> None:
    """Read gold articles and score the attributions: sources, cues and contents, and all three together."""
    settings = settings_from(settings_file)
    from dateline.evaluate.polnear import evaluate_attributions, score
    from dateline.pipeline import build

    tally, code = Tally(), build(settings).code
    articles = evaluate_attributions(gold, lambda documents: coded(code, documents, tally))
    found = score(articles)
    if as_json:
        sys.stdout.write(json.dumps({"articles": len(articles), **asdict(found)}, ensure_ascii=False) + "\n")
    else:
        _print_score(found, len(articles))
    tally.close()


def _print_score(found: "AttributionScore", articles: int) -> None:
    from dateline.cli.tables import console

    out, table = console(), bare_table("measure", "figure")
    for name, title in _FIGURES.items():
        table.add_row(title, f"{getattr(found, name):.3f}")
    out.print(f"{articles} articles, {found.gold} attributions, {found.found} found\n")
    out.print(table)
