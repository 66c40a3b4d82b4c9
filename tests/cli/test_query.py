"""`dateline query`, `search`, `runs`, `diff` and `snapshot`, as a user runs them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.cli.main import app
from tests.store.databases import all_records, fill


@pytest.fixture
def db(tmp_path: Path) -> str:
    return fill(str(tmp_path / "news.duckdb"))


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def _lines(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_query_filters_and_prints(db: str, tmp_path: Path) -> None:
    aid = [record for record in all_records() if record["event"] == "AID"]
    assert len(_lines(_run("query", "--db", db, "--type", "aid", "--columns", "id,date_start", "--json"))) == len(aid)
    assert "Daily Post" in _run("query", "--db", db, "--limit", "1").stdout
    assert "no rows" in _run("query", "--db", db, "--publisher", "none").stderr
    assert _lines(_run("query", "--db", db, "--sql", "SELECT 1 AS one", "--json")) == [{"one": 1}]
    assert "stands alone" in str(_run("query", "--db", db, "--sql", "SELECT 1", "--type", "AID").exception)
    assert "no such database" in str(_run("query", "--db", tmp_path / "none.duckdb").exception)


def test_search_runs_and_snapshot_print_what_they_found(db: str, tmp_path: Path) -> None:
    (hit,) = _lines(_run("search", "raid", "--db", db, "--limit", "1", "--json"))
    assert hit["marks"] == [[39, 45]]
    assert "port of Sanga" in _run("search", "raid", "--documents", "--db", db).stdout
    (run,) = _lines(_run("runs", "--db", db, "--json"))
    assert run["events"] == len(all_records())
    tables = {
        line["table"]: line["rows"] for line in _lines(_run("snapshot", tmp_path / "latest", "--db", db, "--json"))
    }
    assert tables["events"] == len(all_records())
    assert _lines(_run("diff", run["id"], run["id"], "--db", db, "--json")) == []
    assert "no run 'x'" in str(_run("diff", "x", run["id"], "--db", db).exception)
