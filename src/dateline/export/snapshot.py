"""A whole database as a folder of Parquet, with a manifest that explains it."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.export.answers import plain_schema, plain_table
from dateline.export.replacing import replacing_folder
from dateline.store.reading import Reader
from dateline.store.runs import runs_in

MANIFEST = "datapackage.json"

_TABLES = """
    SELECT table_name FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name <> 'migrations' ORDER BY table_name
"""
_TYPES = {"int": "integer", "float": "number", "double": "number", "bool": "boolean", "date": "date", "list": "list"}
"""Arrow's types by how their names begin, as Table Schema (Frictionless Data) names them."""


@dataclass(frozen=True, slots=True)
class Part:
    """One table as it was written."""

    name: str
    rows: int
    schema: pa.Schema


def write_snapshot(reader: Reader, folder: Path) -> tuple[Part, ...]:
    """Writes every table as it is at one moment; the folder takes its name when all is written.

    Raises UsageError where the folder holds what no snapshot wrote, or cannot be written.
    """
    names = [row["table_name"] for batch in reader.ask(_TABLES) for row in batch.to_pylist()]
    with replacing_folder(folder, {MANIFEST, *_written_before(folder), *(f"{name}.parquet" for name in names)}) as part:
        parts = tuple(_write(reader, name, part) for name in names)
        manifest = {"profile": "data-package", "name": "dateline-snapshot", **_contents(parts, reader)}
        (part / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", "utf8")
    return parts


def _written_before(folder: Path) -> set[str]:
    """The files of the snapshot that is there."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf8"))
        return {each["path"] for each in manifest["resources"]}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _write(reader: Reader, name: str, folder: Path) -> Part:
    answer, rows = reader.ask(f'SELECT * FROM "{name}" ORDER BY 1'), 0
    schema = plain_schema(answer.schema)
    with pq.ParquetWriter(folder / f"{name}.parquet", schema, compression="zstd") as file:
        for batch in answer:
            rows += batch.num_rows
            file.write_table(plain_table(batch, schema))
    return Part(name, rows, schema)


def _contents(parts: tuple[Part, ...], reader: Reader) -> dict[str, Any]:
    return {"resources": [_resource(part) for part in parts], "runs": [asdict(run) for run in runs_in(reader)]}


def _resource(part: Part) -> dict[str, Any]:
    columns = [{"name": field.name, "type": _type(field.type), "arrow_type": str(field.type)} for field in part.schema]
    path = f"{part.name}.parquet"
    return {"name": part.name, "path": path, "format": "parquet", "rows": part.rows, "schema": {"fields": columns}}


def _type(kind: pa.DataType) -> str:
    name = str(kind)
    return next((told for beginning, told in _TYPES.items() if name.startswith(beginning)), "string")
