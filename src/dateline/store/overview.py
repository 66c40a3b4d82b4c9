"""What many events tell together: how many when, of which class, between whom and where."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.store.filters import EventFilter
from dateline.store.reading import Reader
from dateline.store.rows import Row, ask_events

Unit = Literal["day", "week", "month", "quarter", "year"]
_LONGEST: dict[Unit, int] = {"day": 92, "week": 550, "month": 3700, "quarter": 11000}
"""Days that are shown in bars of a unit; longer times in the next one."""

MOST_PLACES = 2000
_COUNTS = """count(*) AS events, count(*) FILTER (WHERE quad <= 2) AS cooperation,
    count(*) FILTER (WHERE quad >= 3) AS conflict, avg(score) AS score"""


@dataclass(frozen=True, slots=True)
class Extent:
    """How much passes a filter, and between which days nearly all of it lies: stray dates do not stretch a chart."""

    events: int
    documents: int
    undated: int
    first: date | None
    last: date | None

    @property
    def unit(self) -> Unit:
        """The unit in which so many days make a chart that can be read."""
        days = (self.last - self.first).days if self.first and self.last else 0
        return next((unit for unit, longest in _LONGEST.items() if days <= longest), "year")


def extent(reader: Reader, asked: EventFilter) -> Extent:
    """The middle 98 % of the days; the day asked for where one is."""
    (row,) = ask_events(
        reader, asked,
        """SELECT count(*) AS events, count(DISTINCT events.document_id) AS documents,
            count(*) - count(events.date_start) AS undated,
            percentile_disc(0.01) WITHIN GROUP (ORDER BY events.date_start) AS first,
            percentile_disc(0.99) WITHIN GROUP (ORDER BY events.date_start) AS last {events}""",
    )  # fmt: skip
    first, last = max(filter(None, (row.pop("first"), asked.since)), default=None), row.pop("last")
    return Extent(**row, first=first, last=last and min(filter(None, (last, asked.until))))


def timeline(reader: Reader, asked: EventFilter, span: Extent) -> list[Row]:
    """Events by the unit of time in which they began and by quad: start, quad, events, score."""
    if span.first is None or span.last is None:
        return []
    start = f"CAST(date_trunc('{span.unit}', events.date_start) AS DATE)"
    return ask_events(
        reader, asked,
        f"""SELECT {start} AS start, quad, count(*) AS events, avg({_score(reader)}) AS score {{events}}
            AND events.date_start BETWEEN CAST(? AS DATE) AND CAST(? AS DATE) GROUP BY 1, 2 ORDER BY 1, 2""",
        span.first, span.last,
    )  # fmt: skip


def scores(rows: list[Row]) -> list[Row]:
    """Mean score in each unit of a timeline, with its number of events: start, score, events."""
    starts = sorted({row["start"] for row in rows})
    return [_mean(start, [row for row in rows if row["start"] == start]) for start in starts]


def types(reader: Reader, asked: EventFilter) -> list[Row]:
    """Events by type, the most frequent first: event, quad, events."""
    return ask_events(
        reader, asked,
        "SELECT event, quad, count(*) AS events {events} GROUP BY event, quad ORDER BY events DESC, event",
    )  # fmt: skip


def dyads(reader: Reader, asked: EventFilter, limit: int = 12) -> list[Row]:
    """Pairs of countries, the one that acts first, with their events: actor, recipient, events, cooperation, conflict, score.

    An event of several countries counts for each pair.
    """
    acting, acted_upon = (_all(reader, side, "country") for side in ("actor", "recipient"))
    return ask_events(
        reader, asked,
        f"""SELECT actor, recipient, {_COUNTS} FROM (
                SELECT actor, unnest(recipients) AS recipient, quad, score FROM (
                    SELECT unnest({acting}) AS actor, {acted_upon} AS recipients, quad, {_score(reader)} AS score {{events}}
                ) AS acting
            ) AS pairs WHERE actor <> recipient GROUP BY actor, recipient
            ORDER BY events DESC, actor, recipient LIMIT {int(limit)}""",
    )  # fmt: skip


def actors(reader: Reader, asked: EventFilter, limit: int = 12) -> list[Row]:
    """Those who act in most events: name, events, cooperation, conflict, score."""
    names = f"unnest({_all(reader, 'actor', 'name')})"
    return ask_events(
        reader, asked,
        f"""SELECT name, {_COUNTS} FROM (SELECT {names} AS name, quad, {_score(reader)} AS score {{events}}) AS acting
            GROUP BY name ORDER BY events DESC, name LIMIT {int(limit)}""",
    )  # fmt: skip


def places(reader: Reader, asked: EventFilter) -> list[Row]:
    """Places with events, down to where something can be seen on a map: name, country, latitude, longitude, events, conflict.

    Whole countries are left out, whose point says nothing of where.
    """
    text = reader.dialect.text
    return ask_events(
        reader, asked,
        f"""SELECT name, country, latitude, longitude, count(*) AS events,
                count(*) FILTER (WHERE quad >= 3) AS conflict FROM (
                SELECT {text("$.location.name")} AS name, {text("$.location.country")} AS country, quad,
                    CAST({text("$.location.lat")} AS DOUBLE PRECISION) AS latitude,
                    CAST({text("$.location.lon")} AS DOUBLE PRECISION) AS longitude,
                    CAST({text("$.location.resolution")} AS INTEGER) AS resolution {{events}}
            ) AS located WHERE latitude IS NOT NULL AND resolution > 2
            GROUP BY name, country, latitude, longitude ORDER BY events DESC, name LIMIT {MOST_PLACES}""",
    )  # fmt: skip


def _mean(start: date, rows: list[Row]) -> Row:
    events = sum(row["events"] for row in rows)
    return {"start": start, "score": sum(row["score"] * row["events"] for row in rows) / events, "events": events}


def _score(reader: Reader) -> str:
    return f"CAST({reader.dialect.text('$.score')} AS DOUBLE PRECISION)"


def _all(reader: Reader, side: str, key: str) -> str:
    """The names or countries of one side."""
    return reader.dialect.texts(f"$.{side}[*].{key}")
