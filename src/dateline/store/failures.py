"""What could not be coded: where it was, why, and when that was found."""

from dataclasses import dataclass

from dateline.store.reading import Reader

_QUERY = """
    SELECT place, line, record_id AS record, reason, CAST(failed AS TEXT) AS failed FROM failures
    ORDER BY place, line, record_id, reason
"""


@dataclass(frozen=True, slots=True)
class Failure:
    """`line` is 0 and `record` empty where a whole file failed; `failed` is UTC."""

    place: str
    line: int
    record: str
    reason: str
    failed: str


def failures_in(reader: Reader) -> tuple[Failure, ...]:
    """All failures, by their place."""
    return tuple(Failure(**row) for batch in reader.ask(_QUERY) for row in batch.to_pylist())
