"""Compressed files: read like plain ones; a broken one is told with its offset and never silently ended."""

import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
import zstandard

from dateline.errors import InputError
from dateline.model import Document
from dateline.readers.reading import read

Packer = Callable[[bytes], bytes]
PACKERS: dict[str, Packer] = {".gz": gzip.compress, ".zst": zstandard.ZstdCompressor().compress}
each_ending = pytest.mark.parametrize(("ending", "pack"), PACKERS.items(), ids=PACKERS)


def _line(name: str, text: str = "Rebels fled.") -> bytes:
    return json.dumps({"id": name, "text": text}).encode() + b"\n"


def _read(path: Path, largest_unpacked: int = 1_000_000) -> tuple[list[str], list[str]]:
    items = list(read([str(path)], 10_000, largest_unpacked))
    complaints = [str(item) for item in items if isinstance(item, InputError)]
    return [item.id for item in items if isinstance(item, Document)], complaints


@each_ending
def test_members_are_read_as_one_file(ending: str, pack: Packer, tmp_path: Path) -> None:
    path = tmp_path / f"news.jsonl{ending}"
    path.write_bytes(pack(_line("a") + _line("b")[:9]) + pack(_line("b")[9:]) + pack(_line("c")))
    assert _read(path) == (["a", "b", "c"], [])


@each_ending
def test_a_text_is_found_in_a_folder(ending: str, pack: Packer, tmp_path: Path) -> None:
    (tmp_path / f"a.txt{ending}").write_bytes(pack(b"Rebels fled."))
    assert _read(tmp_path) == ([f"a.txt{ending}"], [])


def test_zeros_after_the_last_member_are_padding(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.gz"
    path.write_bytes(gzip.compress(_line("a")) + bytes(3000))
    assert _read(path) == (["a"], [])


@each_ending
def test_a_file_that_is_cut_off_fails_with_its_offset(ending: str, pack: Packer, tmp_path: Path) -> None:
    path = tmp_path / f"news.jsonl{ending}"
    content = pack(_line("a")) + pack(_line("b"))[:-5]
    path.write_bytes(content)
    ids, complaints = _read(path)
    assert ids[:1] == ["a"]
    assert complaints == [f"{path}: cut off: it ends within its compressed part; at byte {len(content)}"]


@each_ending
def test_a_file_that_is_not_what_its_name_says_fails(ending: str, pack: Packer, tmp_path: Path) -> None:
    path = tmp_path / f"news.jsonl{ending}"
    path.write_bytes(_line("a"))
    (complaint,) = _read(path)[1]
    assert complaint.startswith(f"{path}: broken, or not compressed as its name says")


@each_ending
def test_a_bomb_is_read_no_further_than_the_setting(ending: str, pack: Packer, tmp_path: Path) -> None:
    path = tmp_path / f"bomb.jsonl{ending}"
    path.write_bytes(pack(_line("a") + bytes(5_000_000)))
    ids, complaints = _read(path)
    assert not ids or ids == ["a"]
    assert len(complaints) == 1
    assert "over 1000000 bytes, which the setting largest_unpacked allows" in complaints[0]


@each_ending
def test_a_file_of_nothing_is_empty(ending: str, pack: Packer, tmp_path: Path) -> None:
    path = tmp_path / f"news.jsonl{ending}"
    path.write_bytes(b"")
    assert _read(path) == ([], [f"{path}: empty; at byte 0"])


@each_ending
def test_standard_input_is_known_by_its_first_bytes(ending: str, pack: Packer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(pack(_line("a") + _line("b")))))
    assert [item.id for item in read(["-"]) if isinstance(item, Document)] == ["a", "b"]
