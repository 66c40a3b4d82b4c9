"""Actors as events name them: who they are, with whom they act, and what they say."""

from dataclasses import dataclass

from dateline.store.filters import EventFilter
from dateline.store.reading import Reader
from dateline.store.rows import Row, ask, ask_events


def actor_page(reader: Reader, size: int, after: str = "") -> tuple[list[Row], str | None]:
    """Those who act or are acted upon, by name, with the number of events on each side; and the name to go on after."""
    names = " UNION ALL ".join(
        f"SELECT unnest({reader.dialect.texts(f'$.{side}[*].name')}) AS name, '{side}' AS side FROM events"
        for side in ("actor", "recipient")
    )
    rows = ask(
        reader,
        f"""SELECT name, count(*) FILTER (WHERE side = 'actor') AS acts,
                count(*) FILTER (WHERE side = 'recipient') AS suffers
            FROM ({names}) AS sides WHERE name > ? GROUP BY name ORDER BY name LIMIT {size + 1}""",
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
    texts = reader.dialect.texts
    sides = " UNION ALL ".join(
        f"""SELECT name, country, wikidata FROM (SELECT unnest({texts(f"$.{side}[*].name")}) AS name,
            unnest({texts(f"$.{side}[*].country")}) AS country, unnest({texts(f"$.{side}[*].wikidata")}) AS wikidata
            FROM events) AS named"""
        for side in ("actor", "recipient")
    )
    return ask(
        reader,
        f"""SELECT country, wikidata, count(*) AS events FROM ({sides}) AS every WHERE name = ?
            GROUP BY country, wikidata ORDER BY events DESC""",
        (name,),
    )


def _others(reader: Reader, name: str, own: str, limit: int) -> list[Row]:
    """Names on the other side of the events that have this one on its own."""
    texts = reader.dialect.texts
    other = "recipient" if own == "actor" else "actor"
    return ask_events(
        reader, EventFilter(),
        f"""SELECT name, count(*) AS events, count(*) FILTER (WHERE quad <= 2) AS cooperation,
                count(*) FILTER (WHERE quad >= 3) AS conflict
            FROM (SELECT unnest({texts(f"$.{other}[*].name")}) AS name, quad {{events}}
                AND {texts(f"$.{own}[*].name")} && CAST(? AS TEXT[])) AS others
            GROUP BY name ORDER BY events DESC, name LIMIT {int(limit)}""",
        [name],
    )  # fmt: skip
