"""What many events tell together: how many when, of which class, between whom and where."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.knowledge.countries import countries
from dateline.store.asking import Row, ask_events
from dateline.store.filters import EventFilter
from dateline.store.reading import Reader

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
        f"""SELECT {start} AS start, quad, count(*) AS events, avg(score) AS score {{events}}
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
    return ask_events(
        reader, asked,
        f"""SELECT actor, recipient, {_COUNTS} FROM (
                SELECT actor, unnest(recipients) AS recipient, quad, score FROM (
                    SELECT unnest(actor_country) AS actor, recipient_country AS recipients, quad, score {{events}}
                ) AS acting
            ) AS pairs WHERE actor <> recipient GROUP BY actor, recipient
            ORDER BY events DESC, actor, recipient LIMIT {int(limit)}""",
    )  # fmt: skip


def actors(reader: Reader, asked: EventFilter, limit: int = 12) -> list[Row]:
    """Those who act in most events: name, events, cooperation, conflict, score."""
    return ask_events(
        reader, asked,
        f"""SELECT name, {_COUNTS} FROM (SELECT unnest(actor) AS name, quad, score {{events}}) AS acting
            WHERE name IS NOT NULL GROUP BY name ORDER BY events DESC, name LIMIT {int(limit)}""",
    )  # fmt: skip


def places(reader: Reader, asked: EventFilter) -> list[Row]:
    """Places with events, down to where something can be seen on a map: name, country, latitude, longitude, events, conflict.

    Whole countries are left out, whose point says nothing of where.
    """
    rows = ask_events(
        reader, asked,
        f"""SELECT place AS name, location_country AS country, latitude, longitude, count(*) AS events,
                count(*) FILTER (WHERE quad >= 3) AS conflict
            {{events}} AND latitude IS NOT NULL AND longitude IS NOT NULL
            GROUP BY place, location_country, latitude, longitude ORDER BY events DESC, name LIMIT {MOST_PLACES}""",
    )  # fmt: skip
    return [row for row in rows if not _is_country(row)]


def _is_country(row: Row) -> bool:
    country = countries().by_code.get(row["country"] or "")
    return country is not None and row["name"] == country.name


def _mean(start: date, rows: list[Row]) -> Row:
    events = sum(row["events"] for row in rows)
    return {"start": start, "score": sum(row["score"] * row["events"] for row in rows) / events, "events": events}
