"""Which writer a name gets, and that a file appears whole or not at all."""

import json
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.export.writers import FORMATS, open_writer
from tests.export.examples import raid_record


@pytest.mark.parametrize("ending", [*FORMATS, ".JSONL"])
def test_each_ending_has_its_writer(tmp_path: Path, ending: str) -> None:
    with open_writer(tmp_path / f"events{ending}") as writer:
        writer.write([raid_record()])
    (found,) = tmp_path.iterdir()
    assert b"ASSAULT" in found.read_bytes()


def test_nothing_shows_before_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text("before\n", "utf8")
    with open_writer(path) as writer:
        writer.write([raid_record()])
        assert path.read_text("utf8") == "before\n"
    assert json.loads(path.read_text("utf8")) == raid_record()


@pytest.mark.parametrize("ending", FORMATS)
def test_a_failed_run_leaves_no_trace(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"events{ending}"
    with pytest.raises(ZeroDivisionError), open_writer(path) as writer:  # noqa: PT012 — the fault comes after a write
        writer.write([raid_record()])
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_ending_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"known are \.jsonl, \.parquet, \.csv"), open_writer(tmp_path / "events.xlsx"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_folder_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "events.csv").mkdir()
    for path, reason in (
        (tmp_path / "events.csv", "is a folder"),
        (tmp_path / "no" / "events.csv", "cannot write to the folder"),
    ):
        with pytest.raises(UsageError, match=reason), open_writer(path):
            pass
