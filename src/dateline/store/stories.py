"""Stories read from a database: which there are, and the documents and happenings of one."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.errors import UsageError
from dateline.store.asking import ask
from dateline.store.reading import Reader


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in a list: its days, documents, independent publishers, happenings, and the title of its first document."""

    id: str
    first: date | None
    last: date | None
    documents: int
    publishers: int
    happenings: int
    title: str | None


@dataclass(frozen=True, slots=True)
class StoryDocument:
    """A document of a story; `repeats` is the one whose text it has, too, and `kind` how it repeats it."""

    id: str
    published: date | None
    publisher: str | None
    title: str | None
    by_hand: bool
    repeats: str | None
    kind: str | None


@dataclass(frozen=True, slots=True)
class StoryHappening:
    """What reports of a story tell of one happening; its type, parties and day are those of the first report."""

    id: str
    event: str
    quad: int
    actor: Sequence[str]
    recipient: Sequence[str]
    date: date | None
    place: str | None
    status: str
    reports: int
    publishers: Sequence[str]
    asserted_by: Sequence[str]
    denied_by: Sequence[str]
    tolls: Mapping[str, Any]
    first_event: str


@dataclass(frozen=True, slots=True)
class Story:
    """One story, its documents and happenings by day."""

    id: str
    documents: Sequence[StoryDocument]
    happenings: Sequence[StoryHappening]

    @property
    def title(self) -> str | None:
        """That of its first document."""
        return self.documents[0].title


_LIST = """
    SELECT story_id AS id, min(published) AS first, max(published) AS last, count(*) AS documents,
        count(DISTINCT CASE WHEN duplicates.document_id IS NULL THEN coalesce(publisher, documents.id) END) AS publishers,
        (SELECT count(*) FROM merged_events WHERE merged_events.story_id = story_members.story_id) AS happenings,
        (array_agg(title ORDER BY published NULLS LAST, documents.id))[1] AS title
    FROM story_members JOIN documents ON documents.id = story_members.document_id
    LEFT JOIN duplicates ON duplicates.document_id = documents.id
    GROUP BY story_id HAVING count(*) >= ?
    ORDER BY {order} LIMIT ? OFFSET ?
"""
ORDERS: Mapping[str, str] = {
    "newest": "last DESC NULLS LAST, id",
    "largest": "documents DESC, last DESC NULLS LAST, id",
}
"""In which stories may be listed."""
_DOCUMENTS = """
    SELECT documents.id, published, publisher, title, by_hand, of_id AS repeats, kind
    FROM story_members JOIN documents ON documents.id = story_members.document_id
    LEFT JOIN duplicates ON duplicates.document_id = documents.id
    WHERE story_id = ? ORDER BY published NULLS LAST, documents.id
"""
_HAPPENINGS = """
    SELECT merged_events.id, events.event, events.quad, actor, recipient, date_start AS date, place, merged_events.status, reports, publishers,
        asserted_by, denied_by, CAST(tolls AS TEXT) AS tolls, events.id AS first_event
    FROM merged_events JOIN event_members ON merged_id = merged_events.id AND is_first
    JOIN events ON events.id = event_id AND events.coder_id = event_members.coder_id
    WHERE story_id = ? ORDER BY date_start NULLS LAST, reports DESC, merged_events.id
"""


def stories_in(
    reader: Reader, order: str = "newest", least: int = 1, limit: int = 100, offset: int = 0
) -> list[StoryLine]:
    """Stories of at least so many documents, page by page; raises UsageError for an order that there is not."""
    if order not in ORDERS:
        raise UsageError(f"no order {order!r}; known are {', '.join(ORDERS)}")
    return [StoryLine(**row) for row in ask(reader, _LIST.format(order=ORDERS[order]), (least, limit, offset))]


def story_in(reader: Reader, id: str) -> Story:
    """One story whole; raises UsageError where there is none of this id."""
    found = find_story(reader, id)
    if found is None:
        raise UsageError(f"no story {id}; `dateline stories list` tells those there are")
    return found


def find_story(reader: Reader, id: str) -> Story | None:
    """One story whole; None where there is none of this id."""
    documents = [StoryDocument(**row) for row in ask(reader, _DOCUMENTS, (id,))]
    if not documents:
        return None
    told = [{**row, "tolls": json.loads(row["tolls"])} for row in ask(reader, _HAPPENINGS, (id,))]
    return Story(id, documents, [StoryHappening(**row) for row in told])


def story_of(reader: Reader, document: str) -> str | None:
    """The story of a document; None where it is in none yet."""
    found = ask(reader, "SELECT story_id FROM story_members WHERE document_id = ?", (document,))
    return str(found[0]["story_id"]) if found else None
