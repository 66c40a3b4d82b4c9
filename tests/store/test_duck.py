"""The DuckDB store: what is added is there once, whole, and in its latest coding."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import BadRecord, UnreadableFile
from dateline.export.record import records_of
from dateline.model import CoderInfo, Document
from dateline.store.duck import DuckStore
from dateline.store.opening import open_store
from tests.export.examples import CODER, raid, raid_document


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DuckStore]:
    with open_store(tmp_path / "news.duckdb") as opened:
        yield opened


def _add(store: DuckStore, document: Document, coder: CoderInfo = CODER) -> None:
    store.add(document, records_of(document, coder), coder)


def _rows(store: DuckStore, query: str) -> list[tuple[object, ...]]:
    return store.connection.execute(query).fetchall()


def test_a_document_and_its_events_come_back(store: DuckStore) -> None:
    _add(store, raid_document())
    ((title, text),) = _rows(store, "SELECT title, text FROM documents")
    assert (title, text) == ("Port raided", raid_document().text)
    ((kind, mode, country, record),) = _rows(store, "SELECT event, mode, actor_country, record FROM events")
    assert (kind, mode, country) == ("ASSAULT", ["firearms", "destroy"], "MLI")
    assert [json.loads(str(record))] == records_of(raid_document(), CODER)


def test_adding_twice_changes_nothing(store: DuckStore) -> None:
    for _ in range(2):
        _add(store, raid_document())
    assert _rows(store, "SELECT count(*) FROM documents") == [(1,)]
    assert _rows(store, "SELECT count(*) FROM events") == [(1,)]


def test_another_coder_replaces_what_the_first_one_said(store: DuckStore) -> None:
    _add(store, raid_document())
    _add(store, raid_document(replace(raid(), id="e-34cd", type="COERCE")), replace(CODER, rules_hash="ba9876543210"))
    assert _rows(store, "SELECT id, event FROM events") == [("e-34cd", "COERCE")]


def test_another_text_of_the_same_id_replaces_the_first(store: DuckStore) -> None:
    _add(store, raid_document())
    _add(store, Document("raid.txt", "Nothing happened.", events=()))
    assert _rows(store, "SELECT text FROM documents") == [("Nothing happened.",)]
    assert _rows(store, "SELECT count(*) FROM events") == [(0,)]


def test_failures_are_kept_with_place_and_reason_once(store: DuckStore) -> None:
    for _ in range(2):
        store.fail(BadRecord("news.jsonl", "lacks text", 3))
        store.fail(UnreadableFile("none.txt", "there is no such file"))
    assert _rows(store, "SELECT place, line, reason FROM failures ORDER BY place") == [
        ("news.jsonl", 3, "lacks text"),
        ("none.txt", 0, "there is no such file"),
    ]
