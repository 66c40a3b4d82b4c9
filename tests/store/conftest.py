"""An empty database of each kind for a test."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from dateline.store.reading import Reader, open_reader
from tests.store import databases
from tests.store.databases import postgres

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server."""
    pytest.importorskip("psycopg")
    with postgres() as address:
        yield address


@pytest.fixture(params=["duckdb", "postgresql"])
def db(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store may be opened."""
    if request.param == "duckdb":
        return str(tmp_path / "news.duckdb")
    return new_database(request.getfixturevalue("server"))


def new_database(server: str) -> str:
    """The address of an empty database of the server."""
    import psycopg

    name = f"news{next(_NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.replace("/postgres?", f"/{name}?")


@pytest.fixture
def server_db(server: str) -> str:
    """An empty database of the server."""
    return new_database(server)


@pytest.fixture(scope="module", params=["duckdb", "postgresql"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database with a few events."""
    with databases.filled(request.param, tmp_path_factory.mktemp("db")) as address:
        yield address


@pytest.fixture(scope="module")
def reader(filled: str) -> Iterator[Reader]:
    with open_reader(filled) as opened:
        yield opened
