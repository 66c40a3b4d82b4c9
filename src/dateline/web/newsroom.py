"""What pages work with, handed to the app when it is made and to a page by FastAPI."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from dateline.resources.ontology import Ontology
from dateline.store.reading import Reader, open_reader
from dateline.web.coding import Coder
from dateline.web.filterbar import FilterBar, read_bar

SECONDS = 20.0
"""A page that takes longer is given up."""


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A database by its address, what codes a text that somebody pastes, and the codes that events have."""

    db: str
    coder: Coder
    ontology: Ontology

    def reader(self) -> AbstractContextManager[Reader]:
        """A reader of the database, for one request."""
        return open_reader(self.db, SECONDS)

    @contextmanager
    def kept_open(self) -> Iterator[None]:
        """Holds the database open, so that what it has cached outlives a request."""
        with open_reader(self.db):
            yield


def _newsroom(request: Request) -> Newsroom:
    newsroom = request.app.state.newsroom
    assert isinstance(newsroom, Newsroom)
    return newsroom


Room = Annotated[Newsroom, Depends(_newsroom)]


def _reader(newsroom: Room) -> Iterator[Reader]:
    with newsroom.reader() as reader:
        yield reader


def _bar(request: Request, newsroom: Room) -> FilterBar:
    return read_bar(request.url.path, request.query_params, newsroom.ontology)


Database = Annotated[Reader, Depends(_reader)]
Filters = Annotated[FilterBar, Depends(_bar)]
