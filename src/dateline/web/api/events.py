"""Events as records."""

import json
from typing import Annotated

from fastapi import APIRouter, Query

from dateline.store.event_pages import Order, Slice, event_record, listed_events
from dateline.store.query import RECORD
from dateline.web.api.filters import Asked
from dateline.web.api.paging import After, Page, Record, Size
from dateline.web.newsroom import Database
from dateline.web.problems import PROBLEMS, NotThere

router = APIRouter(tags=["events"], responses=PROBLEMS)


@router.get("/events")
def events(
    reader: Database,
    asked: Asked,
    order: Annotated[
        str, Query(description="date, type, status, publisher or published; - before it turns it round.")
    ] = "-date",
    size: Size = 50,
    after: After = "",
) -> Page:
    """Events that pass all filters; a filter given more than once is met by any of its values."""
    page = listed_events(reader, asked, Order.spelt(order), Slice(size, after or None, (RECORD,)))
    return Page(items=[json.loads(row[RECORD]) for row in page.rows], next=page.following)


@router.get("/events/{id}")
def event(reader: Database, id: str) -> Record:
    """One event."""
    found = event_record(reader, id)
    if found is None:
        raise NotThere(f"There is no event {id!r}.")
    return found
