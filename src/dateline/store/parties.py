"""Actors as events name them: who they are, with whom they act, what they say and what is said of them."""

from dataclasses import dataclass

from dateline.store.asking import Row, ask, ask_events
from dateline.store.filters import EventFilter
from dateline.store.reading import Reader

EVERYTHING = EventFilter()
_COUNTS = """count(*) AS events, count(*) FILTER (WHERE quad <= 2) AS cooperation,
    count(*) FILTER (WHERE quad >= 3) AS conflict"""


def actor_page(reader: Reader, size: int, after: str = "") -> tuple[list[Row], str | None]:
    """Those who act or are acted upon, by name, with the number of events on each side; and the name to go on after."""
    rows = ask(
        reader,
        f"""SELECT name, count(*) FILTER (WHERE side = 'actor') AS acts, count(*) FILTER (WHERE side = 'recipient') AS suffers
            FROM (SELECT DISTINCT event_id, coder_id, side, name FROM parties WHERE is_last AND side <> 'voice' AND name > ?)
                AS sides
            GROUP BY name ORDER BY name LIMIT {size + 1}""",
        (after,),
    )
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
    """Countries and Wikidata ids that events give to this name, the most frequent first: country, wikidata, events."""
    return ask(
        reader,
        """SELECT country, wikidata, count(DISTINCT event_id) AS events FROM parties WHERE is_last AND name = ?
            GROUP BY country, wikidata ORDER BY events DESC, country, wikidata""",
        (name,),
    )


def offices(reader: Reader, name: str, limit: int = 20) -> list[Row]:
    """Offices in which reports name somebody, the latest first: office, country, first, last, reports, document_id of the last."""
    return ask(
        reader,
        f"""SELECT office, country, min(published) AS first, max(published) AS last, count(DISTINCT document_id) AS reports,
                max(document_id) AS document_id
            FROM (
                SELECT DISTINCT parties.office, parties.country, documents.published, parties.document_id
                FROM parties JOIN documents ON documents.id = parties.document_id
                WHERE is_last AND name = ? AND office IS NOT NULL
            ) AS named GROUP BY office, country ORDER BY last DESC NULLS LAST, reports DESC, office LIMIT {int(limit)}""",
        (name,),
    )


def voices_on(reader: Reader, name: str, limit: int = 15) -> list[Row]:
    """Others who tell of what somebody does and undergoes, by name: name, events, cooperation, conflict."""
    return ask(
        reader,
        f"""SELECT name, {_COUNTS} FROM (
                SELECT DISTINCT voices.name, voices.event_id, voices.coder_id, quad
                FROM parties AS voices JOIN events ON events.id = voices.event_id AND events.coder_id = voices.coder_id
                WHERE voices.is_last AND voices.side = 'voice' AND voices.name <> ? AND voices.event_id IN
                    (SELECT event_id FROM parties WHERE is_last AND side <> 'voice' AND name = ?)
            ) AS told GROUP BY name ORDER BY events DESC, name LIMIT {int(limit)}""",
        (name, name),
    )  # fmt: skip


def _others(reader: Reader, name: str, own: str, limit: int) -> list[Row]:
    """Names on the other side of the events that have this one on its own."""
    other = "recipient" if own == "actor" else "actor"
    return ask_events(
        reader, EVERYTHING,
        f"""SELECT name, {_COUNTS}
            FROM (SELECT unnest({other}) AS name, quad {{events}} AND {reader.dialect.holds(f"events.{own}")}) AS others
            WHERE name IS NOT NULL GROUP BY name ORDER BY events DESC, name LIMIT {int(limit)}""",
        name,
    )  # fmt: skip
