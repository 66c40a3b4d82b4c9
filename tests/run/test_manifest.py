"""The list of finished shards survives what may happen to it."""

import errno
import os
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.run.manifest import NAME, Row, open_manifest


def _row(part: str) -> Row:
    return Row(part, None, "a.jsonl", "00", 1, 0, 0, 2, {"version": "1"})


def test_rows_are_read_back(tmp_path: Path) -> None:
    with open_manifest(tmp_path / "new" / "out") as manifest:
        manifest.add(_row("one"))
        manifest.add(_row("two"))
        manifest.add(_row("one"))
    with open_manifest(tmp_path / "new" / "out") as manifest:
        assert manifest.rows == {"one": _row("one"), "two": _row("two")}
    assert len((tmp_path / "new" / "out" / NAME).read_text("utf8").splitlines()) == 2


@pytest.mark.parametrize("kept", range(1, 40, 7))
def test_a_row_that_was_cut_off_does_not_count_and_goes(tmp_path: Path, kept: int) -> None:
    with open_manifest(tmp_path) as manifest:
        manifest.add(_row("one"))
        manifest.add(_row("two"))
    whole, cut = (tmp_path / NAME).read_bytes().splitlines(keepends=True)
    (tmp_path / NAME).write_bytes(whole + cut[:kept])
    with open_manifest(tmp_path) as manifest:
        assert list(manifest.rows) == ["one"]
        manifest.add(_row("two"))
    assert (tmp_path / NAME).read_bytes() == whole + cut


def test_two_runs_do_not_write_at_once(tmp_path: Path) -> None:
    with (
        open_manifest(tmp_path),
        pytest.raises(UsageError, match="another run is writing there"),
        open_manifest(tmp_path),
    ):
        pass


def test_a_strange_file_of_that_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text('{"a": 1}\n', "utf8")
    with pytest.raises(UsageError, match=r"manifest.jsonl:1: no row"), open_manifest(tmp_path):
        pass


def test_a_disk_that_fills_within_a_row_leaves_the_rows_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, written = os.write, []

    def fill(file: int, line: bytes) -> int:
        written.append(line)
        if len(written) > 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(file, line[:7])

    with open_manifest(tmp_path) as manifest:
        manifest.add(_row("one"))
        monkeypatch.setattr(os, "write", fill)
        with pytest.raises(OSError, match="No space left"):
            manifest.add(_row("two"))
        monkeypatch.undo()
        manifest.add(_row("three"))
    with open_manifest(tmp_path) as manifest:
        assert list(manifest.rows) == ["one", "three"]
