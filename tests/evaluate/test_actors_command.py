"""`dateline evaluate actors` as a user runs it, with the real language model."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.cli.main import app
from dateline.evaluate.actors import COLUMNS

pytestmark = pytest.mark.model

CASES = (
    ("Kenyan police freed the hostages.", "Kenyan police", "2024-05-02", "KEN", "COP", ""),
    ("Peruvian farmers blocked the road.", "Peruvian farmers", "2024-05-02", "PER", "MIL", ""),
)


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["evaluate", "actors", *map(str, arguments)])


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    path = tmp_path / "cases.tsv"
    path.write_text("\n".join("\t".join(line) for line in (COLUMNS, *CASES)) + "\n", encoding="utf8")
    return path


def test_json_has_the_shares_and_every_wrong_case(cases: Path) -> None:
    result = _run(cases, "--json")
    assert result.exit_code == 0, result.output
    report = json.loads(result.stdout)
    assert (report["cases"], report["country"], report["sector"]) == (2, 1.0, 0.5)
    (fault,) = report["wrong"]
    assert (fault["line"], fault["mention"], fault["coded"]["sector"]) == (3, "Peruvian farmers", ["AGR"])


def test_the_table_shows_both_shares(cases: Path) -> None:
    result = _run(cases)
    assert "2 cases" in result.stdout
    assert "0.500" in result.stdout
    assert "2 coded, 0 skipped, 0 failed, 1 wrong" in result.stderr


def test_a_mention_that_is_not_in_its_text_is_refused_with_its_line(cases: Path) -> None:
    cases.write_text(cases.read_text("utf8").replace("Peruvian farmers\t", "Peruvian herders\t"), encoding="utf8")
    result = _run(cases)
    assert result.exit_code != 0
    assert "'Peruvian herders' does not stand once in its text" in str(result.exception)
