"""The two databases, filled alike."""

from collections.abc import Iterator

import pytest

from dateline.store.reading import Reader, open_reader
from tests.store.databases import filled


@pytest.fixture(scope="module", params=["duckdb", "postgresql"])
def db(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with filled(request.param, tmp_path_factory.mktemp("db")) as address:
        yield address


@pytest.fixture(scope="module")
def reader(db: str) -> Iterator[Reader]:
    with open_reader(db) as opened:
        yield opened
