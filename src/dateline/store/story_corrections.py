"""Stories split and joined by hand, and what is forgotten of documents whose text has changed; later goes keep to it."""

from collections.abc import Sequence

from dateline.errors import UsageError
from dateline.store.database import Database
from dateline.store.story_linking import DATED, dated
from dateline.store.story_merging import forget_merged
from dateline.store.story_state import keep_open
from dateline.stories.linking import gathered, story_id


def split(database: Database, story: str, documents: Sequence[str]) -> str:
    """Moves documents of a story into a new one, which is never joined with the old one again; the new one's id.

    Raises UsageError for a document that is not in the story, and where none would stay.
    """
    moved = sorted(set(documents))
    with database.transaction():
        database.lock()
        members = _members(database, story)
        if strangers := [each for each in moved if each not in members]:
            raise UsageError(f"{strangers[0]} is not in {story}; `dateline stories show {story}` lists what is")
        if len(moved) == len(members):
            raise UsageError(f"{story}: a split leaves at least one document where it was")
        made = story_id("\n".join((story, *moved)))
        _move(database, moved, made)
        _make_stale(database, [story])
        database.insert("stories_apart", [tuple(sorted((story, made)))])
        _regather(database, [story], [story, made])
    return made


def join(database: Database, stories: Sequence[str]) -> str:
    """Puts all documents of these stories into the first; its id. Raises UsageError where there is no such story."""
    first, *others = dict.fromkeys(stories)
    if not others:
        raise UsageError("name two stories or more to be joined")
    with database.transaction():
        database.lock()
        moved = [document for story in others for document in _members(database, story)]
        _members(database, first)
        forget_merged(database, others)
        _move(database, moved, first)
        _make_stale(database, [first])
        _rename_apart(database, others, first)
        _regather(database, [first, *others], [first])
    return first


def forget(database: Database, documents: Sequence[str]) -> None:
    """Takes documents out of their stories, as if they had never been linked."""
    ids = list(documents)
    stories = [
        str(story)
        for (story,) in database.execute(
            "SELECT DISTINCT story_id FROM story_members WHERE document_id = ANY(?)", [ids]
        )
    ]
    if not stories:
        return
    for column in ("document_id", "of_id"):
        database.execute(f"DELETE FROM duplicates WHERE {column} = ANY(?)", [ids])
    for table in ("sketches", "story_members"):
        database.execute(f"DELETE FROM {table} WHERE document_id = ANY(?)", [ids])
    forget_merged(database, stories)
    _make_stale(database, stories)
    _regather(database, stories, stories)


def _members(database: Database, story: str) -> list[str]:
    found = database.execute("SELECT document_id FROM story_members WHERE story_id = ?", [story])
    if not found:
        raise UsageError(f"no story {story}; `dateline stories list` tells those there are")
    return [str(document) for (document,) in found]


def _move(database: Database, documents: list[str], story: str) -> None:
    moving = "UPDATE story_members SET story_id = ?, by_hand = TRUE, coder_id = '' WHERE document_id = ANY(?)"
    database.execute(moving, [story, documents])


def _make_stale(database: Database, stories: list[str]) -> None:
    database.execute("UPDATE story_members SET coder_id = '' WHERE story_id = ANY(?)", [stories])


def _rename_apart(database: Database, gone: list[str], story: str) -> None:
    for column in ("one", "other"):
        database.execute(f"UPDATE stories_apart SET {column} = ? WHERE {column} = ANY(?)", [story, gone])
    database.execute("DELETE FROM stories_apart WHERE one = other")


def _regather(database: Database, before: list[str], after: list[str]) -> None:
    """Gathers stories anew from their documents where one of those that they were may still take more."""
    is_open = database.execute("SELECT 1 FROM open_stories WHERE story_id = ANY(?)", [before])
    database.execute("DELETE FROM open_stories WHERE story_id = ANY(?)", [before])
    for story in after if is_open else ():
        own = "documents.id IN (SELECT document_id FROM story_members WHERE story_id = ?)"
        rows = database.execute(f"{DATED} WHERE {own} ORDER BY day, documents.id", [story])
        if rows:
            keep_open(database, [gathered(story, list(dated(rows)))])
