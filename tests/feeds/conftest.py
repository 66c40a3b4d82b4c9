"""What tests of feeds ask."""

from collections.abc import Iterator

import pytest

from tests.feeds.web import Time, Web, serving


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        yield web


@pytest.fixture
def time() -> Time:
    return Time()
