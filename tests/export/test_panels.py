"""Panels: counts add up, in the direction of the act, over the days and months that are known."""

import csv
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export import panels
from dateline.export.exporting import export
from dateline.export.format import Format
from dateline.export.shape import Record
from dateline.knowledge.tables import resource
from dateline.resources.ontology import load_ontology
from tests.export.examples import an_actor, negated, on_day, raid_record, with_sides

PLOVER = load_ontology(resource("ontology/plover.yaml"))
DYADS, MONTHS = panels.dyad_day(PLOVER), panels.actor_month(PLOVER)
MALI, CHAD, UN = an_actor("Mali", "MLI", kind="state"), an_actor("Chad", "TCD", kind="state"), an_actor("UN", "UNO")


def raid(actors: list[Any], recipients: list[Any], day: str = "2024-02-03", end: str | None = None) -> Record:
    return on_day(with_sides(raid_record(), actors, recipients), day, end)


def meeting(*actors: Any) -> Record:
    record = raid(list(actors), [])
    scores: Any = {"event": "CONSULT", "quad": 1, "score": 2.5, "goldstein": 1.0}
    return {**record, **scores, "trigger": {**record["trigger"], "rule": "consult.meet"}}


def test_dyads_have_a_direction_and_mean_scores(tmp_path: Path) -> None:
    rows = _written(DYADS, [raid([MALI], [CHAD]), raid([MALI], [CHAD]), meeting(MALI, CHAD)], tmp_path)
    assert [(row["actor"], row["recipient"], row["n"]) for row in rows] == [("MLI", "TCD", "3"), ("TCD", "MLI", "1")]
    assert (rows[0]["quad_4"], rows[0]["quad_1"], rows[0]["assault"], rows[0]["consult"]) == ("2", "1", "2", "1")
    assert float(rows[0]["score_mean"]) == pytest.approx((-9 - 9 + 2.5) / 3, abs=1e-4)
    assert float(rows[1]["goldstein_mean"]) == 1.0


def test_an_event_counts_once_for_a_dyad(tmp_path: Path) -> None:
    (row,) = _written(DYADS, [raid([MALI, an_actor("An army", "MLI")], [CHAD])], tmp_path)
    assert row["n"] == "1"


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (raid([MALI], [CHAD], "2024-02-01", "2024-02-29"), "without a day of their own"),
        ({**raid([MALI], [CHAD]), "date": None}, "without a day of their own"),
        (raid([MALI], []), "without a country on either side"),
        (raid([MALI], [an_actor("nobody")]), "without a country on either side"),
        (negated(raid([MALI], [CHAD])), "negated"),
    ],
)
def test_what_has_no_place_is_counted_with_its_reason(record: Record, reason: str, tmp_path: Path) -> None:
    outcome = export(DYADS, [record], tmp_path / "panel.csv")
    assert (outcome.written, dict(outcome.left_out)) == (0, {reason: 1})


def test_negated_events_count_where_they_are_asked_for(tmp_path: Path) -> None:
    outcome = export(DYADS, [negated(raid([MALI], [CHAD]))], tmp_path / "panel.csv", ["negated"])
    assert outcome.written == 1


def test_months_tell_what_one_does_and_suffers(tmp_path: Path) -> None:
    rows = _written(MONTHS, [raid([MALI], [CHAD], "2024-02-01", "2024-02-29"), raid([CHAD], [MALI])], tmp_path)
    assert [(row["month"], row["name"], row["role"], row["n"]) for row in rows] == [
        ("2024-02", "Mali", "actor", "1"),
        ("2024-02", "Mali", "recipient", "1"),
        ("2024-02", "Chad", "actor", "1"),
        ("2024-02", "Chad", "recipient", "1"),
    ]


def test_of_two_names_of_an_item_the_first_is_kept(tmp_path: Path) -> None:
    named = [{**an_actor(name), "wikidata": "Q1"} for name in ("Ana Reyes", "Reyes")]
    rows = _written(MONTHS, [raid([each], []) for each in named], tmp_path)
    assert [(row["actor_id"], row["name"], row["n"]) for row in rows] == [("Q1", "Ana Reyes", "2")]


def test_months_apart_are_left_out(tmp_path: Path) -> None:
    outcome = export(MONTHS, [raid([MALI], [], "2024-02-28", "2024-03-01")], tmp_path / "panel.csv")
    assert dict(outcome.left_out) == {"without a month of their own": 1}


_SIDES = st.lists(st.sampled_from([MALI, CHAD, UN]), min_size=1, max_size=3, unique_by=lambda actor: str(actor["name"]))
_RAIDS = st.builds(raid, _SIDES, _SIDES, st.sampled_from(["2024-02-03", "2024-02-04"]))


@given(st.lists(_RAIDS, max_size=8))
def test_counts_add_up(records: list[Record]) -> None:
    with TemporaryDirectory() as folder:
        rows = _written(DYADS, records, Path(folder))
    expected = sum(len({*product(_codes(each["actor"]), _codes(each["recipient"]))}) for each in records)
    assert sum(int(row["n"]) for row in rows) == expected
    types = [code.lower() for code in PLOVER.types]
    for row in rows:
        assert sum(int(row[f"quad_{quad}"]) for quad in range(1, 5)) == int(row["n"])
        assert sum(int(row[name]) for name in types) == int(row["n"])


@given(st.lists(_RAIDS, max_size=4))
def test_parquet_and_csv_tell_the_same(records: list[Record]) -> None:
    with TemporaryDirectory() as folder:
        rows = _written(DYADS, records, Path(folder))
        export(DYADS, records, Path(folder, "panel.parquet"))
        table = pq.read_table(Path(folder, "panel.parquet")).to_pylist()
    assert [{name: str(cell) for name, cell in row.items()} for row in table] == rows


def _codes(actors: list[Any]) -> set[str]:
    return {actor["country"] for actor in actors}


def _written(form: Format, records: list[Record], folder: Path) -> list[dict[str, str]]:
    export(form, records, folder / "panel.csv")
    with (folder / "panel.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))
