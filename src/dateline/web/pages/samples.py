"""The sample corpus, for a newsroom that has nothing yet."""

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from dateline.store.writing import Store
from dateline.web.newsroom import Room
from dateline.web.problems import NotThere

router = APIRouter()


@router.post("/samples")
def fill(newsroom: Room) -> Response:
    """Codes the samples into the database; those that are there already stay as they are."""
    if newsroom.samples is None:
        raise NotThere("There are no samples here.")
    articles = list(newsroom.samples())
    with newsroom.writing() as database:
        store = Store(database)
        for article in articles:
            store.add(article.document, article.records, article.coder)
        store.flush()
    return RedirectResponse("/", 303)
