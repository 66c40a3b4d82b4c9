"""Reading: good articles come through whatever else the arguments lead to."""

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from dateline.errors import BadRecord, InputError, UnreadableFile, UnsupportedLanguage
from dateline.model import Document
from dateline.readers.reading import read

LARGEST = 1000


def _read(*arguments: object) -> list[Document | InputError]:
    return list(read(map(str, arguments), LARGEST))


def _ids(items: list[Document | InputError]) -> list[str]:
    return [item.id for item in items if isinstance(item, Document)]


def _complaints(items: list[Document | InputError]) -> list[str]:
    return [str(item) for item in items if isinstance(item, InputError)]


def _records(path: Path, *records: object) -> Path:
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in records))
    return path


def test_every_bad_file_is_named_and_the_good_ones_come_through(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rebels fled.")
    (tmp_path / "b.txt").write_bytes(b"GIF89a\0\0")
    (tmp_path / "c.txt").write_text("")
    (tmp_path / "d.txt").write_text("Troops came.")
    items = _read(tmp_path / "none.txt", tmp_path)
    assert _ids(items) == ["a.txt", "d.txt"]
    assert _complaints(items) == [
        f"{tmp_path / 'none.txt'}: there is no such file",
        f"{tmp_path / 'b.txt'}: binary: it has zero bytes, which text has not",
        f"{tmp_path / 'c.txt'}: empty",
    ]
    assert all(isinstance(item, Document | UnreadableFile) for item in items)


def test_a_large_article_is_refused_with_its_size_and_the_setting(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text("word " * 600_000)
    reason = "too large: 3 MB, over the 0.001 MB that the setting largest_article allows"
    assert _complaints(_read(path)) == [f"{path}: {reason}"]


def test_an_article_of_just_the_largest_size_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * LARGEST)
    assert _ids(_read(tmp_path / "a.txt")) == ["a.txt"]


def test_lines_are_counted_over_blank_and_large_ones(tmp_path: Path) -> None:
    large = {"id": "large", "text": "x" * 5000}
    path = _records(tmp_path / "n.jsonl", {"id": "a", "text": "x"}, "", large, "{oops", {"id": "b", "text": "y"})
    items = _read(path)
    assert _ids(items) == ["a", "b"]
    assert [item.line for item in items if isinstance(item, BadRecord)] == [3, 4]


def test_an_id_is_taken_once_in_a_run(tmp_path: Path) -> None:
    one = _records(tmp_path / "1.jsonl", {"id": "a", "text": "x"}, {"id": "a", "text": "y"})
    two = _records(tmp_path / "2.jsonl", {"id": "a", "text": "z"})
    items = _read(one, two)
    assert _ids(items) == ["a"]
    assert _complaints(items) == [
        f"{one}:2: the id 'a' is taken by {one}:1",
        f"{two}:1: the id 'a' is taken by {one}:1",
    ]


def test_an_empty_file_of_records_is_an_error(tmp_path: Path) -> None:
    assert _complaints(_read(_records(tmp_path / "n.jsonl"))) == [f"{tmp_path / 'n.jsonl'}: empty"]


def test_another_language_stated_or_seen_is_unsupported(tmp_path: Path) -> None:
    path = _records(
        tmp_path / "n.jsonl",
        {"id": "stated", "text": "Sim.", "language": "pt-BR"},
        {"id": "seen", "text": "Правительство закрыло границу."},
        {"id": "english", "text": "Rebels fled.", "language": "en-GB"},
    )
    items = _read(path)
    assert _ids(items) == ["english"]
    assert all(isinstance(item, Document | UnsupportedLanguage) for item in items)
    assert _complaints(items)[0] == f"{path}:1 (stated): in another language (pt); coded are en"


@pytest.mark.parametrize(
    ("content", "ids"),
    [(b"Rebels fled.", ["-"]), (b'{"id": "a", "text": "x"}\n{"id": "b", "text": "y"}', ["a", "b"])],
)
def test_standard_input_is_a_text_or_records(content: bytes, ids: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    assert _ids(_read("-")) == ids


def test_standard_input_that_is_empty_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    assert _complaints(_read("-")) == ["standard input: empty"]
