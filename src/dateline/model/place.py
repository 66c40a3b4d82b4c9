"""Places."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.span import Span

PlaceKind = Literal["world", "country", "region", "district", "city", "natural", "facility"]
KINDS: tuple[PlaceKind, ...] = ("world", "country", "region", "district", "city", "natural", "facility")
_KIND_OF_FEATURE: dict[str, PlaceKind] = {
    "CONT": "world", "RGN": "region", "PCLI": "country", "TERR": "region", "ADM1": "region", "ADM2": "district",
    "PPL": "city", "PPLC": "city", "PPLX": "district", "SEA": "natural", "OCN": "natural", "ISL": "natural",
    "ISLS": "natural", "MTS": "natural", "MT": "natural", "DSRT": "natural", "STM": "natural", "LK": "natural",
    "STRT": "natural", "PEN": "natural", "VAL": "natural", "BAY": "natural", "CNL": "natural", "CAPE": "natural",
    "FRST": "natural",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """What a toponym might have meant, with the score that it reached."""

    name: str
    geonameid: int | None
    country: str | None
    admin1: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym and what it refers to; `country` is ISO 3166 alpha-3, `resolution` 1 (world) to 5 (a spot), 0 unknown.

    `candidates` are the likeliest meanings, the chosen one first.
    """

    span: Span
    name: str
    geonameid: int | None
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    feature: str | None
    resolution: int
    rule: str
    candidates: tuple[PlaceCandidate, ...] = ()

    @property
    def kind(self) -> PlaceKind:
        """Country, region, district, city, natural or facility; what GeoNames calls a spot or a building is the last."""
        return kind_of_feature(self.feature)


def kind_of_feature(feature: str | None) -> PlaceKind:
    """The kind of place that a feature code of GeoNames stands for."""
    return _KIND_OF_FEATURE.get(feature or "PPL", "facility")
