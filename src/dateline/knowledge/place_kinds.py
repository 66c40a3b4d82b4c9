"""Kinds of places: the words beside a name that tell them, and the features of GeoNames that are of a kind."""

from collections.abc import Iterator
from functools import cache

from dateline.knowledge.naming import folded
from dateline.knowledge.tables import resource, rows
from dateline.model.place import KINDS, PlaceKind

COLUMNS = ("words", "side", "kind", "dropped")
_MOST_WORDS = 3


def without_kind(name: str) -> Iterator[str]:
    """The name of a division without the words for its kind: `Province of Samar`, Samar."""
    words = folded(name).split()
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        if " ".join(words[:count]) in _dropped("before"):
            yield " ".join(words[count:])
            return
        if " ".join(words[-count:]) in _dropped("after"):
            yield " ".join(words[:-count])
            return


def kind_after(word: str) -> PlaceKind | None:
    """The kind that the word after a name tells: `Helmand province`."""
    return _told("after").get(folded(word))


def kind_before(words: str) -> PlaceKind | None:
    """The kind that the words before a name tell: `the city of`, `Mount`."""
    return _told("before").get(folded(words))


@cache
def _dropped(side: str) -> frozenset[str]:
    return frozenset(folded(row["words"]) for row in _table() if row["side"] == side and row["dropped"] == "yes")


@cache
def _told(side: str) -> dict[str, PlaceKind]:
    """By words of English first: those that are dropped are parts of official names."""
    kinds: dict[str, PlaceKind] = {kind: kind for kind in KINDS}
    table: dict[str, PlaceKind] = {}
    for row in sorted(_table(), key=lambda row: row["dropped"]):
        if row["side"] == side:
            table.setdefault(folded(row["words"]), kinds[row["kind"]])
    return table


@cache
def _table() -> tuple[dict[str, str], ...]:
    return tuple(dict(row.cells) for row in rows(resource("places/words/kinds.tsv"), COLUMNS))
