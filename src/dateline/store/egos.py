"""The network around somebody: partners, and what passes between them."""

from dataclasses import dataclass

from dateline.store.asking import Row, ask_events
from dateline.store.parties import EVERYTHING, Partners
from dateline.store.reading import Reader

MOST = 500
"""Nodes, the one in the middle among them."""
CLOSE = 25
"""Partners between whom ties are told, too."""


@dataclass(frozen=True, slots=True)
class Ego:
    """One in the middle, the partners (name, events, cooperation, conflict; either side) and the ties between close ones.

    A tie has two names, events and conflict.
    """

    name: str
    partners: list[Row]
    ties: list[Row]


def ego(reader: Reader, name: str, around: Partners) -> Ego:
    """The network of one whose name is exactly this; the partners of most events are in it."""
    partners = around.together[: MOST - 1]
    return Ego(name, partners, _ties(reader, [row["name"] for row in partners[:CLOSE]]))


def _ties(reader: Reader, names: list[str]) -> list[Row]:
    """Between any two of these names."""
    if len(names) < 2:
        return []
    within = f"IN ({', '.join('?' * len(names))})"
    return ask_events(
        reader, EVERYTHING,
        f"""SELECT least(one, other) AS one, greatest(one, other) AS other, count(*) AS events,
                count(*) FILTER (WHERE quad >= 3) AS conflict
            FROM (
                SELECT one, unnest(others) AS other, quad FROM (
                    SELECT unnest(actor) AS one, recipient AS others, quad {{events}}
                ) AS acting WHERE one {within}
            ) AS pairs WHERE other {within} AND one <> other GROUP BY 1, 2 ORDER BY 1, 2""",
        *names, *names,
    )  # fmt: skip
