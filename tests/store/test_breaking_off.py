"""Ingests that end badly: what was acknowledged is there, a second run adds what is missing and nothing twice."""

from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from random import Random

import pytest

from dateline.errors import UsageError
from dateline.store.opening import open_store
from dateline.store.reading import open_reader
from tests.store.ingest import DOCUMENTS, EVENTS, ingest, ingest_and_tell

MOMENTS = 20


_PROCESSES = get_context("forkserver")
_PROCESSES.set_forkserver_preload(["tests.store.ingest"])


class _Ingest:
    """An ingest in a process of its own, and what it has acknowledged."""

    def __init__(self, db: str, room: int | None = None) -> None:
        self._heard, told = _PROCESSES.Pipe(duplex=False)
        self.process = _PROCESSES.Process(target=ingest_and_tell, args=(db, told, room))
        self.process.start()
        told.close()

    def kill_after(self, answers: int) -> set[str]:
        """Kills once it has acknowledged that often; the ids of documents that it acknowledged, then or meanwhile."""
        heard = {each for _ in range(answers) for each in self._heard.recv()}
        self.process.kill()
        return heard | self.rest()

    def rest(self) -> set[str]:
        """The ids that it acknowledges up to its end."""
        ids: set[str] = set()
        with suppress(EOFError):
            while True:
                ids |= set(self._heard.recv())
        self.process.join()
        return ids


def _events_by_document(db: str) -> dict[str, int]:
    with open_reader(db) as reader:
        question = """
            SELECT id, (SELECT count(*) FROM events WHERE document_id = documents.id) AS found
            FROM documents JOIN codings ON codings.document_id = documents.id
        """
        return {row["id"]: row["found"] for batch in reader.ask(question) for row in batch.to_pylist()}


def test_killed_at_random_nothing_acknowledged_is_lost_and_nothing_is_there_twice(db: str) -> None:
    random, acknowledged = Random(7), set[str]()
    for _ in range(MOMENTS):
        acknowledged |= _Ingest(db).kill_after(random.randrange(1, 12))
        found = _events_by_document(db)
        assert acknowledged <= found.keys()
        assert set(found.values()) == {EVENTS}
    ingest(db, len)
    assert _events_by_document(db) == {f"raid-{number}.txt": EVENTS for number in range(DOCUMENTS)}


def test_a_full_disk_is_told_and_leaves_the_database_whole(tmp_path: Path) -> None:
    db = str(tmp_path / "news.duckdb")
    with open_store(db):
        pass
    told = _Ingest(db, room=100_000).rest()
    error, *ids = sorted(told)
    assert "no room to write" in error
    assert set(ids) <= _events_by_document(db).keys()


def test_a_second_writer_is_refused_by_a_file_and_welcome_to_a_server(db: str) -> None:
    with open_store(db):
        told = _Ingest(db).rest()
    if db.startswith("postgresql"):
        assert told == _events_by_document(db).keys()
    else:
        (error,) = told
        assert "in use by another program" in error


def test_two_writers_of_the_same_articles_leave_each_once(server_db: str) -> None:
    both = [_Ingest(server_db) for _ in range(2)]
    told = [each.rest() for each in both]
    assert told[0] == told[1] == _events_by_document(server_db).keys()
    assert set(_events_by_document(server_db).values()) == {EVENTS}


def test_a_server_that_is_not_there_is_told_without_its_password() -> None:
    address = "postgresql://me:secret@127.0.0.1:1/news"
    with pytest.raises(UsageError, match="127.0.0.1") as told, open_store(address):
        pass
    assert "secret" not in str(told.value)
