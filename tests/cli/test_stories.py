"""`dateline stories`: a go, the list, one story, a split and a join; and happenings exported as one record each."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.cli.main import app
from tests.store.test_stories import REPORTS, add


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def db(tmp_path: Path) -> str:
    """Five reports of two happenings, in no story yet."""
    add(str(tmp_path / "news.duckdb"), REPORTS)
    return str(tmp_path / "news.duckdb")


def listed(db: str) -> dict[str, int]:
    rows = map(json.loads, run("stories", "list", "--db", db, "--json", "--order", "largest").stdout.splitlines())
    return {row["id"]: row["documents"] for row in rows}


def test_a_go_links_and_merges_once(db: str) -> None:
    assert "no stories yet" in run("stories", "list", "--db", db).stdout
    assert json.loads(run("stories", "--db", db, "--json").stdout) == {"linked": 5, "merged": 2}
    assert run("stories", "--db", db).stderr == "0 documents linked, 0 stories merged\n"
    assert list(listed(db).values()) == [3, 2]


def test_a_story_is_shown_with_its_documents_and_happenings(db: str) -> None:
    run("stories", "--db", db)
    (raided, _) = listed(db)
    table = run("stories", "show", raided, "--db", db).stdout
    assert "Title of a" in table and "dead 2–4" in table and "injured 9 or more" in table
    whole = json.loads(run("stories", "show", raided, "--db", db, "--json").stdout)
    assert [each["id"] for each in whole["documents"]] == ["a", "b", "d"]


def test_stories_are_split_and_joined(db: str) -> None:
    run("stories", "--db", db)
    raided, farms = listed(db)
    made = run("stories", "split", raided, "d", "--db", db).stdout.strip()
    assert listed(db) == {raided: 2, farms: 2, made: 1}
    assert run("stories", "join", raided, made, "--db", db).stdout.strip() == raided
    assert listed(db) == {raided: 3, farms: 2}
    (wrong, missing) = (run("stories", "split", farms, "a", "--db", db), run("stories"))
    assert "a is not in" in str(wrong.exception) and "name the database" in str(missing.exception)


def test_queries_tell_the_story_and_how_many_report(db: str) -> None:
    run("stories", "--db", db)
    (raided, farms) = listed(db)
    columns = ("--columns", "document_id,story,reports", "--json")
    rows = [json.loads(row) for row in run("query", "--db", db, *columns).stdout.splitlines()]
    assert sorted(row["document_id"] for row in rows) == ["a", "b", "d"]
    assert {(row["story"], row["reports"]) for row in rows} == {(raided, 3)}
    assert run("query", "--db", db, "--story", farms, "--json").stdout == ""


def test_a_happening_is_exported_as_one_record(db: str, tmp_path: Path) -> None:
    target = tmp_path / "happenings.jsonl"
    assert "nothing is merged" in str(run("export", "jsonl", db, "--merged", "-o", target).exception)
    run("stories", "--db", db)
    run("export", "jsonl", db, "--merged", "-o", target)
    (record,) = map(json.loads, target.read_text("utf8").splitlines())
    assert (record["id"], len(record["mention_ids"]), record["merged"]["reports"]) == ("e-a", 3, 3)
    assert record["story_id"] == next(iter(listed(db)))
    assert "in a database" in str(run("export", "jsonl", target, "--merged", "-o", tmp_path / "b.jsonl").exception)
    run("export", "gdelt", db, "--merged", "-o", tmp_path / "g.tsv")
    cells = (tmp_path / "g.tsv").read_text("utf8").splitlines()[0].split("\t")
    assert cells[31:34] == ["3", "1", "3"]
