"""`dateline evaluate times`: expressions of time and their values."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.evaluate.coding import bare_table, coded
from dateline.cli.inputs import Json, SettingsFile, Tally, settings_from

if TYPE_CHECKING:
    from dateline.evaluate.times import Timing


def times(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="A folder with articles of MEANTIME.")],
    as_json: Json = False,
    settings_file: SettingsFile = None,
) -> None:
    """Read gold articles and score the times: their words and their values."""
    settings = settings_from(settings_file)
    from dateline.evaluate.times import read_meantime, timing_of
    from dateline.pipeline import build

    articles = {article.document.id: article for article in read_meantime(gold)}
    tally, code = Tally(), build(settings).code
    found = coded(code, (article.document for article in articles.values()), tally)
    pairs = [(articles[document.id], document) for document in found]
    figures = {
        "text": timing_of(pairs),
        "text and own date": timing_of(pairs, with_own_date=True),
    }
    if as_json:
        record = {name: _record(timing) for name, timing in figures.items()}
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    else:
        _print_times(figures)
    tally.close()


def _record(timing: "Timing") -> dict[str, Any]:
    shares = {"strict_f1": timing.strict_f1, "relaxed_f1": timing.relaxed_f1, "value_f1": timing.value_f1}
    return {**asdict(timing), **shares}


def _print_times(figures: "dict[str, Timing]") -> None:
    from dateline.cli.tables import console

    table = bare_table("scored", "articles", "gold", "found", "strict F1", "relaxed F1", "value F1")
    for name, timing in figures.items():
        shares = (f"{share:.3f}" for share in (timing.strict_f1, timing.relaxed_f1, timing.value_f1))
        table.add_row(name, *map(str, (timing.articles, timing.gold, timing.found)), *shares)
    console().print(table)
