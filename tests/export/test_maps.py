"""GeoJSON and GeoParquet: points where they belong, files that geopandas opens."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import geopandas
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export import flat, geojson, geoparquet
from dateline.export.exporting import export
from dateline.export.shape import Record
from tests.export.examples import bare_record, raid_record, records


def test_geopandas_opens_geoparquet(tmp_path: Path) -> None:
    export(geoparquet.FORMAT, [raid_record(), bare_record()], tmp_path / "events.parquet")
    frame = geopandas.read_parquet(tmp_path / "events.parquet")
    assert frame.crs == "OGC:CRS84"
    assert (frame.geometry[0].x, frame.geometry[0].y) == (-3.25, 14.5)
    assert frame.geometry[1] is None
    assert list(frame.columns) == [*(column.name for column in flat.COLUMNS), "geometry"]
    assert frame.location_resolution[0] == 4


def test_the_metadata_say_where_the_points_are(tmp_path: Path) -> None:
    export(geoparquet.FORMAT, [_at(2.0, 49.0), _at(-3.0, 10.5), bare_record()], tmp_path / "events.parquet")
    geo = json.loads(pq.read_metadata(tmp_path / "events.parquet").metadata[b"geo"])
    assert (geo["version"], geo["primary_column"]) == ("1.1.0", "geometry")
    assert geo["columns"]["geometry"] == {
        "encoding": "WKB",
        "geometry_types": ["Point"],
        "bbox": [-3.0, 10.5, 2.0, 49.0],
    }


def test_no_point_makes_no_box(tmp_path: Path) -> None:
    export(geoparquet.FORMAT, [bare_record()], tmp_path / "events.parquet")
    assert "bbox" not in geoparquet.geo(None)
    assert geopandas.read_parquet(tmp_path / "events.parquet").geometry.isna().all()


def test_geopandas_opens_geojson(tmp_path: Path) -> None:
    export(geojson.FORMAT, [raid_record(), bare_record()], tmp_path / "events.geojson")
    frame = geopandas.read_file(tmp_path / "events.geojson")
    assert (frame.geometry[0].x, frame.geometry[0].y) == (-3.25, 14.5)
    assert frame.geometry[1] is None
    assert list(frame.event) == ["ASSAULT", "ASSAULT"]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_geojson_is_one_collection(count: int, tmp_path: Path) -> None:
    export(geojson.FORMAT, [raid_record()] * count, tmp_path / "events.geojson")
    found = json.loads((tmp_path / "events.geojson").read_text("utf8"))
    assert found["type"] == "FeatureCollection"
    assert len(found["features"]) == count


@given(st.lists(records(), max_size=3))
def test_properties_come_back(written: list[Record]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "events.geojson")
        export(geojson.FORMAT, written, path)
        features = json.loads(path.read_text("utf8"))["features"]
    assert [list(each["properties"].values()) for each in features] == [flat.flat(record) for record in written]


def _at(longitude: float, latitude: float) -> Record:
    record = raid_record()
    assert record["location"] is not None
    return {**record, "location": {**record["location"], "lat": latitude, "lon": longitude}}
