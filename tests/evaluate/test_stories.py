"""Stories against gold."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.errors import BadRecord
from dateline.evaluate.stories import evaluate_stories, score
from tests.evaluate.examples import GOLD, write

ECB = GOLD / "stories" / "ecb-dev.jsonl"
FLOOR = 0.87


def test_b_cubed_counts_each_document_in_its_cluster() -> None:
    found = score({"a": "1", "b": "1", "c": "2"}, {"a": "x", "b": "x", "c": "x"})
    assert found.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert found.recall == 1.0


def test_the_same_partition_under_other_names_is_perfect() -> None:
    found = score({"a": "1", "b": "1", "c": "2"}, {"a": "x", "b": "x", "c": "y"})
    assert (found.f1, found.gold, found.found) == (1.0, 2, 2)


def test_a_line_without_a_story_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "gold.jsonl", [{"id": "a", "text": "Rain", "story": "1"}, {"id": "b", "text": "Rain"}])
    with pytest.raises(BadRecord, match=r"gold\.jsonl:2: its story must be a string"):
        evaluate_stories(path)


def test_the_command_prints_its_figures(tmp_path: Path) -> None:
    path = write(tmp_path / "gold.jsonl", [{"id": id, "text": "Rain in Gorsko", "story": "1"} for id in "ab"])
    shown = CliRunner().invoke(app, ["evaluate", "stories", str(path), "--json"])
    assert json.loads(shown.stdout) == {
        "documents": 2, "gold stories": 1, "stories": 1, "precision": 1.0, "recall": 1.0, "f1": 1.0,
    }  # fmt: skip


@pytest.mark.skipif(not ECB.exists(), reason="the gold data are not here")
def test_stories_of_ecb_stay_as_good_as_they_were() -> None:
    assert evaluate_stories(ECB).f1 >= FLOOR
