"""The table of events."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.errors import UsageError
from dateline.store.event_pages import LISTED, Order, Slice, listed_events
from dateline.store.query import COLUMNS, RECORD, count_events
from dateline.web.newsroom import Database, Filters
from dateline.web.rendering import render

router = APIRouter()
SIZE = 50
OFFERED = tuple(name for name in COLUMNS if name not in (*LISTED, RECORD))
"""Columns that may be added."""


@router.get("/events")
def show(
    request: Request, reader: Database, bar: Filters, order: str = "-date", after: Annotated[str | None, Query()] = None
) -> Response:
    """A page of it; those that follow come as rows alone where htmx asks for them."""
    chosen, columns = Order.spelt(order), _columns(bar)
    page = listed_events(reader, bar.asked, chosen, Slice(SIZE, after, (*LISTED, *columns)))
    if "hx-request" in request.headers:
        return render(request, "events_rows.html", bar=bar, page=page, columns=columns)
    count = count_events(reader, bar.asked)
    return render(
        request, "events.html", bar=bar, page=page, order=chosen, count=count, is_first=after is None, columns=columns,
        offered=OFFERED,
    )  # fmt: skip


def _columns(bar: Filters) -> list[str]:
    """Those chosen beside the ones that always stand there; raises UsageError for one that there is not."""
    wanted = [name for name in bar.others.get("columns", "").split(",") if name]
    if unknown := [name for name in wanted if name not in OFFERED]:
        raise UsageError(f"no column {unknown[0]!r} to add; known are {', '.join(OFFERED)}")
    return list(dict.fromkeys(wanted))
