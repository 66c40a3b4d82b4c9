"""A dyad: one country acting on another, over time."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.store import overview
from dateline.store.event_pages import Order, listed_events
from dateline.web import charts
from dateline.web.newsroom import Database, Filters
from dateline.web.rendering import render

router = APIRouter()
LATEST = 25


@router.get("/dyads/{actor}/{recipient}")
def show(request: Request, reader: Database, bar: Filters, actor: str, recipient: str) -> Response:
    """The page; raises UsageError for a country that there is not."""
    asked = bar.narrowed(dyad=(f"{actor}:{recipient}",)).asked
    (dyad,) = asked.dyad
    extent = overview.extent(reader, asked)
    over_time = overview.timeline(reader, asked, extent)
    return render(
        request, "dyad.html", bar=bar, dyad=dyad, extent=extent,
        over_time=over_time, over_time_chart=charts.timeline(over_time, extent.unit),
        scores_chart=charts.scores(overview.scores(over_time)), scores=overview.scores(over_time),
        page=listed_events(reader, asked, Order(), LATEST),
    )  # fmt: skip
