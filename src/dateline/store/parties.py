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
        f"""SELECT name, count(DISTINCT (event_id, coder_id)) FILTER (WHERE side = 'actor') AS acts,
                count(DISTINCT (event_id, coder_id)) FILTER (WHERE side = 'recipient') AS suffers
            FROM parties WHERE is_last AND side <> 'voice' AND name IN (
                SELECT DISTINCT name FROM parties WHERE is_last AND side <> 'voice' AND name > ? ORDER BY name LIMIT {size + 1}
            ) GROUP BY name ORDER BY name""",
        (after,),
    )
    return rows[:size], rows[size - 1]["name"] if len(rows) > size else None


@dataclass(frozen=True, slots=True)
class Partners:
    """Whom somebody acts upon, and who acts upon them: name, events, cooperation, conflict; those of most events first."""

    acted_upon: list[Row]
    acting: list[Row]

    @property
    def together(self) -> list[Row]:
        """Both, each partner once."""
        joined: dict[str, Row] = {}
        for row in (*self.acted_upon, *self.acting):
            known = joined.get(row["name"], {})
            joined[row["name"]] = {
                key: value + known.get(key, type(value)()) for key, value in row.items() if key != "name"
            }
        rows = [{"name": name, **counts} for name, counts in joined.items()]
        return sorted(rows, key=lambda row: (-row["events"], row["name"]))


def partners(reader: Reader, name: str, limit: int = 500) -> Partners:
    """Partners of one whose name is exactly this."""
    sides = {own: reader.dialect.holds(f"events.{own}") for own in ("actor", "recipient")}
    rows = ask_events(
        reader, EVERYTHING,
        f"""SELECT side, name, {_COUNTS} FROM (
                SELECT 'acted_upon' AS side, unnest(recipient) AS name, quad {{events}} AND {sides["actor"]}
                UNION ALL SELECT 'acting' AS side, unnest(actor) AS name, quad {{events}} AND {sides["recipient"]}
            ) AS others
            WHERE name IS NOT NULL AND name <> ? GROUP BY side, name ORDER BY events DESC, name LIMIT {2 * int(limit)}""",
        name, name, name,
    )  # fmt: skip
    found: dict[str, list[Row]] = {"acted_upon": [], "acting": []}
    for row in rows:
        found[row.pop("side")].append(row)
    return Partners(**found)


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
    holds = [reader.dialect.holds(f"events.{side}") for side in ("actor", "recipient")]
    return ask_events(
        reader, EVERYTHING,
        f"""SELECT name, {_COUNTS} FROM (SELECT unnest(voice) AS name, quad {{events}} AND ({" OR ".join(holds)})) AS told
            WHERE name <> ? GROUP BY name ORDER BY events DESC, name LIMIT {int(limit)}""",
        name, name, name,
    )  # fmt: skip
