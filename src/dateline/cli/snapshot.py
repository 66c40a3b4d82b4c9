"""`dateline snapshot`: a database as a folder of Parquet."""

import json
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.answers import Database, print_table
from dateline.cli.inputs import Json


def snapshot(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to write; an older snapshot is replaced.")],
    db: Database,
    as_json: Json = False,
) -> None:
    """Write every table as Parquet with a manifest; the folder is there whole or as it was before."""
    from dateline.export.snapshot import write_snapshot
    from dateline.store.reading import open_reader

    with open_reader(db) as reader:
        parts = write_snapshot(reader, folder)
    if as_json:
        for part in parts:
            print(json.dumps({"table": part.name, "rows": part.rows, "columns": part.schema.names}))
    else:
        print_table(["table", "rows"], [[part.name, str(part.rows)] for part in parts])
