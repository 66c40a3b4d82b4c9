"""POLECAT, ICEWS and GDELT: the columns in their order, dyads expanded, codes mapped, files that others read."""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export import gdelt, icews, polecat
from dateline.export.exporting import export
from dateline.export.shape import Record
from tests.export.examples import an_actor, bare_record, on_day, raid_record, records, with_sides

LAYOUTS = (polecat, icews, gdelt)
Rows = list[dict[str, str]]


@pytest.mark.parametrize(("layout", "width"), [(polecat, 40), (icews, 20), (gdelt, 61)])
def test_a_layout_has_its_columns(layout: ModuleType, width: int) -> None:
    names = [column.name for column in layout.COLUMNS]
    assert len(names) == len(set(names)) == width


def test_columns_stand_in_order() -> None:
    assert [each.name for each in icews.COLUMNS] == [
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
        "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
        "District", "Province", "Country", "Latitude", "Longitude",
    ]  # fmt: skip
    names = [each.name for each in gdelt.COLUMNS]
    assert (names[0], names[5], names[15], names[25], names[26], names[34]) == (
        "GLOBALEVENTID",
        "Actor1Code",
        "Actor2Code",
        "IsRootEvent",
        "EventCode",
        "AvgTone",
    )
    assert names[35::8][:3] == ["Actor1Geo_Type", "Actor2Geo_Type", "ActionGeo_Type"]
    assert names[-2:] == ["DATEADDED", "SOURCEURL"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_rows_fill_known_columns_only(layout: ModuleType) -> None:
    known = {column.name for column in layout.COLUMNS}
    assert all(set(row) <= known for record in (raid_record(), bare_record()) for row in layout.rows_of([record]))


def test_polecat_row(tmp_path: Path) -> None:
    first, second = _written(polecat, [raid_record()], tmp_path)
    assert first["Event ID"] == second["Event ID"] == "e-12ab"
    assert (first["Event Date"], first["Event Type"], first["Event Mode"]) == ("2024-02-01", "ASSAULT", "firearms")
    assert (first["Intensity"], first["Quad Code"], first["Contexts"]) == ("-9.0", "MATERIAL CONFLICT", "military")
    assert (first["Actor Country"], first["Actor COW"], first["Actor Sectors"]) == ("MLI", "432", "REB;MIL")
    assert [row["Recipient Name"] for row in (first, second)] == ["Sanga", "guards"]
    assert (first["City"], first["Province"], first["GeoNames ID"], first["District"]) == ("Sanga", "Mopti", "7", "")
    assert (first["Story People"], first["Story Locations"], first["Source"]) == (
        "Idris Kone",
        "Sanga",
        "The Delta Mail",
    )


def test_icews_row(tmp_path: Path) -> None:
    first, second = _written(icews, [raid_record()], tmp_path)
    assert first["Event ID"] != second["Event ID"]
    assert first["Story ID"] == second["Story ID"]
    assert (first["Source Name"], first["Source Country"]) == ("Armed opposition (Mali)", "Mali")
    assert first["Source Sectors"] == "Rebel,Dissident,Military,Government"
    assert (first["Event Text"], first["CAMEO Code"], first["Intensity"]) == (
        "Use conventional military force",
        "190",
        "-9.5",
    )
    assert (first["Sentence Number"], first["Publisher"], first["Country"]) == ("1", "The Delta Mail", "Mali")
    assert (first["Latitude"], first["Longitude"]) == ("14.5", "-3.25")


def test_gdelt_row(tmp_path: Path) -> None:
    first, _ = _written(gdelt, [raid_record()], tmp_path)
    assert (first["SQLDATE"], first["MonthYear"], first["Year"], first["FractionDate"]) == (
        "20240201",
        "202402",
        "2024",
        "2024.0849",
    )
    assert (first["Actor1Code"], first["Actor1Type1Code"], first["Actor1Type2Code"]) == ("MLIREBMIL", "REB", "MIL")
    assert (first["EventCode"], first["EventBaseCode"], first["EventRootCode"]) == ("190", "190", "19")
    assert (first["QuadClass"], first["GoldsteinScale"], first["IsRootEvent"]) == ("4", "-9.5", "1")
    assert (first["ActionGeo_Type"], first["ActionGeo_FullName"], first["ActionGeo_CountryCode"]) == (
        "4",
        "Sanga, Mopti, Mali",
        "ML",
    )
    assert (first["DATEADDED"], first["SOURCEURL"]) == ("20240306000000", "raid.txt")


@pytest.mark.parametrize(
    ("cameo", "code", "base", "root", "quad"),
    [("03", "030", "030", "03", "1"), ("0841", "0841", "084", "08", "2"), ("112", "112", "112", "11", "3")],
)
def test_gdelt_codes(cameo: str, code: str, base: str, root: str, quad: str, tmp_path: Path) -> None:
    row, *_ = _written(gdelt, [{**raid_record(), "cameo": cameo}], tmp_path)
    found = (row["EventCode"], row["EventBaseCode"], row["EventRootCode"], row["QuadClass"])
    assert found == (code, base, root, quad)


@pytest.mark.parametrize(
    ("feature", "country", "kind"),
    [("PCLI", "USA", "1"), ("ADM1", "USA", "2"), ("PPL", "USA", "3"), ("PPLC", "FRA", "4"), ("ADM1", "FRA", "5")],
)
def test_gdelt_places(feature: str, country: str, kind: str, tmp_path: Path) -> None:
    record = raid_record()
    assert record["location"] is not None
    place = {**record["location"], "feature": feature, "country": country}
    row, *_ = _written(gdelt, [{**record, "location": place}], tmp_path)  # type: ignore[typeddict-item]
    assert row["ActionGeo_Type"] == kind
    assert (row["ActionGeo_FeatureID"] != "") == (kind == "1")


@pytest.mark.parametrize(
    ("place", "division"),
    [
        ({"name": "Austin", "admin1": "Texas", "feature": "PPLA", "country": "USA"}, "USTX"),
        ({"name": "Texas", "admin1": None, "feature": "ADM1", "country": "USA"}, "USTX"),
        ({"name": "United States", "admin1": None, "feature": "PCLI", "country": "USA"}, "US"),
        ({"name": "Atlanta", "admin1": None, "feature": "PPL", "country": "USA"}, ""),
        ({"name": "Texas", "admin1": "Queensland", "feature": "PPL", "country": "AUS"}, ""),
    ],
)
def test_gdelt_divisions(place: dict[str, object], division: str, tmp_path: Path) -> None:
    record = raid_record()
    located = {**(record["location"] or {}), **place}
    row, *_ = _written(gdelt, [{**record, "location": located}], tmp_path)  # type: ignore[typeddict-item]
    assert row["ActionGeo_ADM1Code"] == division


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_event_without_a_date_is_left_out_and_counted(layout: ModuleType, tmp_path: Path) -> None:
    outcome = export(layout.FORMAT, [bare_record(), raid_record()], tmp_path / "events.tsv")
    assert (outcome.written, dict(outcome.left_out)) == (1, {"without a date": 1})


@pytest.mark.parametrize("layout", LAYOUTS)
def test_numbers_of_rows_are_the_same_again(layout: ModuleType, tmp_path: Path) -> None:
    assert _written(layout, [raid_record()], tmp_path) == _written(layout, [raid_record()], tmp_path)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_duckdb_reads_what_is_written(layout: ModuleType, tmp_path: Path) -> None:
    told = '=Port "raided"\tagain\n'
    record = {**raid_record(), "publication": {**raid_record()["publication"], "publisher": told, "url": told}}
    export(layout.FORMAT, [record] * 3, tmp_path / "events.tsv")  # type: ignore[list-item]
    table = duckdb.read_csv(str(tmp_path / "events.tsv"), delimiter="\t", header=layout is not gdelt, all_varchar=True)
    assert len(table.columns) == len(layout.COLUMNS)
    rows = table.fetchall()
    assert len(rows) == 6
    assert any("'=Port 'raided' again" in map(str, row) for row in rows)


@given(st.lists(records(), max_size=4), st.sampled_from(LAYOUTS))
def test_every_row_is_as_wide_as_the_layout_whatever_the_text(written: list[Record], layout: ModuleType) -> None:
    named = [with_sides(each, [an_actor(each["sentence"]["text"], "MLI")], each["recipient"]) for each in written]
    with TemporaryDirectory() as folder:
        path = Path(folder, "events.tsv")
        outcome = export(layout.FORMAT, [on_day(each, "2024-02-01") for each in named if each["date"]], path)
        lines = path.read_text("utf8").split("\n")[:-1]
    assert {line.count("\t") + 1 for line in lines} <= {len(layout.COLUMNS)}
    assert len(lines) == 2 * outcome.written + (layout is not gdelt)
    assert not [line for line in lines if '"' in line]


def _written(layout: ModuleType, events: list[Record], folder: Path) -> Rows:
    path = folder / "events.tsv"
    export(layout.FORMAT, events, path)
    names = [column.name for column in layout.COLUMNS] if layout is gdelt else None
    with path.open(encoding="utf8", newline="") as stream:
        return list(csv.DictReader(stream, names, delimiter="\t"))
