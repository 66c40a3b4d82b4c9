"""An article with its layers."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.model import Span
from dateline.store.articles import Article, article
from dateline.store.stories import story_of
from dateline.web.marks import LAYERS, all_marks
from dateline.web.newsroom import Database
from dateline.web.problems import NotThere
from dateline.web.rendering import render
from dateline.web.spans import Mark, marked

router = APIRouter()


@router.get("/articles/{id:path}")
def show(request: Request, reader: Database, id: str) -> Response:
    """The page."""
    found = article(reader, id)
    if found is None:
        raise NotThere(f"There is no article {id} in this database.")
    text = marked(found.text, [*all_marks(found.records), *_reasons(found)])
    return render(request, "article.html", article=found, text=text, layers=LAYERS, story=story_of(reader, id))


def _reasons(found: Article) -> list[Mark]:
    """Sentences that gave no event, with why; promotional ones are greyed."""
    return [
        Mark(Span(each.start, each.end), "promo" if each.reason == "promotional line" else "none", each.reason)
        for each in found.sentences
        if each.reason
    ]
