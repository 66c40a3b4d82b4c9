"""Events as GeoJSON (RFC 7946), one feature each."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from dateline.export import flat
from dateline.export.format import Format, endings
from dateline.export.shape import Record

LOSSES = (
    'Lists become text, "; " between their items and "+" within one; spans, cues of factuality and links of mentions are lost.',
    "An event without coordinates is a feature without a geometry.",
    "A point is the middle of a place: of a whole country where location_resolution is 2.",
)


class Features:
    """Writes features, parted by commas."""

    def __init__(self, file: TextIO) -> None:
        self.file, self.between = file, "\n"

    def write(self, records: Sequence[Record]) -> None:
        for record in records:
            self.file.write(self.between + json.dumps(feature(record), ensure_ascii=False))
            self.between = ",\n"


@contextmanager
def writing(path: Path) -> Iterator[Features]:
    """A writer of a collection of features."""
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        file.write('{"type": "FeatureCollection", "features": [')
        yield Features(file)
        file.write("\n]}\n")


def feature(record: Record) -> dict[str, object]:
    """The event with its point, longitude first."""
    at = point(record)
    names = (column.name for column in flat.COLUMNS)
    return {
        "type": "Feature",
        "id": record["id"],
        "geometry": {"type": "Point", "coordinates": at} if at else None,
        "properties": dict(zip(names, flat.flat(record), strict=True)),
    }


def point(record: Record) -> tuple[float, float] | None:
    """Longitude and latitude."""
    place = record["location"]
    if place is None or place["lon"] is None or place["lat"] is None:
        return None
    return place["lon"], place["lat"]


FORMAT = Format(
    name="geojson",
    summary="GeoJSON, a feature for each event, with the columns of the CSV as properties",
    openings=endings(".geojson", ".json", opening=writing),
    losses=LOSSES,
)
