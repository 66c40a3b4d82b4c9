"""Places."""

from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym and what it refers to; `country` is ISO 3166 alpha-3, `resolution` 1 (world) to 5 (a spot), 0 unknown."""

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
