"""Paths: what each kind of argument leads to, and what it is called."""

from pathlib import Path

import pytest

from dateline.errors import UnreadableFile
from dateline.readers.paths import Source, expand


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "deep/c.jsonl", "deep/a.txt", ".hidden.txt", ".git/d.txt", "picture.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    return tmp_path


def _names(*arguments: object) -> list[str]:
    return [found.name for found in expand(map(str, arguments)) if isinstance(found, Source)]


def test_a_folder_gives_its_texts_in_order_without_hidden_ones(folder: Path) -> None:
    assert _names(folder) == ["a.txt", "b.txt", "deep/a.txt", "deep/c.jsonl"]


def test_a_pattern_names_files_from_its_fixed_part(folder: Path) -> None:
    assert _names(folder / "d*" / "*.txt") == ["deep/a.txt"]
    assert _names(folder / "**" / "a.txt") == ["a.txt", "deep/a.txt"]


def test_a_file_is_called_by_its_name_unless_that_is_taken(folder: Path) -> None:
    again = folder / "deep" / "a.txt"
    assert _names(folder / "a.txt", again) == ["a.txt", str(again)]


def test_a_file_is_read_once(folder: Path) -> None:
    assert _names(folder / "b.txt", folder / "deep" / ".." / "b.txt", "-", "-") == ["b.txt", "-"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(folder: Path) -> None:
    odd = folder / "a[1].txt"
    odd.write_text("x")
    assert _names(odd) == ["a[1].txt"]


def test_arguments_that_lead_nowhere_say_so(folder: Path) -> None:
    empty = folder / "empty"
    empty.mkdir()
    found = list(expand([str(empty), str(folder / "*.zip")]))
    assert [str(error) for error in found if isinstance(error, UnreadableFile)] == [
        f"{empty}: no file to read in this folder; read are .txt, .jsonl, .html, .htm, .csv, .tsv, .parquet, .warc",
        f"{folder / '*.zip'}: no file matches this pattern",
    ]
