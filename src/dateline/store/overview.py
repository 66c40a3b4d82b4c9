"""What many events tell together: how many of which class, between whom and where."""

from dateline.knowledge.countries import countries
from dateline.store.asking import Row, ask_events
from dateline.store.filters import EventFilter
from dateline.store.reading import Reader

MOST_PLACES = 500
_COUNTS = """count(*) AS events, count(*) FILTER (WHERE quad <= 2) AS cooperation,
    count(*) FILTER (WHERE quad >= 3) AS conflict, avg(score) AS score"""


def documents(reader: Reader, asked: EventFilter) -> int:
    """How many documents tell of the events."""
    (row,) = ask_events(reader, asked, "SELECT count(*) AS found FROM (SELECT DISTINCT document_id {events}) AS known")
    return int(row["found"])


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
    """Those with most events, down to where something can be seen on a map: name, country, latitude, longitude, events, conflict.

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
