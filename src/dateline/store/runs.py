"""Runs: what coded, and how much of the database is its work."""

from dataclasses import dataclass

from dateline.errors import UsageError
from dateline.store.reading import Reader

_QUERY = """
    SELECT coders.id AS id, version, ontology, model, rules_hash, count(DISTINCT events.document_id) AS documents,
        count(events.id) AS events
    FROM coders LEFT JOIN events ON events.coder_id = coders.id
    GROUP BY coders.id, version, ontology, model, rules_hash
    ORDER BY version, coders.id
"""


@dataclass(frozen=True, slots=True)
class Run:
    """A coder and its work: documents with events, and events."""

    id: str
    version: str
    ontology: str
    model: str
    rules_hash: str
    documents: int
    events: int


def runs_in(reader: Reader) -> tuple[Run, ...]:
    """All runs, by the coder's version."""
    return tuple(Run(**row) for batch in reader.ask(_QUERY) for row in batch.to_pylist())


def run_named(reader: Reader, name: str) -> Run:
    """The run whose id is or begins with `name`; raises UsageError where there is none or more than one."""
    found = [run for run in runs_in(reader) if run.id.startswith(name)]
    if not name or not found:
        raise UsageError(f"no run {name!r}; `dateline runs` lists them")
    if len(found) > 1:
        raise UsageError(f"{name!r} begins the ids of {len(found)} runs: {', '.join(run.id for run in found)}")
    return found[0]
