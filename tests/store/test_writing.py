"""The store: what is added is there once, whole, each coder's apart, or not at all."""

from dataclasses import replace

import pytest

from dateline.errors import BadRecord, UnreadableFile
from dateline.export.record import records_of
from dateline.model import CoderInfo, Document, Event, Sentence, Span
from dateline.store.database import Row
from dateline.store.filters import EventFilter
from dateline.store.opening import open_store
from dateline.store.query import event_records
from dateline.store.reading import open_reader
from dateline.store.rows import coder_id
from dateline.store.writing import FINDINGS, Store
from tests.export.examples import CODER, raid, raid_document

NEWER = replace(CODER, rules_hash="ba9876543210")


def _add(db: str, *documents: Document, coder: CoderInfo = CODER) -> None:
    with open_store(db) as store:
        for document in documents:
            store.add(document, records_of(document, coder), coder)


def _rows(db: str, query: str) -> list[Row]:
    with open_reader(db) as reader:
        return [tuple(row.values()) for batch in reader.ask(query) for row in batch.to_pylist()]


def _coerced() -> Event:
    return replace(raid(), id="e-34cd", type="COERCE")


def _sentenced() -> Document:
    document = raid_document()
    return replace(document, sentences=(Sentence(Span(0, 9), "no trigger"), Sentence(Span(10, 20), None)))


def test_a_document_and_its_events_come_back(db: str) -> None:
    _add(db, raid_document())
    assert _rows(db, "SELECT title, text FROM documents") == [("Port raided", raid_document().text)]
    (row,) = _rows(db, "SELECT event, mode, actor_country, recipient, status FROM events")
    assert row == ("ASSAULT", ["firearms", "destroy"], ["MLI"], ["Sanga", "guards"], "actual")
    with open_reader(db) as reader:
        assert list(event_records(reader, EventFilter())) == records_of(raid_document(), CODER)


def test_every_layer_is_kept(db: str) -> None:
    _add(db, _sentenced())
    document = _sentenced()
    assert _rows(db, "SELECT span_start, reason FROM sentences ORDER BY number") == [(0, "no trigger"), (10, None)]
    chains = _rows(db, "SELECT chain_id FROM mentions ORDER BY span_start")
    assert len(chains) == len(document.mentions or ())
    names = _rows(db, "SELECT name, sector FROM actors ORDER BY chain_id")
    assert names == [(each.name, list(each.sector)) for each in document.actors or ()]


def test_adding_twice_changes_nothing(db: str) -> None:
    _add(db, _sentenced())
    before = [_rows(db, f"SELECT count(*) FROM {table}") for table in ("documents", "codings", *FINDINGS)]
    _add(db, _sentenced(), _sentenced())
    assert [_rows(db, f"SELECT count(*) FROM {table}") for table in ("documents", "codings", *FINDINGS)] == before


def test_another_coder_stands_apart_and_the_last_coding_is_shown(db: str) -> None:
    _add(db, raid_document())
    _add(db, raid_document(_coerced()), coder=NEWER)
    assert len(_rows(db, "SELECT 1 AS one FROM events")) == 2
    with open_reader(db) as reader:
        assert [each["event"] for each in event_records(reader, EventFilter())] == ["COERCE"]
        older = EventFilter(run=(coder_id(CODER),))
        assert [each["event"] for each in event_records(reader, older)] == ["ASSAULT"]


def test_another_text_of_the_same_id_replaces_the_first(db: str) -> None:
    _add(db, _sentenced())
    _add(db, Document("raid.txt", "Nothing happened.", events=()))
    assert _rows(db, "SELECT text FROM documents") == [("Nothing happened.",)]
    assert [_rows(db, f"SELECT count(*) FROM {table}") for table in FINDINGS] == [[(0,)]] * len(FINDINGS)


def test_two_texts_of_one_id_in_one_run_leave_the_second(db: str) -> None:
    _add(db, _sentenced(), Document("raid.txt", "Nothing happened.", events=()))
    assert _rows(db, "SELECT text FROM documents") == [("Nothing happened.",)]
    assert _rows(db, "SELECT count(*) FROM events") == [(0,)]


def test_the_store_knows_what_a_coder_has_coded(db: str) -> None:
    _add(db, raid_document())
    with open_store(db) as store:
        assert store.is_coded(raid_document(), CODER)
        assert not store.is_coded(raid_document(), NEWER)
        assert not store.is_coded(replace(raid_document(), text="Another text."), CODER)


def test_failures_are_kept_with_place_and_reason_once(db: str) -> None:
    errors = [BadRecord("news.jsonl", "lacks text", 3), UnreadableFile("none.txt", "there is no such file")]
    for _ in range(2):
        with open_store(db) as store:
            store.fail(errors)
    assert _rows(db, "SELECT place, line, reason FROM failures ORDER BY place") == [
        ("news.jsonl", 3, "lacks text"),
        ("none.txt", 0, "there is no such file"),
    ]


def test_what_breaks_off_leaves_nothing(db: str) -> None:
    with open_store(db) as store:
        broken = Store(_Breaking(store.database))  # type: ignore[arg-type]
        broken.add(raid_document(), records_of(raid_document(), CODER), CODER)
        with pytest.raises(RuntimeError, match="broken"):
            broken.flush()
    assert _rows(db, "SELECT count(*) FROM documents") == [(0,)]
    assert _rows(db, "SELECT count(*) FROM codings") == [(0,)]


class _Breaking:
    """A database that fails when events are to be written."""

    def __init__(self, database: object) -> None:
        self._database = database

    def __getattr__(self, name: str) -> object:
        return getattr(self._database, name)

    def insert(self, table: str, rows: list[Row]) -> None:
        if table == "events":
            raise RuntimeError("broken")
        self._database.insert(table, rows)  # type: ignore[attr-defined]
