"""Numbered SQL scripts that bring a database from any earlier shape to the present one."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import UsageError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FOLDER = Path(__file__).parent


def migrate(connection: "DuckDBPyConnection", path: Path) -> None:
    """Applies, in one transaction, the scripts that the database at `path` has not seen.

    Raises UsageError for a database that has seen scripts unknown here.
    """
    connection.execute("CREATE TABLE IF NOT EXISTS migrations (name VARCHAR PRIMARY KEY)")
    applied = {name for (name,) in connection.execute("SELECT name FROM migrations").fetchall()}
    known = _scripts()
    if unknown := sorted(applied - {script.name for script in known}):
        raise UsageError(f"{path}: made by a newer Dateline (it has {unknown[0]}); upgrade Dateline to use it")
    connection.begin()
    for script in known:
        if script.name not in applied:
            connection.execute(script.read_text("utf8"))
            connection.execute("INSERT INTO migrations VALUES (?)", [script.name])
    connection.commit()


@cache
def _scripts() -> Sequence[Path]:
    return sorted(FOLDER.glob("[0-9]*.sql"))
