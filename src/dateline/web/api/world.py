"""The state of the political world that the articles support."""

from dataclasses import asdict
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from dateline.analysis.world import Line
from dateline.analysis.world import world as state_of
from dateline.store.relations import reports_in
from dateline.web.api.paging import Page, Record
from dateline.web.newsroom import Database
from dateline.web.problems import PROBLEMS

router = APIRouter(tags=["world"], responses=PROBLEMS)


@router.get("/world")
def world(
    reader: Database,
    actor: Annotated[str | None, Query(description="Part of a name, or a country by name or code.")] = None,
    as_of: Annotated[date | None, Query(description="Only what was published by this day.")] = None,
) -> Page:
    """Who holds which office, leads, belongs to or stands with what, with the reports for it and against it."""
    return Page(items=[_told(line) for line in state_of(reports_in(reader, actor), as_of, actor)], next=None)


def _told(line: Line) -> Record:
    return {**asdict(line), "since": line.since, "last_seen": line.last_seen, "publishers": line.publishers}
