"""Stories: a list of them, and one as a line of reports and happenings."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.store.stories import ORDERS, find_story, stories_in
from dateline.web.newsroom import Database
from dateline.web.problems import NotThere
from dateline.web.rendering import render

router = APIRouter()
SIZE = 50


@router.get("/stories")
def listing(
    request: Request,
    reader: Database,
    order: str = "largest",
    least: Annotated[int, Query(ge=1, le=10_000)] = 2,
    offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> Response:
    """The list; raises UsageError for an order that there is not."""
    rows = stories_in(reader, order, least, SIZE + 1, offset)
    following = offset + SIZE if len(rows) > SIZE else None
    return render(
        request, "stories.html", rows=rows[:SIZE], order=order, orders=tuple(ORDERS), least=least, offset=offset,
        following=following, before=max(offset - SIZE, 0) if offset else None,
    )  # fmt: skip


@router.get("/stories/{id}")
def show(request: Request, reader: Database, id: str) -> Response:
    """One story."""
    story = find_story(reader, id)
    if story is None:
        raise NotThere(f"There is no story {id} in this database.")
    return render(request, "story.html", story=story)
