"""The overview: when, where, of which types and between whom."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.store import overview
from dateline.store.course import course
from dateline.store.event_pages import Order, Slice, listed_events
from dateline.web import charts
from dateline.web.newsroom import Database, Filters, Room
from dateline.web.rendering import render

router = APIRouter()
NEWEST = 8


@router.get("/")
def show(request: Request, newsroom: Room, reader: Database, bar: Filters) -> Response:
    """The page, or where nothing is in the database a way to begin."""
    over_time = course(reader, bar.asked)
    if not over_time.events and not bar.words:
        return render(request, "empty.html", has_samples=newsroom.samples is not None, published="")
    by_type, places = overview.types(reader, bar.asked), overview.places(reader, bar.asked)
    return render(
        request, "overview.html", bar=bar, course=over_time, documents=overview.documents(reader, bar.asked),
        over_time_chart=charts.timeline(over_time.timeline, over_time.unit),
        by_type=by_type, by_type_chart=charts.types(by_type),
        places=places, places_chart=charts.places(places),
        dyads=overview.dyads(reader, bar.asked), actors=overview.actors(reader, bar.asked),
        newest=listed_events(reader, bar.asked, Order("published"), Slice(NEWEST)).rows,
    )  # fmt: skip
