"""`dateline evaluate events` and `factuality` as a user runs them, with the real language model."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.cli.main import app
from tests.evaluate.examples import plv_line, write

pytestmark = pytest.mark.model

LINES = [
    plv_line("right", "<s>Rebels</s> shelled <t>a village</t> on Friday.", "ASSAULT", 4),
    plv_line("wrong", "<s>Rebels</s> shelled <t>a town</t> on Friday.", "AID", 2),
    plv_line("nothing", "<s>The weather</s> was fine in <t>the town</t>.", "AID", 2),
]


def _run(*arguments: object, layer: str = "events") -> Result:
    return CliRunner().invoke(app, ["evaluate", layer, *map(str, arguments)])


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write(tmp_path / "gold.jsonl", LINES)


def test_json_has_figures_types_confusion_and_errors(gold: Path) -> None:
    result = _run(gold, "--json")
    assert result.exit_code == 0, result.output
    report = json.loads(result.stdout)
    assert (report["form"], report["sentences"]) == ("plv", 3)
    figure = report["figures"]["type accuracy"]
    assert figure["value"] == pytest.approx(1 / 3)
    assert 0 == figure["low"] < figure["value"] < figure["high"]
    assert report["confusion"] == {"AID": {"ASSAULT": 1, "nothing": 1}, "ASSAULT": {"ASSAULT": 1}}
    assert [score["recall"] for score in report["types"]] == [0, 1]
    assert report["errors"] == {"wrong type, both parties": 1, "nothing coded": 1}


def test_tables_show_the_same(gold: Path) -> None:
    result = _run(gold)
    assert "plv, 3 sentences" in result.stdout
    for line in ("type accuracy", "triple recall", "1 AID", "2 ASSAULT", "wrong type, both parties"):
        assert line in result.stdout
    assert "3 coded, 0 skipped, 0 failed, 2 wrong" in result.stderr


def test_errors_are_written_one_a_line(gold: Path, tmp_path: Path) -> None:
    target = tmp_path / "errors.jsonl"
    assert _run(gold, "--errors", target).exit_code == 0
    wrong, nothing = [json.loads(line) for line in target.read_text("utf8").splitlines()]
    assert (wrong["id"], wrong["error"], wrong["gold"]["recipient"]) == (
        "wrong", "wrong type, both parties", ["a town"],
    )  # fmt: skip
    (coded,) = wrong["coded"]
    assert (coded["type"], coded["actor"], coded["trigger"]) == ("ASSAULT", ["Rebels"], "shelled")
    assert (nothing["error"], nothing["coded"]) == ("nothing coded", [])


def test_a_file_without_gold_leaves_no_errors_file(tmp_path: Path) -> None:
    target = tmp_path / "errors.jsonl"
    assert _run(write(tmp_path / "gold.jsonl", [{"text": "x"}]), "--errors", target).exit_code != 0
    assert not target.exists()


STATUSES = [
    {"text": "Rebels shelled a town .", "targets": [{"span1": [1, 2], "label": 3.0}]},
    {"text": "Rebels did not shell a town .", "targets": [{"span1": [3, 4], "label": -2.0}]},
    {"text": "Rebels may shell a town .", "targets": [{"span1": [2, 3], "label": 1.5}]},
]


def test_statuses_are_scored(tmp_path: Path) -> None:
    path = write(tmp_path / "gold.jsonl", STATUSES)
    report = json.loads(_run(path, "--json", layer="factuality").stdout)
    assert report["predicates"] == 3
    assert report["error"] == pytest.approx(0.5 / 3)
    assert report["negated"] == report["uncertain"] == {"precision": 1, "recall": 1, "f1": 1}
    assert "3 predicates, mean absolute error 0.167" in _run(path, layer="factuality").stdout


def test_a_line_without_targets_is_named(tmp_path: Path) -> None:
    result = _run(write(tmp_path / "gold.jsonl", [{"text": "x"}]), layer="factuality")
    assert result.exit_code != 0
    assert "gold.jsonl" in str(result.exception or result.output)
