"""`dateline failures`: what failed is listed, and is gone once it is mended and tried again."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.cli.main import app


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.mark.model
def test_failures_are_listed_tried_again_and_forgiven(tmp_path: Path) -> None:
    db, news = tmp_path / "news.duckdb", tmp_path / "news.jsonl"
    told = {"id": "one", "text": "Police in Niamey arrested two journalists on Monday.", "published": "2024-05-02"}
    news.write_text(json.dumps(told) + '\n{"id": "two"}\n', "utf8")
    assert _run("code", news, "--db", db).exit_code == 1
    (failure,) = map(json.loads, _run("failures", "--db", db, "--json").stdout.splitlines())
    assert (failure["place"], failure["line"]) == (str(news), 2)
    assert "text" in _run("failures", "--db", db).stdout
    mended = {**told, "id": "two", "text": "Rebels shelled the town of Kidal on Tuesday."}
    news.write_text(json.dumps(told) + "\n" + json.dumps(mended) + "\n", "utf8")
    again = _run("failures", "--db", db, "--retry")
    assert (again.exit_code, again.stderr.splitlines()[-1]) == (0, "1 coded, 1 coded before, 0 skipped, 0 failed")
    assert "no failures" in _run("failures", "--db", db).stdout
    assert len(_run("query", "--db", db, "--json").stdout.splitlines()) == 2


@pytest.mark.model
def test_what_comes_from_no_file_is_named(tmp_path: Path) -> None:
    db = tmp_path / "news.duckdb"
    _run("code", tmp_path / "gone.txt", "--db", db)
    assert "gone.txt is no file that is there" in _run("failures", "--db", db, "--retry").stderr
