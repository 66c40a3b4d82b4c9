"""Coding inside other engines: Arrow record batches of articles in, record batches of events out."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from dateline.config import Settings
from dateline.errors import BadRecord, InputError
from dateline.model import Document

if TYPE_CHECKING:
    import pyarrow as pa

    from dateline.pipeline import Pipeline

_log = logging.getLogger(__name__)

Batches = Iterable["pa.RecordBatch"]


def code_batches(
    batches: Batches, settings: Settings | None = None, on_failure: Callable[[InputError], None] | None = None
) -> Iterator["pa.RecordBatch"]:
    """For each batch of articles one of their events, in order and with the schema of `event_schema()`.

    A batch has a column `text` and, if known, `id`, `published`, `title`, `publisher`, `url`, `author` and `language`. An
    article without an id gets one made from its text. One that cannot be coded costs only itself: it is logged, or given
    to `on_failure`. The model is loaded once in a process.
    """
    import pyarrow as pa

    pipeline = _pipeline(settings or Settings())
    for batch in batches:
        records = _records(pipeline, batch, on_failure or _log_failure)
        yield pa.RecordBatch.from_pylist(records, schema=event_schema())


def event_schema() -> "pa.Schema":
    """The schema of the events, which is that of the Parquet files too."""
    from dateline.export.parquet import SCHEMA

    return SCHEMA


def _records(pipeline: "Pipeline", batch: "pa.RecordBatch", fail: Callable[[InputError], None]) -> list[Any]:
    from dateline.export.record import records_of
    from dateline.run.job import Coded, code_all

    records: list[Any] = []
    for outcome in code_all(pipeline.code, map(_document, batch.to_pylist())):
        if isinstance(outcome, Coded):
            records += records_of(outcome.document, pipeline.identity)
        else:
            fail(outcome.error)
    return records


def _document(row: Mapping[str, Any]) -> Document | InputError:
    from dateline.readers.reading import spoken
    from dateline.readers.records import document_of
    from dateline.readers.table import plain

    name = _name(row)
    try:
        return spoken(document_of({key: plain(value) for key, value in row.items()}, name), name)
    except ValueError as error:
        return BadRecord(name, str(error))


def _name(row: Mapping[str, Any]) -> str:
    """What complaints call the article, and its id where it has none: the same wherever and however often it is coded."""
    if row.get("id") not in (None, ""):
        return str(row["id"])
    return "t-" + sha256(str(row.get("text")).encode(errors="replace")).hexdigest()[:16]


def _log_failure(error: InputError) -> None:
    _log.warning("not coded: %s", error)


@lru_cache(maxsize=1)
def _pipeline(settings: Settings) -> "Pipeline":
    from dateline.pipeline import build

    return build(settings)
