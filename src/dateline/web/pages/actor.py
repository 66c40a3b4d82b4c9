"""An actor: who it is, with whom it acts, its events over time."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.store.course import course
from dateline.store.event_pages import Order, Slice, listed_events
from dateline.store.filters import whole
from dateline.store.parties import exactly_named, partners
from dateline.web import charts
from dateline.web.newsroom import Database, Filters
from dateline.web.problems import NotThere
from dateline.web.rendering import render

router = APIRouter()
LATEST = 25


@router.get("/actors/{name:path}")
def show(request: Request, reader: Database, bar: Filters, name: str) -> Response:
    """The page; filters narrow its events."""
    identities = exactly_named(reader, name)
    if not identities:
        raise NotThere(f"No event in this database names {name}.")
    asked = bar.narrowed(actor=(whole(name),)).asked
    over_time = course(reader, asked)
    return render(
        request, "actor.html", bar=bar, name=name, identities=identities, partners=partners(reader, name),
        course=over_time, over_time_chart=charts.timeline(over_time.timeline, over_time.unit, 150),
        page=listed_events(reader, asked, Order(), Slice(LATEST)),
    )  # fmt: skip
