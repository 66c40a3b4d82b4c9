"""Search over sentences and articles."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from markupsafe import Markup
from starlette.responses import Response

from dateline.store.search import Hit, Unit, open_index
from dateline.web.newsroom import Database, Room
from dateline.web.rendering import render
from dateline.web.spans import Mark, marked

router = APIRouter()
MOST = 50


@router.get("/search")
def show(
    request: Request, reader: Database, newsroom: Room, words: Annotated[str, Query()] = "", unit: Unit = "sentence"
) -> Response:
    """The page; raises UsageError where no word is sought."""
    hits: tuple[Hit, ...] = ()
    if words.strip():
        with open_index(reader, newsroom.db) as index:
            hits = index.find(words, unit, MOST)
    return render(request, "search.html", words=words, unit=unit, hits=[(hit, _passage(hit)) for hit in hits])


def _passage(hit: Hit) -> Markup:
    return marked(hit.passage, [Mark(span, "sought") for span in hit.marks])
