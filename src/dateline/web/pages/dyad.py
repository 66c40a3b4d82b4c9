"""A dyad: one country acting on another, over time."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.store.course import course, scores
from dateline.store.event_pages import Order, Slice, listed_events
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
    over_time = course(reader, asked)
    means = scores(over_time.timeline)
    return render(
        request, "dyad.html", bar=bar, dyad=dyad, course=over_time,
        over_time_chart=charts.timeline(over_time.timeline, over_time.unit), scores_chart=charts.scores(means, over_time.unit), scores=means,
        page=listed_events(reader, asked, Order(), Slice(LATEST)),
    )  # fmt: skip
