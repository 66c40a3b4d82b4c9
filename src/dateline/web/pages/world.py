"""World: who holds which office, leads and belongs to what, as of a day."""

from datetime import date
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.analysis.world import Line
from dateline.analysis.world import world as state_of
from dateline.errors import UsageError
from dateline.store.relations import centres, count_reports, reports_in
from dateline.web.newsroom import Database
from dateline.web.rendering import render

router = APIRouter()
MOST_REPORTS = 1500
"""Where there are more, one chooses whom or what to see."""
MOST_WEIGHED = 3000
"""The last reports on somebody that are weighed."""
MOST_LINES = 300


@router.get("/world")
def show(
    request: Request, reader: Database, actor: Annotated[str, Query(max_length=200)] = "", as_of: str = ""
) -> Response:
    """The page: states and bodies, with what reports say of who is in them."""
    about, day, reports = actor.strip(), _day(as_of), count_reports(reader)
    weighed = reports_in(reader, about or None, latest=MOST_WEIGHED) if about or reports <= MOST_REPORTS else ()
    lines = state_of(weighed, day, about or None)
    latest = sorted(lines, key=lambda line: (line.last_seen or date.min, line.subject.name), reverse=True)[:MOST_LINES]
    return render(
        request, "world.html", actor=about, as_of=day.isoformat() if day else "", reports=reports, count=len(lines),
        groups=_by_centre(latest), shown=len(latest), is_cut=len(weighed) == MOST_WEIGHED, centres=() if lines else centres(reader),
    )  # fmt: skip


def _by_centre(lines: list[Line]) -> list[tuple[str, list[Line]]]:
    """Lines by the state or body they are of, the one with most lines first."""
    ordered = sorted(lines, key=lambda line: (line.of.name, line.kind, line.office or "", line.subject.name))
    groups = [(name, list(own)) for name, own in groupby(ordered, key=lambda line: line.of.name)]
    return sorted(groups, key=lambda group: (-len(group[1]), group[0]))


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise UsageError(f"{written!r} is no day; write it as 2024-05-31") from error
