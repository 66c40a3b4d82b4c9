"""The search index beside a DuckDB file follows what comes, goes and changes, and is made anew when it is lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.export.record import records_of
from dateline.model import Document
from dateline.store.opening import open_store
from dateline.store.reading import open_reader
from dateline.store.search import open_index
from dateline.store.terms import fts_query, web_query
from tests.export.examples import CODER, raid, raid_document


def _add(path: Path, document: Document) -> None:
    with open_store(str(path)) as store:
        store.add(document, records_of(document, CODER), CODER)


def _found(path: Path, words: str) -> list[str]:
    with open_reader(str(path)) as reader, open_index(reader, str(path)) as index:
        return [hit.document_id for hit in index.find(words, "document", 10)]


def test_the_index_follows_the_database(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    _add(path, raid_document())
    assert _found(path, "port") == ["raid.txt"]
    _add(path, replace(raid_document(replace(raid(), id="e-2")), id="second.txt"))
    assert sorted(_found(path, "port")) == ["raid.txt", "second.txt"]
    _add(path, Document("raid.txt", "Talks began.", events=()))
    assert (_found(path, "port"), _found(path, "talk")) == (["second.txt"], ["raid.txt"])


@pytest.mark.parametrize("ruin", [Path.unlink, lambda path: path.write_bytes(b"nonsense" * 100)])
def test_an_index_that_is_lost_or_damaged_is_made_anew(tmp_path: Path, ruin: object) -> None:
    path = tmp_path / "news.duckdb"
    _add(path, raid_document())
    assert _found(path, "port") == ["raid.txt"]
    ruin(tmp_path / "news.duckdb.search")  # type: ignore[operator]
    assert _found(path, "port") == ["raid.txt"]


def test_an_index_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    _add(path, raid_document())
    (tmp_path / "news.duckdb.search").mkdir()
    with pytest.raises(UsageError, match="search index cannot be used"):
        _found(path, "port")


def test_terms_are_written_for_each_database() -> None:
    words = 'peace "the talks" -"a game" or truce'
    assert fts_query(words) == '(("peace" AND "the talks") NOT ("a game")) OR ("truce")'
    assert web_query(words) == '"peace" "the talks" -"a game" or "truce"'
