"""Numbered SQL scripts that bring a database from any earlier shape to the present one.

`0001_tables.sql` is for every database, `0002_indexes.postgresql.sql` for the one that it names.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from dateline.errors import UsageError
from dateline.store.database import Database

FOLDER = Path(__file__).parent


def migrate(database: Database) -> None:
    """Applies, in one transaction, the scripts that the database has not seen.

    Raises UsageError for a database that has seen scripts unknown here.
    """
    with database.transaction():
        database.lock()
        database.execute("CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY)")
        applied = {str(name) for (name,) in database.execute("SELECT name FROM migrations")}
        known = _scripts(database.kind)
        if unknown := sorted(applied - {script.name for script in known}):
            raise UsageError(
                f"{database.name}: made by a newer Dateline (it has {unknown[0]}); upgrade Dateline to use it"
            )
        for script in known:
            if script.name not in applied:
                database.execute(script.read_text("utf8"))
                database.execute("INSERT INTO migrations VALUES (?)", [script.name])


@cache
def _scripts(kind: str) -> Sequence[Path]:
    """Scripts for databases of this kind, in the order of their numbers."""
    every = sorted(FOLDER.glob("[0-9]*.sql"))
    return [script for script in every if script.stem.partition(".")[2] in ("", kind)]
