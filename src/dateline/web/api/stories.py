"""Stories with their documents and happenings."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query

from dateline.errors import UsageError
from dateline.store.stories import find_story, stories_in
from dateline.web.api.paging import After, Page, Record, Size
from dateline.web.newsroom import Database
from dateline.web.problems import PROBLEMS, NotThere

router = APIRouter(tags=["stories"], responses=PROBLEMS)
_FURTHEST = 10_000_000


@router.get("/stories")
def stories(
    reader: Database,
    order: Annotated[str, Query(description="newest or largest first.")] = "newest",
    least: Annotated[int, Query(ge=1, le=10_000, description="Stories of at least so many documents.")] = 1,
    size: Size = 50,
    after: After = "",
) -> Page:
    """Stories, with how many documents, publishers and happenings each has."""
    offset = _offset(after)
    rows = stories_in(reader, order, least, size + 1, offset)
    return Page(items=[asdict(each) for each in rows[:size]], next=str(offset + size) if len(rows) > size else None)


@router.get("/stories/{id}")
def story(reader: Database, id: str) -> Record:
    """One story: its documents, and what they tell, merged."""
    found = find_story(reader, id)
    if found is None:
        raise NotThere(f"There is no story {id!r}.")
    return asdict(found)


def _offset(after: str) -> int:
    if after and not (after.isascii() and after.isdigit() and int(after) <= _FURTHEST):
        raise UsageError(f"after {after!r}: give what the page before gave as next")
    return int(after or 0)
