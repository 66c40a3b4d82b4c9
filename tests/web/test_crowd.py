"""Fifty readers at once while documents come in: nobody meets an error, and all is there at the end."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Thread

import httpx
import uvicorn

from dateline.export.record import records_of
from dateline.store.database import Database
from dateline.store.opening import open_store
from dateline.store.reading import is_postgres
from dateline.store.writing import Store
from dateline.web.app import make_app
from dateline.web.gate import Key
from dateline.web.newsroom import Newsroom
from dateline.web.serving import listening
from tests.export.examples import CODER
from tests.store.conftest import db, server  # noqa: F401
from tests.store.test_stories import SANGA, report
from tests.web.rooms import newsroom

READERS, ROUNDS, WRITES = 50, 2, 6
PATHS = ("/", "/events", "/stories", "/search?words=raided", "/api/v1/events")


def test_readers_and_a_writer_do_not_hinder_each_other(db: str) -> None:  # noqa: F811
    with open_store(db) as store:
        _write(store.database, 0)
    room = newsroom(db)
    with _served(room) as address, ThreadPoolExecutor(READERS) as readers:
        asked = [readers.submit(_read, address) for _ in range(READERS)]
        for number in range(1, WRITES):
            with _writing(room) as database:
                _write(database, number)
        assert [error for reader in asked for error in reader.result()] == []
        with _client(address) as last:
            assert len(last.get("/api/v1/events").json()["items"]) == WRITES


@contextmanager
def _served(room: Newsroom) -> Iterator[str]:
    with listening(0) as socket:
        port = socket.getsockname()[1]
        serving = uvicorn.Server(uvicorn.Config(make_app(room, Key("the-token", "a-session", port)), log_level="error"))
        thread = Thread(target=serving.run, kwargs={"sockets": [socket]})
        thread.start()
        yield f"http://127.0.0.1:{port}"
        serving.should_exit = True
        thread.join()


@contextmanager
def _writing(room: Newsroom) -> Iterator[Database]:
    """PostgreSQL takes a writer from outside; a DuckDB file has one owner, which is the newsroom."""
    if not is_postgres(room.db):
        with room.writing() as database:
            yield database
        return
    with open_store(room.db) as store:
        yield store.database


def _write(database: Database, number: int) -> None:
    document = report(f"r{number}", SANGA, "Wire", after=number)
    store = Store(database)
    store.add(document, records_of(document, CODER), CODER)
    store.flush()


def _read(address: str) -> list[str]:
    with _client(address) as client:
        answers = [client.get(path) for _ in range(ROUNDS) for path in PATHS]
    return [f"{each.url.path}: {each.text[:300]}" for each in answers if each.status_code != 200]


def _client(address: str) -> httpx.Client:
    return httpx.Client(base_url=address, headers={"authorization": "Bearer the-token"}, timeout=120)
