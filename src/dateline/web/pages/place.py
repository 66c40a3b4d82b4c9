"""A place: what happened there."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.store import overview
from dateline.store.course import course
from dateline.store.event_pages import Order, Slice, listed_events
from dateline.store.names import whole
from dateline.web import charts
from dateline.web.newsroom import Database, Filters
from dateline.web.rendering import render

router = APIRouter()
LATEST = 25


@router.get("/places/{name:path}")
def show(request: Request, reader: Database, bar: Filters, name: str) -> Response:
    """The page."""
    asked = bar.narrowed(place=(whole(name),)).asked
    over_time, places = course(reader, asked), overview.places(reader, asked)
    return render(
        request, "place.html", bar=bar, name=name, course=over_time,
        over_time_chart=charts.timeline(over_time.timeline, over_time.unit, 150),
        places=places, places_chart=charts.places(places, 260), actors=overview.actors(reader, asked),
        page=listed_events(reader, asked, Order(), Slice(LATEST)),
    )  # fmt: skip
