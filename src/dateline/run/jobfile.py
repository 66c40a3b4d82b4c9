"""What a JOB.toml says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeGuard

from dateline.config import Settings, read_toml, settings_of
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
    table = _Table(path, read_toml(path, "job file"))
    table.refuse_unknown()
    base = path.resolve().parent
    job = Job(
        input=tuple(str(base / each) for each in table.required("input", _is_texts, 'a list such as ["news/*.jsonl"]')),
        output=(base / table.required("output", _is_text, "the name of a folder")).resolve(),
        engine=table.optional("engine", lambda it: it in ENGINES, f"one of {', '.join(ENGINES)}", "local"),
        jobs=table.optional("jobs", _is_count, "a whole number above 0", 1),
        address=table.optional("address", _is_text, 'the address of a Ray cluster, such as "auto"', None),
        columns=_columns(table),
        settings=settings_of(table.optional("settings", _is_table, "a table of settings", {}), f"{path} [settings]"),
    )
    if job.address and job.engine != "ray":
        raise UsageError(f'{path}: address is for engine = "ray" alone')
    return job


@dataclass(frozen=True, slots=True)
class _Table:
    path: Path
    values: Mapping[str, Any]

    def refuse_unknown(self) -> None:
        for key in self.values:
            if key not in _KEYS:
                near = get_close_matches(key, _KEYS, 1)
                hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(_KEYS)}"
                raise UsageError(f"{self.path}: unknown key {key}; {hint}")

    def required(self, key: str, fits: Callable[[Any], bool], wanted: str) -> Any:
        if key not in self.values:
            raise UsageError(f"{self.path}: lacks {key}, {wanted}")
        return self.optional(key, fits, wanted, None)

    def optional(self, key: str, fits: Callable[[Any], bool], wanted: str, default: Any) -> Any:
        value = self.values.get(key, default)
        if key in self.values and not fits(value):
            raise UsageError(f"{self.path}: {key} must be {wanted}, not {value!r}")
        return value


def _columns(table: _Table) -> Columns:
    columns: dict[str, str] = table.optional("map", _is_table, 'a table such as { text = "body" }', {})
    for field, column in columns.items():
        if field not in FIELDS:
            raise UsageError(f"{table.path}: map.{field} is no field; fields are {', '.join(FIELDS)}")
        if not _is_text(column):
            raise UsageError(f"{table.path}: map.{field} must be the name of a column, not {column!r}")
    return columns


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(_is_text(each) for each in value)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _is_table(value: object) -> bool:
    return isinstance(value, dict)
