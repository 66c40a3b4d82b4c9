"""Rooms over both databases."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tests.store.databases import fill, filled
from tests.store.test_stories import go
from tests.web.rooms import client


@pytest.fixture(scope="module", params=["duckdb", "postgresql"])
def inside(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client that the gate knows, of a newsroom over each database."""
    with filled(request.param, tmp_path_factory.mktemp("db")) as address, client(address) as opened:
        yield opened


@pytest.fixture(scope="session")
def duck(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A DuckDB file with a few events."""
    db = fill(str(tmp_path_factory.mktemp("db") / "news.duckdb"))
    go(db)
    return db
