"""Links the documents of a database into stories: a go takes what is in no story yet, and ends in whole transactions."""

from collections.abc import Iterator, Sequence
from typing import Any

from dateline.store.database import Database, Row
from dateline.store.story_state import keep_finder, keep_linker, resumed_finder, resumed_linker
from dateline.stories.duplicates import Duplicate
from dateline.stories.features import Features
from dateline.stories.linking import Dated, Linked, joins_of, stories_of
from dateline.stories.ranks import word_ranks

BATCH = 10_000
"""Documents in a transaction; the state of linking is read before each and written after it."""

_DAY = """
    coalesce(documents.published, (SELECT CAST(min(coded) AS DATE) FROM codings WHERE codings.document_id = documents.id))
"""
"""The day of publication; for a document that does not tell, the one on which it was first coded."""
DATED = f"SELECT documents.id, documents.text, {_DAY} AS day FROM documents"
_NEW = f"""
    {DATED} WHERE NOT EXISTS (SELECT 1 FROM story_members WHERE story_members.document_id = documents.id)
    ORDER BY day, documents.id LIMIT ?
"""


def link_new(database: Database, batch: int = BATCH) -> Iterator[int]:
    """Links what is in no story yet, in the order of publication; tells after each transaction how many it were."""
    while True:
        with database.transaction():
            database.lock()
            rows = database.execute(_NEW, [batch])
            if rows:
                _link(database, rows)
        if not rows:
            return
        yield len(rows)


def count_new(database: Database) -> int:
    """How many documents are in no story yet."""
    ((found,),) = database.execute("SELECT (SELECT count(*) FROM documents) - (SELECT count(*) FROM story_members)")
    return int(str(found))


def dated(rows: Sequence[Any]) -> Iterator[Dated]:
    """Documents as the linker takes them, from rows of `DATED`."""
    weigh = Features(word_ranks())
    for id, text, day in rows:
        yield Dated(id, weigh(text), day)


def _link(database: Database, rows: Sequence[Any]) -> None:
    linker, finder = resumed_linker(database), resumed_finder(database)
    links = [linker.add(document) for document in dated(rows)]
    found = [finder.add(id, text, day) for id, text, day in rows]
    _keep_links(database, links)
    _keep_duplicates(database, [each for each in found if each is not None])
    keep_linker(database, linker)
    keep_finder(database, finder)


def _keep_links(database: Database, links: Sequence[Linked]) -> None:
    for gone, story in joins_of(links).items():
        for table in ("story_members", "merged_events"):
            database.execute(f"UPDATE {table} SET story_id = ? WHERE story_id = ?", [story, gone])
    rows: list[Row] = [(document, story, False, "") for document, story in stories_of(links).items()]
    database.insert("story_members", rows)


def _keep_duplicates(database: Database, found: Sequence[Duplicate]) -> None:
    database.insert("duplicates", [(each.document, each.of, each.kind, each.share) for each in found])
