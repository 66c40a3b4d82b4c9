"""Opening a database: made, brought up to date, or refused with a reason."""

import subprocess
import sys
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.store.opening import open_store


def test_a_file_made_once_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    for _ in range(2):
        with open_store(str(path)) as store:
            names = [name for (name,) in store.database.execute("SELECT name FROM migrations ORDER BY name")]
            assert names == ["0001_tables.sql", "0003_asked.sql", "0004_parties.duckdb.sql"]


def test_what_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("notes\n" * 1000, "utf8")
    with pytest.raises(UsageError, match="not a DuckDB database"), open_store(str(path)):
        pass
    assert path.read_text("utf8").startswith("notes")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(UsageError, match="there is no folder .*none"),
        open_store(str(tmp_path / "none" / "news.duckdb")),
    ):
        pass


def test_a_database_of_a_newer_dateline_is_refused(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "news.duckdb")) as store:
        store.database.execute("INSERT INTO migrations VALUES ('9999_later.sql')")
    with pytest.raises(UsageError, match="newer Dateline .*9999_later"), open_store(str(tmp_path / "news.duckdb")):
        pass


def test_a_file_that_another_program_holds_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    other = f"from dateline.store.opening import open_store; open_store({str(path)!r}).__enter__()"
    with open_store(str(path)):
        done = subprocess.run([sys.executable, "-c", other], capture_output=True, text=True, check=False)
    assert "in use by another program" in done.stderr
