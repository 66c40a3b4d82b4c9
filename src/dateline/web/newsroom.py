"""What pages work with, handed to the app when it is made and to a page by FastAPI."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request

from dateline.resources.ontology import Ontology
from dateline.store.database import Database as WritableDatabase
from dateline.store.opening import open_store
from dateline.store.reading import Reader, is_postgres, open_reader
from dateline.store.remembering import Memory
from dateline.store.search import open_index
from dateline.web.coding import Coder, Samples
from dateline.web.filterbar import FilterBar, read_bar
from dateline.web.sharing import Turns

SECONDS = 20.0
"""A page that takes longer is given up."""
HOURS = 6 * 3600.0


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A database by its address, what codes a text that somebody pastes, the codes that events have, and samples to begin with."""

    db: str
    coder: Coder
    ontology: Ontology
    samples: Samples | None = None

    _turns: Turns = field(default_factory=Turns)
    _memory: Memory = field(default_factory=Memory)
    _open: ExitStack = field(default_factory=ExitStack)

    @contextmanager
    def reader(self) -> Iterator[Reader]:
        """A reader of the database, for one request."""
        with self._turns.reading(), open_reader(self.db, SECONDS) as reader:
            yield self._memory.of(reader)

    def make_index(self) -> None:
        """Brings the search index up to date, however long that takes, so that no page has to."""
        with self._turns.reading(), open_reader(self.db, HOURS) as reader, open_index(reader, self.db):
            pass

    @contextmanager
    def writing(self) -> Iterator[WritableDatabase]:
        """The database to write to; nobody may hold a reader of it in the same request."""
        with self._turns.writing():
            self._open.close()
            try:
                with open_store(self.db) as store:
                    yield store.database
            finally:
                self._memory.forget()
                self._keep_open()

    @contextmanager
    def kept_open(self) -> Iterator[None]:
        """Holds the database open, so that what it has cached outlives a request."""
        self._keep_open()
        try:
            yield
        finally:
            self._open.close()

    def _keep_open(self) -> None:
        if not is_postgres(self.db):
            self._open.enter_context(open_reader(self.db))


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
