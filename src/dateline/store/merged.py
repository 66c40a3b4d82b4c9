"""Happenings read from a database as records: the first report of each, with what all reports tell."""

import json
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any

from dateline.store.asking import Row, ask
from dateline.store.reading import Reader

if TYPE_CHECKING:
    from dateline.export.shape import Merged, MergedRecord

_REPORTS = """
    SELECT merged_id, story_id, merged_events.status, reports, publishers, asserted_by, denied_by, CAST(tolls AS TEXT) AS tolls,
        CAST(record AS TEXT) AS record
    FROM merged_events JOIN event_members ON merged_id = merged_events.id
    JOIN events ON events.id = event_id AND events.coder_id = event_members.coder_id
    ORDER BY merged_id, is_first DESC, events.id
"""


def merged_records(reader: Reader) -> "Iterator[MergedRecord]":
    """A record for each happening."""
    rows = chain.from_iterable(batch.to_pylist() for batch in reader.ask(_REPORTS))
    for _, reports in groupby(rows, key=lambda row: row["merged_id"]):
        yield _record(list(reports))


def count_merged(reader: Reader) -> int:
    """How many happenings there are."""
    (row,) = ask(reader, "SELECT count(*) AS found FROM merged_events")
    return int(row["found"])


def _record(reports: Sequence[Row]) -> "MergedRecord":
    first, *others = (json.loads(row["record"]) for row in reports)
    facts = reports[0]
    made: dict[str, Any] = {
        **first,
        "mention_ids": [id for record in (first, *others) for id in record["mention_ids"]],
        "story_id": facts["story_id"],
        "factuality": {**first["factuality"], "status": facts["status"]},
        "merged": _merged(facts),
    }
    return made  # type: ignore[return-value]


def _merged(facts: Row) -> "Merged":
    return {
        "id": facts["merged_id"],
        "reports": facts["reports"],
        "publishers": facts["publishers"],
        "asserted_by": facts["asserted_by"],
        "denied_by": facts["denied_by"],
        "tolls": json.loads(facts["tolls"]),
    }
