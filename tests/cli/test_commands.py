"""The commands as a user runs them, with the real language model."""

import json
from pathlib import Path

import pyarrow.parquet
import pytest
from typer.testing import CliRunner, Result

from dateline.cli.main import app

pytestmark = pytest.mark.model

STRIKE = (
    "Date: 2024-03-06\n\nIsraeli warplanes bombed a military base in Syria on Tuesday, killing at least 12 soldiers.\n"
)


def _run(*arguments: object, text: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=text)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "strike.txt"
    path.write_text(STRIKE, "utf8")
    return path


def test_code_prints_a_table_and_counts(article: Path) -> None:
    result = _run("code", article)
    assert result.exit_code == 0, result.output
    assert "ASSAULT" in result.stdout
    assert "2024-03-05" in result.stdout
    assert "1 coded, 0 skipped, 0 failed" in result.stderr


def test_code_reads_standard_input_and_prints_json() -> None:
    result = _run("code", "-", "--json", text=STRIKE)
    (record,) = [json.loads(line) for line in result.stdout.splitlines()][:1]
    assert record["event"] == "ASSAULT"
    assert record["actor"][0]["country"] == "ISR"
    start, end = record["trigger"]["span"]
    assert record["sentence"]["text"][start - record["sentence"]["span"][0] :].startswith(record["trigger"]["text"])
    assert end - start == len(record["trigger"]["text"])


@pytest.mark.parametrize("ending", ["jsonl", "parquet", "csv"])
def test_code_writes_each_format(article: Path, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"events.{ending}"
    assert _run("code", article, "-o", target).exit_code == 0
    if ending == "parquet":
        assert "ASSAULT" in pyarrow.parquet.read_table(target).column("event").to_pylist()
    else:
        assert "ASSAULT" in target.read_text("utf8")


def test_code_keeps_the_ids_of_jsonl_and_goes_on_after_a_bad_line(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    good = {"id": "n-1", "text": STRIKE.split("\n\n")[1], "published": "2024-03-06"}
    path.write_text(json.dumps(good) + "\n{not json\n" + json.dumps({"id": "n-2"}) + "\n", "utf8")
    result = _run("code", path, "--json")
    assert result.exit_code == 1
    assert {json.loads(line)["document_id"] for line in result.stdout.splitlines()} == {"n-1"}
    assert "news.jsonl:2" in result.stderr
    assert "news.jsonl:3" in result.stderr
    assert "1 coded, 0 skipped, 2 failed" in result.stderr


def test_code_fills_a_database_once(article: Path, tmp_path: Path) -> None:
    import duckdb

    target = tmp_path / "news.duckdb"
    for _ in range(2):
        assert _run("code", article, tmp_path / "none.txt", "--db", target).exit_code == 1
    with duckdb.connect(str(target), read_only=True) as database:
        counts = [database.execute(f"SELECT count(*) FROM {name}").fetchone() for name in ("documents", "failures")]
        types = database.execute("SELECT count(*), count(DISTINCT id) FROM events").fetchone()
    assert counts[0] == (1,)
    assert counts[1] is not None
    assert counts[1][0] >= 1
    assert types is not None
    assert types[0] == types[1] > 0


def test_another_language_is_skipped_with_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "deutsch.txt"
    sentence = (
        "Der Präsident hat am Dienstag in Berlin erklärt, dass die Regierung den Vertrag nicht unterzeichnen werde. "
    )
    path.write_text(sentence * 6, "utf8")
    result = _run("code", path)
    assert result.exit_code == 0
    assert "skipped" in result.stderr
    assert "0 coded, 1 skipped, 0 failed" in result.stderr


def test_parse_shows_words_and_tree(article: Path) -> None:
    result = _run("parse", article, "--conllu")
    rows = [line.split("\t") for line in result.stdout.splitlines() if line and not line.startswith("#")]
    verb = next(row for row in rows if row[1] == "bombed")
    assert verb[2:5] == ["bomb", "VERB", "VBD"]
    assert verb[7] == "root"
    (first, *_) = [json.loads(line) for line in _run("parse", article, "--json").stdout.splitlines()]
    assert [word["text"] for word in first["words"]][:2] == ["Israeli", "warplanes"]
    assert "bombed" in _run("parse", article).stdout


def test_explain_names_the_rule_and_the_reason_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    path.write_text("Israeli warplanes bombed a base in Syria.\n\nThe weather was fine in the capital.\n", "utf8")
    traces = [json.loads(line) for line in _run("explain", path, "--json").stdout.splitlines()]
    assert [attempt["trigger"] for attempt in traces[0]["attempts"] if attempt["event"]] == ["bombed"]
    assert traces[0]["attempts"][0]["rule"].startswith("assault.")
    assert traces[1]["reason"]
    text = _run("explain", path).stdout
    assert "bombed" in text
    assert "nothing" in text


def test_explain_tells_times_and_how_an_event_got_its_date(tmp_path: Path) -> None:
    path = tmp_path / "dated.txt"
    told = "Israeli warplanes bombed a base in Syria two days after the vote. The army said on Tuesday that rebels shelled it."
    path.write_text(f"Date: 2023-07-05\n\n{told}\n", "utf8")
    first, second = [json.loads(line) for line in _run("explain", path, "--json").stdout.splitlines()]
    (time,) = first["times"]
    assert (time["text"], time["value"], time["offset"]) == ("two days after the vote", "P2D", "+P2D")
    (bombed,) = [attempt["date"] for attempt in first["attempts"] if attempt["event"]]
    (shelled,) = [attempt["date"] for attempt in second["attempts"] if attempt["event"]]
    assert (bombed["by"], bombed["offset"], shelled["by"], shelled["start"]) == (
        "clause",
        "+P2D",
        "publication",
        "2023-07-05",
    )
    printed = _run("explain", path).stdout
    assert "'Tuesday' = 2023-07-04 by time.weekday" in printed
    assert "by the publication" in printed


def test_explain_names_the_status_and_its_cue(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("Rebels did not bomb the base in Syria.\n", "utf8")
    (trace,) = [json.loads(line) for line in _run("explain", path, "--json").stdout.splitlines()]
    cue = {"text": "not", "rule": "factuality.negation"}
    wanted = {"status": "negated", "historical": False, "cues": [cue]}
    assert wanted in [attempt["factuality"] for attempt in trace["attempts"]]
    assert "negated by 'not' (factuality.negation)" in _run("explain", path).stdout


def test_explain_names_source_cue_kind_and_rule(tmp_path: Path) -> None:
    path = tmp_path / "said.txt"
    path.write_text("The mayor said that rebels had bombed a base in Syria.\n", "utf8")
    (trace,) = [json.loads(line) for line in _run("explain", path, "--json").stdout.splitlines()]
    (voice,) = trace["attributions"]
    assert (voice["source"], voice["cue"], voice["kind"]) == ("The mayor", "said", "indirect")
    assert "The mayor | said | rebels had bombed" in " ".join(_run("explain", path).stdout.split())


def test_rules_list_and_try() -> None:
    rows = [json.loads(line) for line in _run("rules", "list", "--json").stdout.splitlines()]
    assert {row["type"] for row in rows} >= {"ASSAULT", "AGREE", "CONSULT"}
    assert "ASSAULT" in _run("rules", "try", "Rebels shelled the town.").stdout
