"""Articles with their events."""

from dataclasses import asdict

from fastapi import APIRouter

from dateline.store.articles import article as stored
from dateline.store.articles import articles as listed
from dateline.web.api.paging import After, Page, Record, Size
from dateline.web.newsroom import Database
from dateline.web.problems import PROBLEMS, NotThere

router = APIRouter(tags=["articles"], responses=PROBLEMS)


@router.get("/articles")
def articles(reader: Database, size: Size = 50, after: After = "") -> Page:
    """Articles by id, without their texts."""
    page = listed(reader, size, after)
    return Page(items=list(page.rows), next=page.following)


@router.get("/articles/{id:path}")
def article(reader: Database, id: str) -> Record:
    """One article with its text, the records of its events, and its sentences with why they gave none."""
    found = stored(reader, id)
    if found is None:
        raise NotThere(f"There is no article {id!r}.")
    return asdict(found)
