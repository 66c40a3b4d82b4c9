"""The codebook tells of every field and code, with how often it occurs."""

import re
from pathlib import Path

import pytest

from dateline.export.codebook import Counts, codebook, codebook_format, meanings
from dateline.export.exporting import export
from dateline.export.fields import fields_of, shapes
from dateline.export.shape import Record
from dateline.knowledge.tables import resource
from dateline.resources.ontology import load_ontology
from tests.export.examples import bare_record, negated, raid_record

PLOVER = load_ontology(resource("ontology/plover.yaml"))


def written(*records: Record) -> str:
    counts = Counts()
    counts.write(records)
    return codebook(counts, PLOVER)


def rows(text: str, section: str) -> list[list[str]]:
    part = text.partition(f"# {section}\n")[2].partition("\n#")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")][2:]
    return [[cell.strip(" `") for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def test_every_field_is_told() -> None:
    text = written(raid_record())
    for shape in shapes():
        assert [row[0] for row in rows(text, shape.__name__)] == [each.name for each in fields_of(shape)]


def test_every_type_mode_and_context_of_the_ontology_is_told() -> None:
    text = written()
    assert [row[0] for row in rows(text, "Event types")] == list(PLOVER.types)
    modes = [[kind.code, mode] for kind in PLOVER.types.values() for mode in kind.modes]
    assert [row[:2] for row in rows(text, "Modes")] == modes
    assert [row[0] for row in rows(text, "Contexts")] == sorted(PLOVER.contexts)


def test_every_code_of_the_ontology_has_a_meaning() -> None:
    modes = {("mode", f"{kind.code} {mode}") for kind in PLOVER.types.values() for mode in kind.modes}
    types = {("type", code) for code in PLOVER.types}
    assert set(meanings()) == modes | types | {("context", code) for code in PLOVER.contexts}


def test_codes_are_counted() -> None:
    text = written(raid_record(), negated(bare_record()))
    assert ["ASSAULT", "Deliberate violence", "4", "-9.0", "19", "optional", "2"] in rows(text, "Event types")
    assert ["ASSAULT", "firearms", "Guns", "-9.0", "1"] in rows(text, "Modes")
    assert ["military", "Armed forces and their operations", "1"] in rows(text, "Contexts")
    assert [row[0::2] for row in rows(text, "Statuses")][::4] == [["actual", "1"], ["negated", "1"]]
    assert rows(text, "Countries and bodies") == [["MLI", "Mali", "432", "1"]]
    assert rows(text, "CAMEO codes") == [["190", "Use conventional military force", "-10.0", "2"]]
    assert rows(text, "Coders") == [["0.1.0", "plover-2.0", "a-model", "0123456789ab", "2"]]
    assert "2 events of 1 document," in text
    assert "from 2024-02-01 to 2024-02-01" in text


def test_codes_of_another_ontology_are_marked() -> None:
    text = written({**raid_record(), "event": "SING | DANCE"})
    assert rows(text, "Event types")[-1] == ["SING \\| DANCE", "not of this ontology", "", "", "", "", "1"]


@pytest.mark.parametrize("count", [0, 2])
def test_a_file_of_it(count: int, tmp_path: Path) -> None:
    outcome = export(codebook_format(PLOVER), [raid_record()] * count, tmp_path / "codebook.md")
    assert outcome.written == count
    assert (tmp_path / "codebook.md").read_text("utf8").startswith("# Codebook\n")
