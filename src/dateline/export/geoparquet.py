"""Events as GeoParquet 1.1, points as WKB."""

import json
import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa

from dateline.export import flat, parquet
from dateline.export.format import Format, endings
from dateline.export.geojson import LOSSES, point
from dateline.export.parquet import RowGroups
from dateline.export.shape import Record

GEOMETRY = "geometry"
_SCHEMA = pa.schema([*parquet.arrow_fields(flat.COLUMNS), pa.field(GEOMETRY, pa.binary())])
_LITTLE_ENDIAN, _POINT = 1, 1

Box = tuple[float, float, float, float]


class Points:
    """Writes rows with points, and remembers the box around them."""

    def __init__(self, groups: RowGroups) -> None:
        self.groups = groups
        self.box: Box | None = None

    def write(self, records: Sequence[Record]) -> None:
        self.groups.write([self._row(record) for record in records])

    def _row(self, record: Record) -> dict[str, object]:
        at = point(record)
        if at:
            self.box = _around(self.box, at)
        return {**parquet.named(flat.COLUMNS, flat.flat(record)), GEOMETRY: wkb(at) if at else None}


@contextmanager
def writing(path: Path) -> Iterator[Points]:
    """A writer of events with their points; the `geo` metadata comes last, when the box is known."""
    with parquet.row_groups(path, _SCHEMA) as (file, groups):
        points = Points(groups)
        yield points
        file.add_key_value_metadata({"geo": json.dumps(geo(points.box))})


def wkb(at: tuple[float, float]) -> bytes:
    """A point in well-known binary."""
    return struct.pack("<BIdd", _LITTLE_ENDIAN, _POINT, *at)


def geo(box: Box | None) -> dict[str, object]:
    """The metadata that make the file GeoParquet; without a word on it, coordinates are longitude and latitude (CRS84)."""
    geometry = {"encoding": "WKB", "geometry_types": ["Point"], **({"bbox": list(box)} if box else {})}
    return {"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: geometry}}


def _around(box: Box | None, at: tuple[float, float]) -> Box:
    west, south, east, north = box or (*at, *at)
    return min(west, at[0]), min(south, at[1]), max(east, at[0]), max(north, at[1])


FORMAT = Format(
    name="geoparquet",
    summary="GeoParquet, a point for each event, with the columns of the CSV",
    openings=endings(".parquet", ".geoparquet", opening=writing),
    losses=LOSSES,
)
