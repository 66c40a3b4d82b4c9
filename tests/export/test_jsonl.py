"""JSON lines give back what was written."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from dateline.export.jsonl import writing
from dateline.export.shape import Record
from tests.export.examples import raid_record, records


def _round(path: Path, written: list[Record]) -> list[Record]:
    with writing(path) as writer:
        writer.write(written)
    return [json.loads(line) for line in path.read_bytes().split(b"\n") if line]


@given(st.lists(records(), max_size=3))
def test_records_come_back_as_they_were(written: list[Record]) -> None:
    with TemporaryDirectory() as folder:
        assert _round(Path(folder, "events.jsonl"), written) == written


def test_fields_keep_the_order_of_the_contract(tmp_path: Path) -> None:
    (line,) = _round(tmp_path / "events.jsonl", [raid_record()])
    assert list(line) == list(Record.__annotations__)
