"""Words that syntax must know one by one: amounts and parts, and verbs that control infinitives."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from dateline.errors import ResourceError

ANY = "*"
BARE = "-"


@cache
def partitives() -> frozenset[str]:
    """Lemmas of nouns that name an amount or a part of what follows after "of"."""
    return frozenset(line for _, line in _lines(_file("partitives.txt")))


@cache
def controllers() -> Mapping[tuple[str, str], frozenset[str]]:
    """From (verb lemma or `*`, marker or `-`) to subject, object or prepositions; ResourceError names a wrong line."""
    path = _file("control.tsv")
    rows: dict[tuple[str, str], frozenset[str]] = {}
    for number, line in list(_lines(path))[1:]:
        cells = line.split("\t")
        if len(cells) != 4 or not all(cells):
            raise ResourceError(str(path), "a row is verb, marker, controller, example", number)
        key = (cells[0], cells[1])
        rows[key] = rows.get(key, frozenset()) | {cells[2]}
    return rows


def controllers_of(verb: str, marker: str) -> frozenset[str]:
    """Whose subject a clause under this verb with this marker ("to", "of", "" for none) has, as far as words tell."""
    table, marker = controllers(), marker or BARE
    return table.get((verb, marker)) or table.get((ANY, marker)) or frozenset()


def is_complement_marker(verb: str, marker: str) -> bool:
    """Whether an adverbial clause with this marker says what the verb is about: "accused *of*", not "left *after*"."""
    if marker == "to":
        return controllers().get((verb, marker), frozenset(("subject",))) != {"subject"}
    return bool(marker) and (ANY, marker) in controllers()


def is_own_marker(verb: str, marker: str) -> bool:
    """Whether the verb is listed with this marker, so that it owns such a clause on its object: "accused X *of*"."""
    return "object" in controllers().get((verb, marker), ())


def _file(name: str) -> Traversable:
    return files("dateline") / "resources" / "en" / name


def _lines(path: Traversable) -> Iterator[tuple[int, str]]:
    """Lines that say something, with their numbers."""
    for number, line in enumerate(path.read_text("utf8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.rstrip()
