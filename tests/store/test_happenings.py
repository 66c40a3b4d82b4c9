"""One happening as several reports tell it; both databases."""

from pathlib import Path

import pytest

from dateline.store.happenings import happening
from dateline.store.opening import open_store
from dateline.store.reading import Reader, open_reader
from dateline.store.rows import coder_id
from tests.export.examples import CODER
from tests.store.databases import fill


@pytest.fixture
def merged(tmp_path: Path) -> str:
    """Two events that were merged."""
    db = fill(str(tmp_path / "news.duckdb"))
    with open_store(db) as store:
        run = coder_id(CODER)
        store.database.insert("event_members", [("e-1", run, "h-1", True), ("e-2", run, "h-1", False)])
        store.database.insert(
            "merged_events", [("h-1", "s-1", "actual", 2, ["The Delta Mail"], ["Idris Kone"], ["the army"], "{}")]
        )
    return db


def test_reports_of_one_happening_stand_together(merged: str) -> None:
    with open_reader(merged) as reader:
        found = happening(reader, "e-2")
    assert found is not None and {each["id"] for each in found.reports} == {"e-1", "e-2"}
    assert (found.asserted_by, found.denied_by, found.tolls) == (["Idris Kone"], ["the army"], {"injured": [9]})


def test_an_event_alone_is_no_happening(reader: Reader) -> None:
    assert happening(reader, "e-1") is None
