"""`dateline export`: formats listed and written, losses and counts told, mistakes named."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.errors import UsageError
from dateline.export.writers import open_writer
from tests.export.examples import bare_record, negated, raid_record


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "events.jsonl"
    with open_writer(path) as writer:
        writer.write([raid_record(), bare_record(), negated(raid_record())])
    return path


def test_the_list_tells_every_format_and_its_losses() -> None:
    told = [json.loads(line) for line in _run("export", "--list", "--json").stdout.splitlines()]
    assert len(told) == 16
    assert all(each["losses"] and each["endings"] for each in told)
    plain = _run("export", "--list").stdout
    assert all(loss in plain for each in told for loss in each["losses"])


def test_counts_and_losses_are_told(source: Path, tmp_path: Path) -> None:
    result = _run("export", "icews", source, "-o", tmp_path / "events.tsv", "--json")
    assert "icews: Attribution is lost" in result.stderr
    assert "1 events, 1 without a date left out, 1 negated left out" in result.stderr
    assert json.loads(result.stdout)["left_out"] == {"without a date": 1, "negated": 1}
    assert len((tmp_path / "events.tsv").read_text("utf8").splitlines()) == 3


def test_statuses_can_be_asked_for(source: Path, tmp_path: Path) -> None:
    result = _run("export", "csv", source, "-o", tmp_path / "events.csv", "--status", "negated")
    assert "1 events, 2 actual left out" in result.stderr


def test_an_ontology_of_ones_own_names_the_columns(source: Path, tmp_path: Path) -> None:
    own = tmp_path / "rules"
    own.mkdir()
    (own / "ontology.yaml").write_text(
        'name: songs\ntypes:\n  - {code: SING, quad: 1, score: 2, cameo: "05"}\ncontexts: [music]\n', "utf8"
    )
    (own / "goldstein.tsv").write_text("cameo\tgoldstein\n05\t3.5\n", "utf8")
    _run("export", "codebook", source, "-o", tmp_path / "codebook.md", "--ontology", own)
    text = (tmp_path / "codebook.md").read_text("utf8")
    assert "| `SING` |" in text
    assert "| `ASSAULT` | not of this ontology |" in text


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((), "name a format, a source and a target"),
        (("tapestry", "a.jsonl", "-o", "b.csv"), "no format 'tapestry'; known are parquet, csv"),
        (("csv", "none.jsonl", "-o", "b.csv"), "there is no such file"),
        (("csv", "none.jsonl", "-o", "b.docx"), "csv is written to a file ending in .csv"),
        (("csv", "none.jsonl", "-o", "b.csv", "--ontology", "nowhere"), "there is no folder of rules nowhere"),
    ],
)
def test_mistakes_are_named(arguments: tuple[str, ...], reason: str) -> None:
    result = CliRunner().invoke(app, ["export", *arguments])
    assert isinstance(result.exception, UsageError)
    assert reason in str(result.exception)


def test_an_unknown_status_is_named(source: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(
        app, ["export", "csv", str(source), "-o", str(tmp_path / "b.csv"), "--status", "certain"]
    )
    assert "no status 'certain'; known are actual" in str(result.exception)


def _run(*arguments: Any) -> Any:
    result = CliRunner().invoke(app, list(map(str, arguments)))
    assert result.exit_code == 0, result.exception
    return result
