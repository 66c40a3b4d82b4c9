"""An ingest in a process of its own, which tells the id of each document once it is in the database."""

import resource
import signal
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection

from dateline.errors import DatelineError
from dateline.export.record import records_of
from dateline.model import Document
from dateline.store.opening import open_store
from tests.export.examples import CODER, raid, raid_document

DOCUMENTS = 60
EVENTS = 3
TOGETHER = 4
"""Documents in a transaction."""


def ingest(db: str, acknowledge: Callable[[list[str]], object]) -> None:
    """Adds all documents; tells the ids of those that were written."""
    with open_store(db) as store:
        for start in range(0, DOCUMENTS, TOGETHER):
            documents = [_document(number) for number in range(start, start + TOGETHER)]
            for document in documents:
                store.add(document, records_of(document, CODER), CODER)
            store.flush()
            acknowledge([document.id for document in documents])


def _document(number: int) -> Document:
    events = tuple(replace(raid(), id=f"e-{number}-{each}") for each in range(EVENTS))
    return replace(raid_document(), id=f"raid-{number}.txt", events=events)


def ingest_and_tell(db: str, told: Connection, room: int | None) -> None:
    """Ingests, sends the ids that were written and at last the error; files may grow to `room` bytes."""
    if room is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    try:
        ingest(db, told.send)
    except DatelineError as error:
        told.send([str(error)])
