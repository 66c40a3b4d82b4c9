"""What a JOB.toml says."""

from dataclasses import dataclass
from pathlib import Path

from dateline.config import Settings, Table, is_count, is_text, read_toml, settings_of
from dateline.errors import UsageError
from dateline.readers.records import FIELDS, Columns

ENGINES = ("local", "ray")
_KEYS = ("input", "output", "engine", "jobs", "address", "map", "settings")


@dataclass(frozen=True, slots=True)
class Job:
    """Files to code and where the shards go, with absolute paths; `address` is that of a Ray cluster."""

    input: tuple[str, ...]
    output: Path
    engine: str
    jobs: int
    address: str | None
    columns: Columns
    settings: Settings


def read_job(path: Path) -> Job:
    """The job of a file, whose paths count from its folder.

    Raises UsageError, which names the file and the key, for what is missing, unknown or of the wrong kind.
    """
    table = Table(str(path), read_toml(path, "job file"))
    table.refuse_unknown(_KEYS)
    base = path.resolve().parent
    job = Job(
        input=tuple(str(base / each) for each in table.required("input", _is_texts, 'a list such as ["news/*.jsonl"]')),
        output=(base / table.required("output", is_text, "the name of a folder")).resolve(),
        engine=table.optional("engine", lambda it: it in ENGINES, f"one of {', '.join(ENGINES)}", "local"),
        jobs=table.optional("jobs", is_count, "a whole number above 0", 1),
        address=table.optional("address", is_text, 'the address of a Ray cluster, such as "auto"', None),
        columns=_columns(table),
        settings=settings_of(table.optional("settings", _is_table, "a table of settings", {}), f"{path} [settings]"),
    )
    if job.address and job.engine != "ray":
        raise UsageError(f'{path}: address is for engine = "ray" alone')
    return job


def _columns(table: Table) -> Columns:
    columns: dict[str, str] = table.optional("map", _is_table, 'a table such as { text = "body" }', {})
    for field, column in columns.items():
        if field not in FIELDS:
            raise UsageError(f"{table.where}: map.{field} is no field; fields are {', '.join(FIELDS)}")
        if not is_text(column):
            raise UsageError(f"{table.where}: map.{field} must be the name of a column, not {column!r}")
    return columns


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(is_text(each) for each in value)


def _is_table(value: object) -> bool:
    return isinstance(value, dict)
