"""A folder of JSON lines: what is written twice is there once, and what is wrong with it is told."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import BadRecord, InputError, UsageError
from dateline.export.jsonl_folder import open_folder
from dateline.export.record import records_of
from tests.export.examples import CODER, raid_document


def test_an_article_is_a_file_and_its_newer_records_take_the_place_of_the_older(tmp_path: Path) -> None:
    folder, document = tmp_path / "made" / "coded", raid_document()
    records = records_of(document, CODER)
    for _ in range(2):
        with open_folder(folder) as output:
            assert not output.is_coded(document, CODER)
            output.add(document, records, CODER)
            output.add(replace(document, id="other"), records, CODER)
    assert len(list(folder.iterdir())) == 2
    with open_folder(folder) as output:
        output.add(document, [], CODER)
        output.add(replace(document, id="empty"), [], CODER)
    assert len(list(folder.iterdir())) == 1


def test_a_failure_is_kept_until_it_is_forgiven(tmp_path: Path) -> None:
    with open_folder(tmp_path) as output:
        output.fail([BadRecord("https://news.example/a", "odd", 3, "a"), InputError("b", "odder")])
        told = sorted((json.loads(path.read_text("utf8")) for path in tmp_path.iterdir()), key=str)
        assert told == [
            {"place": "b", "line": None, "record": None, "reason": "odder"},
            {"place": "https://news.example/a", "line": 3, "record": "a", "reason": "odd"},
        ]
        output.forgive(["b", "https://news.example/a", "never failed"])
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "coded"
    path.touch()
    with pytest.raises(UsageError, match="coded: cannot be written to"), open_folder(path):
        pass
