"""Actors as events name them."""

from dataclasses import asdict

from fastapi import APIRouter

from dateline.store.parties import actor_page, exactly_named, partners
from dateline.web.api.paging import After, Page, Record, Size
from dateline.web.newsroom import Database
from dateline.web.problems import PROBLEMS, NotThere

router = APIRouter(tags=["actors"], responses=PROBLEMS)


@router.get("/actors")
def actors(reader: Database, size: Size = 50, after: After = "") -> Page:
    """Those who act or are acted upon, by name, with the number of their events on each side."""
    rows, following = actor_page(reader, size, after)
    return Page(items=rows, next=following)


@router.get("/actors/{name:path}")
def actor(reader: Database, name: str) -> Record:
    """One actor: what events tell of its identity, and whom it acts upon and is acted upon by."""
    identities = exactly_named(reader, name)
    if not identities:
        raise NotThere(f"No event names {name!r}.")
    return {"name": name, "identities": identities, **asdict(partners(reader, name, 15))}
