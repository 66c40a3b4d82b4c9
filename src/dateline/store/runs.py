"""Runs: what coded, and how much of the database is its work."""

from dataclasses import dataclass

from dateline.errors import UsageError
from dateline.store.reading import Reader

_QUERY = """
    SELECT id, version, ontology, model, rules_hash, CAST(began AS TEXT) AS began,
        (SELECT count(*) FROM codings WHERE coder_id = runs.id) AS documents,
        (SELECT count(*) FROM events WHERE coder_id = runs.id) AS events
    FROM runs ORDER BY runs.began, id
"""


@dataclass(frozen=True, slots=True)
class Run:
    """A coder and its work: when it first coded (UTC), documents coded and events found."""

    id: str
    version: str
    ontology: str
    model: str
    rules_hash: str
    began: str
    documents: int
    events: int


def runs_in(reader: Reader) -> tuple[Run, ...]:
    """All runs, the oldest first."""
    return tuple(Run(**row) for batch in reader.ask(_QUERY) for row in batch.to_pylist())


def run_named(reader: Reader, name: str) -> Run:
    """The run whose id is or begins with `name`; raises UsageError where there is none or more than one."""
    found = [run for run in runs_in(reader) if run.id.startswith(name)]
    if not name or not found:
        raise UsageError(f"no run {name!r}; `dateline runs` lists them")
    if len(found) > 1:
        raise UsageError(f"{name!r} begins the ids of {len(found)} runs: {', '.join(run.id for run in found)}")
    return found[0]
