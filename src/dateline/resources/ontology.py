"""An event ontology: its types, modes and contexts, how types turn into one another, and the CAMEO scale beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dateline.errors import ResourceError
from dateline.resources.entries import Entry, read_entry

Quad = Literal[1, 2, 3, 4]

CLASSES: Mapping[str, frozenset[int]] = {
    "any": frozenset({1, 2, 3, 4}),
    "cooperative": frozenset({1, 2}),
    "hostile": frozenset({3, 4}),
    "verbal": frozenset({1, 3}),
    "material": frozenset({2, 4}),
}
"""Names that operators may use for several types at once, by quad."""


@dataclass(frozen=True, slots=True)
class EventType:
    """One type of event; scores as the ontology gives them."""

    code: str
    quad: int
    score: float
    cameo: str
    """The CAMEO root beside it, for acts that no rule gives a closer code."""
    cameo_of_forces: Mapping[str, str]
    """CAMEO codes that change where armed forces act or suffer: killing is 180, by an army 190."""
    needs_recipient: bool
    modes: Mapping[str, float]
    content_modes: Mapping[str, str]
    """From the type of an act that this one speaks of to the mode that this makes: a threat of ASSAULT is `violence`."""
    future: str | None
    """What an announced event of this type is: a future CONSULT is an AGREE."""
    future_modes: Mapping[str, str]
    """The same for acts of one mode, where it differs."""
    dated_future: str | None
    """The same where the announcement names a day."""
    refused: str | None
    """What saying that one will not do it is: a refused CONSULT is a REJECT."""


@dataclass(frozen=True, slots=True)
class Ontology:
    """Types by code, context codes, and Goldstein values by CAMEO code."""

    name: str
    types: Mapping[str, EventType]
    contexts: frozenset[str]
    goldstein_scale: Mapping[str, float]

    def score(self, type: str, modes: tuple[str, ...]) -> float:
        """The score of the first mode, or of the type where no mode is known."""
        known = self.types[type]
        return known.modes[modes[0]] if modes else known.score

    def goldstein(self, cameo: str) -> float:
        """The value of a CAMEO code, or of the closest code above it; KeyError where even the root is unknown."""
        while cameo not in self.goldstein_scale and len(cameo) > 2:
            cameo = cameo[:-1]
        return self.goldstein_scale[cameo]

    def in_class(self, type: str, name: str) -> bool:
        """Whether a type is what `name` says: itself, or one of a class such as `hostile`."""
        return type == name or self.types[type].quad in CLASSES.get(name, frozenset())


def load_ontology(path: Path) -> Ontology:
    """The ontology of a YAML file, with `goldstein.tsv` beside it; ResourceError says what is wrong where."""
    fields = read_entry(path).fields(("name", "types", "contexts"))
    types = {known.code: known for known in map(_type, fields["types"].items())}
    for entry in fields["types"].items():
        _check_references(entry, types)
    scale = _goldstein(path.with_name("goldstein.tsv"))
    return Ontology(fields["name"].text(), types, frozenset(fields["contexts"].texts()), scale)


def _type(entry: Entry) -> EventType:
    fields = entry.fields(
        ("code", "quad", "score", "cameo"),
        (
            "recipient",
            "modes",
            "content_modes",
            "cameo_of_forces",
            "future",
            "future_modes",
            "dated_future",
            "refused",
            "note",
        ),
    )
    quad = int(fields["quad"].number())
    if quad not in (1, 2, 3, 4):
        raise fields["quad"].wrong(f"a quad is 1, 2, 3 or 4, not {quad}")
    return EventType(
        code=fields["code"].text(),
        quad=quad,
        score=fields["score"].number(),
        cameo=fields["cameo"].text(),
        cameo_of_forces={key.text(): value.text() for key, value in _pairs(fields, "cameo_of_forces")},
        needs_recipient="recipient" in fields and fields["recipient"].text() == "required",
        modes={key.text(): value.number() for key, value in _pairs(fields, "modes")},
        content_modes={key.text(): value.text() for key, value in _pairs(fields, "content_modes")},
        future=_maybe(fields, "future"),
        future_modes={key.text(): value.text() for key, value in _pairs(fields, "future_modes")},
        dated_future=_maybe(fields, "dated_future"),
        refused=_maybe(fields, "refused"),
    )


def _maybe(fields: Mapping[str, Entry], key: str) -> str | None:
    return fields[key].text() if key in fields else None


def _pairs(fields: Mapping[str, Entry], key: str) -> list[tuple[Entry, Entry]]:
    return list(fields[key].pairs()) if key in fields else []


def _check_references(entry: Entry, types: Mapping[str, EventType]) -> None:
    """Types and modes that a type names must exist."""
    fields = {key.text(): value for key, value in entry.pairs()}
    own = types[fields["code"].text()]
    for key in ("future", "dated_future", "refused"):
        if key in fields and fields[key].text() not in types:
            raise fields[key].wrong(f"no type {fields[key].text()!r}")
    for mode, future in _pairs(fields, "future_modes"):
        if mode.text() not in own.modes or future.text() not in types:
            raise mode.wrong(f"{own.code} has no mode {mode.text()!r}, or there is no type {future.text()!r}")
    for inner, mode in _pairs(fields, "content_modes"):
        if inner.text() not in types:
            raise inner.wrong(f"no type {inner.text()!r}")
        if mode.text() not in own.modes:
            raise mode.wrong(f"{own.code} has no mode {mode.text()!r}")


def _goldstein(path: Path) -> dict[str, float]:
    """CAMEO codes and values, tab-separated, below a header."""
    scale: dict[str, float] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if number == 1 or line.startswith("#"):
            continue
        try:
            code, value = line.split("\t")
            scale[code] = float(value)
        except ValueError:
            raise ResourceError(path, "a row is a CAMEO code and its value", number) from None
    return scale
