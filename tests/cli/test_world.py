"""`dateline world`, as a user runs it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.cli.main import app

pytestmark = pytest.mark.model


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def db(tmp_path: Path) -> Path:
    article = tmp_path / "report.txt"
    article.write_text(
        "Date: 2024-05-02\n\nKenyan President Ana Mwangi visited Lima. Sweden joined NATO in March.\n", "utf8"
    )
    assert _run("code", article, "--db", tmp_path / "news.duckdb").exit_code == 0
    return tmp_path / "news.duckdb"


def test_it_tells_offices_and_memberships_with_their_words(db: Path) -> None:
    result = _run("world", "--db", db)
    assert result.exit_code == 0, result.stderr
    assert "holds-office President of Kenya" in result.stdout
    assert "“Kenyan President Ana Mwangi”" in result.stdout
    lines = [json.loads(line) for line in _run("world", "Sweden", "--db", db, "--json").stdout.splitlines()]
    assert [(line["kind"], line["of"]["country"]) for line in lines] == [("member-of", "IGO")]


def test_what_cannot_be_told_is_said(db: Path, tmp_path: Path) -> None:
    assert "there is no such database" in str(_run("world", "--db", tmp_path / "none.duckdb").exception)
    assert "tells of 'Fiji'" in str(_run("world", "Fiji", "--db", db).exception)
    assert "by 2020-01-01" in str(_run("world", "--db", db, "--as-of", "2020-01-01").exception)
