"""An actor: who it is, which offices it is in, with whom it acts, what it says and what is said of it."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.analysis.world import Line
from dateline.analysis.world import world as state_of
from dateline.store import overview
from dateline.store.course import course
from dateline.store.egos import ego
from dateline.store.event_pages import Order, Slice, listed_events
from dateline.store.names import whole
from dateline.store.parties import exactly_named, offices, partners, voices_on
from dateline.store.reading import Reader
from dateline.store.relations import reports_in
from dateline.web import charts
from dateline.web.networks import network
from dateline.web.newsroom import Database, Filters
from dateline.web.problems import NotThere
from dateline.web.rendering import render

router = APIRouter()
LATEST = 15
MOST_BONDS = 25


@router.get("/actors/{name:path}")
def show(request: Request, reader: Database, bar: Filters, name: str) -> Response:
    """The page; filters narrow its events."""
    identities = exactly_named(reader, name)
    if not identities:
        raise NotThere(f"No event in this database names {name}.")
    asked, said = bar.narrowed(actor=(whole(name),)).asked, bar.narrowed(voice=(whole(name),)).asked
    over_time, around = course(reader, asked), partners(reader, name)
    network_of = ego(reader, name, around)
    return render(
        request, "actor.html", bar=bar, name=name, identities=identities, partners=around,
        course=over_time, over_time_chart=charts.timeline(over_time.timeline, over_time.unit, 150),
        around=network_of, network_chart=network(network_of), bonds=_bonds(reader, name), offices=offices(reader, name),
        page=listed_events(reader, asked, Order(), Slice(LATEST)), topics=overview.types(reader, said),
        said=listed_events(reader, said, Order(), Slice(LATEST)), voices=voices_on(reader, name),
    )  # fmt: skip


def _bonds(reader: Reader, name: str) -> list[Line]:
    """Offices and memberships of it, the latest first."""
    lines = state_of(reports_in(reader, subject=name))
    return sorted(lines, key=lambda line: str(line.last_seen or ""), reverse=True)[:MOST_BONDS]
