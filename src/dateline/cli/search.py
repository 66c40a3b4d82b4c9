"""`dateline search`: words in sentences and documents."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from dateline.cli.answers import Database
from dateline.cli.inputs import Json
from dateline.cli.tables import console

if TYPE_CHECKING:
    from dateline.store.search import Hit


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help='Words; "words together", -without, one or other.')
    ],
    db: Database,
    documents: Annotated[bool, typer.Option("--documents", help="Search whole documents, not sentences.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many passages.")] = 20,
    as_json: Json = False,
) -> None:
    """Find sentences, or documents, in which all words stand in any of their forms; the best first."""
    from dateline.store.reading import open_reader
    from dateline.store.search import open_index

    with open_reader(db) as reader, open_index(reader, db) as index:
        hits = index.find(" ".join(words), "document" if documents else "sentence", limit)
    for hit in hits:
        if as_json:
            print(json.dumps(_object(hit), ensure_ascii=False))
        else:
            _print(hit)
    if not hits:
        print("nothing found", file=sys.stderr)


def _print(hit: "Hit") -> None:
    facts = (hit.document_id, hit.publisher, str(hit.published) if hit.published else None, hit.title)
    passage = Text(hit.passage)
    for mark in hit.marks:
        passage.stylize("bold yellow", mark.start, mark.end)
    console().print(Text(" · ".join(filter(None, facts)), style="dim"), passage, sep="\n")


def _object(hit: "Hit") -> dict[str, object]:
    return {
        "document_id": hit.document_id,
        "unit": hit.unit,
        "passage": hit.passage,
        "marks": [[mark.start, mark.end] for mark in hit.marks],
        "title": hit.title,
        "publisher": hit.publisher,
        "published": hit.published.isoformat() if hit.published else None,
    }
