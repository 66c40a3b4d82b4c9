"""Data packages: the descriptor says what is in the files, and a folder is replaced whole or not at all."""

import csv
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.export.datapackage import FILES, package_format
from dateline.export.exporting import export
from dateline.export.shape import Record
from dateline.knowledge.tables import resource
from dateline.resources.ontology import load_ontology
from tests.export.examples import an_actor, negated, on_day, raid_record, with_sides

PACKAGE = package_format(load_ontology(resource("ontology/plover.yaml")))
MALI, CHAD = an_actor("Mali", "MLI", kind="state"), an_actor("Chad", "TCD", kind="state")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    record = on_day(with_sides(raid_record(), [MALI], [CHAD]), "2024-02-03")
    export(PACKAGE, [record, negated(record)], tmp_path / "package")
    return tmp_path / "package"


def test_the_descriptor_knows_the_files(folder: Path) -> None:
    described = _descriptor(folder)
    assert {each.name for each in folder.iterdir()} == set(FILES)
    for each in described["resources"]:
        content = (folder / each["path"]).read_bytes()
        assert (each["bytes"], each["hash"]) == (len(content), f"sha256:{sha256(content).hexdigest()}")


def test_schemas_have_the_columns_of_their_tables(folder: Path) -> None:
    for each in _descriptor(folder)["resources"][:3]:
        fields = [field["name"] for field in each["schema"]["fields"]]
        rows = _rows(folder / each["path"])
        assert list(rows[0]) == fields
        assert set(each["schema"]["primaryKey"]) <= set(fields)
        keys = [tuple(row[name] for name in each["schema"]["primaryKey"]) for row in rows]
        assert all(all(key) for key in keys)
        assert all(field["description"] for field in each["schema"]["fields"])


def test_cells_are_of_the_kinds_that_the_schema_gives(folder: Path) -> None:
    kinds = {"integer": int, "number": float}
    for each in _descriptor(folder)["resources"][:3]:
        checked = {field["name"]: kinds[field["type"]] for field in each["schema"]["fields"] if field["type"] in kinds}
        cells = [(kind, row[name]) for row in _rows(folder / each["path"]) for name, kind in checked.items()]
        assert all(kind(cell) is not None for kind, cell in cells if cell)


def test_panels_leave_out_what_did_not_happen(folder: Path) -> None:
    assert len(_rows(folder / "events.csv")) == 2
    assert [row["n"] for row in _rows(folder / "dyad_day.csv")] == ["1"]
    assert [row["role"] for row in _rows(folder / "actor_month.csv")] == ["actor", "recipient"]


def test_an_older_package_is_replaced(folder: Path) -> None:
    export(PACKAGE, [raid_record()], folder)
    assert len(_rows(folder / "events.csv")) == 1
    assert [each.name for each in folder.parent.iterdir()] == ["package"]


def test_a_failure_leaves_the_older_one(folder: Path) -> None:
    def failing() -> Iterator[Record]:
        yield raid_record()
        raise ValueError("the source broke")

    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    with pytest.raises(ValueError, match="the source broke"):
        export(PACKAGE, failing(), folder)
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
    assert [each.name for each in folder.parent.iterdir()] == ["package"]


def test_a_folder_with_something_else_in_it_is_refused(folder: Path) -> None:
    (folder / "thesis.docx").touch()
    with pytest.raises(UsageError, match="holds thesis.docx"):
        export(PACKAGE, [raid_record()], folder)
    assert (folder / "thesis.docx").exists()


def test_a_file_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "package").touch()
    with pytest.raises(UsageError, match="is a file; name a folder"):
        export(PACKAGE, [raid_record()], tmp_path / "package")


def test_a_missing_parent_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot write to the folder"):
        export(PACKAGE, [raid_record()], tmp_path / "none" / "package")


def _descriptor(folder: Path) -> Any:
    return json.loads((folder / "datapackage.json").read_text("utf8"))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))
