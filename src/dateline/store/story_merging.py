"""Merges what the documents of a story tell of one happening, wherever a story has changed or a document was coded anew."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict

import orjson

from dateline.model import MergedEvent
from dateline.store.database import Database, Row
from dateline.stories.merging import Telling, merge

BATCH = 500
"""Stories in a transaction."""
TOLLS = ("dead", "injured", "arrested", "size")
_STALE = """
    SELECT DISTINCT story_id FROM story_members JOIN documents ON documents.id = story_members.document_id
    WHERE story_members.coder_id <> documents.coder_id ORDER BY story_id LIMIT ?
"""
_TOLD = """
    SELECT story_id, events.coder_id, CAST(events.record AS TEXT), duplicates.document_id IS NOT NULL
    FROM story_members JOIN events ON events.document_id = story_members.document_id
    LEFT JOIN duplicates ON duplicates.document_id = events.document_id
    WHERE events.is_last AND story_id = ANY(?) ORDER BY events.id
"""
_DONE = """
    UPDATE story_members SET coder_id = documents.coder_id FROM documents
    WHERE documents.id = story_members.document_id AND story_id = ANY(?)
"""


def merge_stale(database: Database, batch: int = BATCH) -> Iterator[int]:
    """Merges anew what changed stories tell; tells after each transaction how many stories it were."""
    while True:
        with database.transaction():
            database.lock()
            stories = [str(story) for (story,) in database.execute(_STALE, [batch])]
            if stories:
                _merge(database, stories)
        if not stories:
            return
        yield len(stories)


def forget_merged(database: Database, stories: Sequence[str]) -> None:
    """Takes apart what was merged in these stories."""
    old = "SELECT id FROM merged_events WHERE story_id = ANY(?)"
    database.execute(f"DELETE FROM event_members WHERE merged_id IN ({old})", [stories])
    database.execute("DELETE FROM merged_events WHERE story_id = ANY(?)", [stories])


def _merge(database: Database, stories: list[str]) -> None:
    forget_merged(database, stories)
    told: defaultdict[str, list[Telling]] = defaultdict(list)
    coders: dict[str, str] = {}
    for story, coder, written, repeats in database.execute(_TOLD, [stories]):
        record = orjson.loads(str(written))
        told[str(story)].append(Telling(record, bool(repeats)))
        coders[record["id"]] = str(coder)
    merged = [each for story in stories for each in merge(story, told[story])]
    database.insert("merged_events", [_row(each) for each in merged])
    database.insert("event_members", [row for each in merged for row in _members(each, coders)])
    database.execute(_DONE, [stories])


def _row(merged: MergedEvent) -> Row:
    tolls = {kind: asdict(toll) for kind in TOLLS if (toll := getattr(merged, kind)) is not None}
    return (
        merged.id, merged.story, merged.status, len(merged.documents), list(merged.publishers), list(merged.asserted_by),
        list(merged.denied_by), orjson.dumps(tolls).decode(),
    )  # fmt: skip


def _members(merged: MergedEvent, coders: dict[str, str]) -> Iterator[Row]:
    for number, event in enumerate(merged.events):
        yield event, coders[event], merged.id, number == 0
