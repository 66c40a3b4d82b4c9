"""The table of events."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.store.event_pages import Order, Slice, listed_events
from dateline.store.query import count_events
from dateline.web.newsroom import Database, Filters
from dateline.web.rendering import render

router = APIRouter()
SIZE = 50


@router.get("/events")
def show(
    request: Request, reader: Database, bar: Filters, order: str = "-date", after: Annotated[str | None, Query()] = None
) -> Response:
    """A page of it; those that follow come as rows alone where htmx asks for them."""
    chosen = Order.spelt(order)
    page = listed_events(reader, bar.asked, chosen, Slice(SIZE, after))
    if "hx-request" in request.headers:
        return render(request, "events_rows.html", bar=bar, page=page)
    count = count_events(reader, bar.asked)
    return render(request, "events.html", bar=bar, page=page, order=chosen, count=count, is_first=after is None)
