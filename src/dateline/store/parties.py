"""Actors as events name them: who they are, with whom they act, and what they say."""

import json
from collections import Counter
from dataclasses import dataclass

from dateline.store.asking import Row, ask_events
from dateline.store.filters import EventFilter
from dateline.store.reading import Reader

EVERYTHING = EventFilter()
ENOUGH = 500
"""Events that are read to tell who somebody is."""


def actor_page(reader: Reader, size: int, after: str = "") -> tuple[list[Row], str | None]:
    """Those who act or are acted upon, by name, with the number of events on each side; and the name to go on after."""
    rows = ask_events(
        reader, EVERYTHING,
        f"""SELECT name, count(*) FILTER (WHERE side = 'actor') AS acts, count(*) FILTER (WHERE side = 'recipient') AS suffers
            FROM (
                SELECT unnest(actor) AS name, 'actor' AS side {{events}}
                UNION ALL SELECT unnest(recipient) AS name, 'recipient' AS side {{events}}
            ) AS sides WHERE name > ? GROUP BY name ORDER BY name LIMIT {size + 1}""",
        after,
    )  # fmt: skip
    return rows[:size], rows[size - 1]["name"] if len(rows) > size else None


@dataclass(frozen=True, slots=True)
class Partners:
    """Whom somebody acts upon, and who acts upon them: name, events, cooperation, conflict."""

    acted_upon: list[Row]
    acting: list[Row]


def partners(reader: Reader, name: str, limit: int = 15) -> Partners:
    """Partners of one whose name is exactly this."""
    return Partners(*(_others(reader, name, own, limit) for own in ("actor", "recipient")))


def exactly_named(reader: Reader, name: str) -> list[Row]:
    """Countries and Wikidata ids that events give to this name, the most frequent first: country, wikidata, events.

    Where very many name it, some of them tell.
    """
    rows = ask_events(
        reader, EVERYTHING,
        f"""SELECT CAST(events.record AS TEXT) AS record {{events}}
            AND (actor && CAST(? AS TEXT[]) OR recipient && CAST(? AS TEXT[])) LIMIT {ENOUGH}""",
        [name], [name],
    )  # fmt: skip
    parties = (one for row in rows for one in _parties(json.loads(row["record"])) if one["name"] == name)
    counts = Counter((one["country"], one["wikidata"]) for one in parties)
    return [{"country": country, "wikidata": id, "events": events} for (country, id), events in counts.most_common()]


def _parties(record: Row) -> list[Row]:
    return [*record["actor"], *record["recipient"]]


def _others(reader: Reader, name: str, own: str, limit: int) -> list[Row]:
    """Names on the other side of the events that have this one on its own."""
    other = "recipient" if own == "actor" else "actor"
    return ask_events(
        reader, EVERYTHING,
        f"""SELECT name, count(*) AS events, count(*) FILTER (WHERE quad <= 2) AS cooperation,
                count(*) FILTER (WHERE quad >= 3) AS conflict
            FROM (SELECT unnest({other}) AS name, quad {{events}} AND {own} && CAST(? AS TEXT[])) AS others
            WHERE name IS NOT NULL GROUP BY name ORDER BY events DESC, name LIMIT {int(limit)}""",
        [name],
    )  # fmt: skip
