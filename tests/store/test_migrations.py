"""A database of an older shape is brought to the present one with all that it holds; both databases."""

from pathlib import Path

import pytest

from dateline.store.database import Row
from dateline.store.opening import open_store
from dateline.store.writing import Store
from tests.store.databases import filled

COLUMNS = (
    "is_last", "publisher", "published", "sentence", "actor_words", "recipient_words", "place_words", "voice_words", "voice",
)  # fmt: skip


@pytest.mark.parametrize("kind", ["duckdb", "postgresql"])
def test_what_was_coded_before_can_be_asked_as_what_comes_after(kind: str, tmp_path: Path) -> None:
    with filled(kind, tmp_path) as db:
        with open_store(db) as store:
            written = _asked_by(store)
            _forget(store)
        with open_store(db) as store:
            assert _asked_by(store) == written != []


def _asked_by(store: Store) -> list[Row]:
    """What the migrations add, of every event and every party."""
    events = store.database.execute(f"SELECT id, {', '.join(COLUMNS)} FROM events ORDER BY id")
    parties = store.database.execute("SELECT * FROM parties ORDER BY event_id, side, name")
    return [tuple(map(str, row)) for row in (*events, *parties)]


def _forget(store: Store) -> None:
    """Makes it a database of the first shape."""
    with store.database.transaction():
        for column in COLUMNS:
            store.database.execute(f"ALTER TABLE events DROP COLUMN {column}")
        store.database.execute("DROP TABLE parties")
        store.database.execute("DELETE FROM migrations WHERE name LIKE '0003%' OR name LIKE '0004%'")
