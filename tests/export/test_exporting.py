"""Every format: whole files or none, endings, statuses, and losses told."""

from collections.abc import Iterator
from errno import ENOSPC
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.export.exporting import export
from dateline.export.format import Format
from dateline.export.formats import formats
from dateline.export.shape import Record
from dateline.knowledge.tables import resource
from dateline.resources.ontology import load_ontology
from tests.export.examples import bare_record, negated, raid_record

FORMATS = formats(load_ontology(resource("ontology/plover.yaml")))
every_format = pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)


def target(form: Format, folder: Path) -> Path:
    return folder / ("out" + next(iter(form.openings)))


@every_format
def test_a_format_says_what_it_is_and_what_it_loses(form: Format) -> None:
    assert form.summary
    assert form.losses
    assert all(loss.endswith(".") for loss in form.losses)


@every_format
def test_full_and_bare_records_can_be_written(form: Format, tmp_path: Path) -> None:
    outcome = export(form, [raid_record(), bare_record(), negated(raid_record())], target(form, tmp_path))
    assert outcome.written + outcome.left_out.total() == 3
    assert target(form, tmp_path).exists()


@every_format
def test_no_records_make_a_file_all_the_same(form: Format, tmp_path: Path) -> None:
    assert export(form, [], target(form, tmp_path)).written == 0
    assert target(form, tmp_path).exists()


@every_format
def test_a_failure_leaves_nothing_behind(form: Format, tmp_path: Path) -> None:
    def failing() -> Iterator[Record]:
        yield raid_record()
        raise ValueError("the source broke")

    with pytest.raises(ValueError, match="the source broke"):
        export(form, failing(), target(form, tmp_path))
    assert list(tmp_path.iterdir()) == []


@every_format
def test_the_same_records_make_the_same_bytes(form: Format, tmp_path: Path) -> None:
    contents = []
    for _ in range(2):
        export(form, [raid_record(), bare_record()], target(form, tmp_path))
        files = sorted(path for path in tmp_path.rglob("*") if path.is_file())
        contents.append([path.read_bytes() for path in files])
    assert contents[0] == contents[1]


@pytest.mark.parametrize("form", [form for form in FORMATS.values() if "" not in form.openings])
def test_an_unknown_ending_is_refused(form: Format, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=f"{form.name} is written to a file ending in"):
        export(form, [], tmp_path / "out.docx")


@every_format
def test_only_statuses_that_are_asked_for_are_kept(form: Format, tmp_path: Path) -> None:
    outcome = export(form, [raid_record(), negated(raid_record())], target(form, tmp_path), ["planned"])
    assert dict(outcome.left_out) == {"actual": 1, "negated": 1}


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    def failing() -> Iterator[Record]:
        yield raid_record()
        raise OSError(ENOSPC, "No space left on device")

    (tmp_path / "out.csv").write_text("older")
    with pytest.raises(UsageError, match="not written, and what was there is as before: .*No space left"):
        export(FORMATS["csv"], failing(), tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text() == "older"


def test_whole_records_keep_what_did_not_happen() -> None:
    keeping = {name for name, form in FORMATS.items() if "negated" in form.statuses}
    assert keeping == {
        "parquet", "csv", "jsonl", "geoparquet", "geojson", "annotations", "prov", "codebook", "datapackage",
    }  # fmt: skip
