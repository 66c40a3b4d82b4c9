"""The open state of linking, kept in the database between goes, so that many goes find what one would have found."""

from collections.abc import Iterable
from typing import Any

import orjson

from dateline.store.database import Database
from dateline.stories.duplicates import DuplicateFinder, Sketched
from dateline.stories.linking import OpenStory, StoryLinker


def resumed_linker(database: Database) -> StoryLinker:
    """A linker that goes on where the last go ended."""
    pairs: list[Any] = database.execute("SELECT one, other FROM stories_apart")
    linker = StoryLinker(apart=frozenset(frozenset(pair) for pair in pairs))
    rows: list[Any] = database.execute(
        "SELECT story_id, CAST(features AS TEXT), documents, last_published FROM open_stories"
    )
    for story, features, count, last in sorted(rows):
        linker.resume(OpenStory(story, orjson.loads(features), count, last))
    return linker


def resumed_finder(database: Database) -> DuplicateFinder:
    """A finder that goes on where the last go ended."""
    finder = DuplicateFinder()
    rows: list[Any] = database.execute("SELECT document_id, kept, sampled, day FROM sketches ORDER BY position")
    for document, kept, sampled, day in rows:
        finder.resume(Sketched(document, frozenset(kept), frozenset(sampled), day))
    return finder


def keep_linker(database: Database, linker: StoryLinker) -> None:
    """Puts the linker's state in place of the last one."""
    database.execute("DELETE FROM stories_apart")
    database.insert("stories_apart", [tuple(sorted(pair)) for pair in linker.apart])
    database.execute("DELETE FROM open_stories")
    keep_open(database, linker.open_stories())


def keep_open(database: Database, stories: Iterable[OpenStory]) -> None:
    """Adds open stories."""
    rows = [(each.id, orjson.dumps(each.total).decode(), each.count, each.last) for each in stories]
    database.insert("open_stories", rows)


def keep_finder(database: Database, finder: DuplicateFinder) -> None:
    """Puts the finder's state in place of the last one."""
    database.execute("DELETE FROM sketches")
    rows = [
        (position, each.document, sorted(each.kept), sorted(each.sampled), each.day)
        for position, each in enumerate(finder.sketched())
    ]
    database.insert("sketches", rows)
