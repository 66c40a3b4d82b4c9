"""A codebook in Markdown: what fields and codes mean, made from the ontology and the records, with counts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from dateline.export import codes
from dateline.export.fields import Field, fields_of, shapes
from dateline.export.format import Format, endings
from dateline.export.shape import Record
from dateline.knowledge.tables import resource
from dateline.knowledge.tables import rows as rows_of
from dateline.resources.ontology import Ontology

_STATUSES = {
    "actual": "It happened, as the text has it.",
    "planned": "It is announced, decided or dated.",
    "possible": "It may have happened, or may yet.",
    "hypothetical": "It would happen if something else did.",
    "negated": "It did not happen, or the one it is said of denies it.",
}

Row = Sequence[object]
Names = Counter[str]


@dataclass(slots=True)
class Counts:
    """How often each code occurs; an event counts once for each of its codes."""

    documents: int = 0
    types: Names = field(default_factory=Counter)
    modes: Counter[tuple[str, str]] = field(default_factory=Counter)
    contexts: Names = field(default_factory=Counter)
    cameo: Names = field(default_factory=Counter)
    statuses: Names = field(default_factory=Counter)
    sectors: Names = field(default_factory=Counter)
    countries: Names = field(default_factory=Counter)
    coders: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)
    first: str | None = None
    last: str | None = None

    def write(self, records: Sequence[Record]) -> None:
        """Counts the records of a document."""
        self.documents += 1
        for record in records:
            self._add(record)
            self._date(record)

    def _add(self, record: Record) -> None:
        sides = [*record["actor"], *record["recipient"]]
        coder = record["coder"]
        self.types[record["event"]] += 1
        self.modes.update((record["event"], mode) for mode in record["mode"])
        self.contexts.update(record["context"])
        self.cameo[record["cameo"]] += 1
        self.statuses[record["factuality"]["status"]] += 1
        self.sectors.update({sector for actor in sides for sector in actor["sector"]})
        self.countries.update({actor["country"] for actor in sides if actor["country"]})
        self.coders[coder["version"], coder["ontology"], coder["model"], coder["rules_hash"]] += 1

    def _date(self, record: Record) -> None:
        day = record["date"] and record["date"]["start"]
        if day:
            self.first, self.last = min(self.first or day, day), max(self.last or day, day)


@contextmanager
def writing(path: Path, ontology: Ontology) -> Iterator[Counts]:
    """Counts what is written to it, and writes the codebook at the end."""
    counts = Counts()
    yield counts
    path.write_text(codebook(counts, ontology), "utf-8", errors="replace")


def codebook(counts: Counts, ontology: Ontology) -> str:
    """The whole codebook."""
    sections = (_head, _coders, _fields, _types, _modes, _contexts, _statuses, _quads, _sectors, _countries, _cameo)
    return "\n".join(line for section in sections for line in section(counts, ontology))


def _head(counts: Counts, ontology: Ontology) -> Iterator[str]:
    days = f" The events date from {counts.first} to {counts.last}." if counts.first else ""
    yield "# Codebook\n"
    events, documents = _many(counts.types.total(), "event"), _many(counts.documents, "document")
    yield f"{events} of {documents}, coded by Dateline in {ontology.name}.{days}\n"
    yield "A missing value is null, an empty list or an empty cell, never a guess. Spans count code points of the document's"
    yield "text. n says how many events of these data have a code; a code without events is told all the same.\n"
    yield "PLOVER is by the Open Event Data Alliance (CC BY-SA 4.0); places are from GeoNames (CC BY 4.0).\n"


def _coders(counts: Counts, ontology: Ontology) -> Iterator[str]:
    yield "## Coders\n"
    rows = ((*coder, n) for coder, n in sorted(counts.coders.items()))
    yield from table(("Dateline", "ontology", "language model", "rules", "n"), rows)


def _fields(counts: Counts, ontology: Ontology) -> Iterator[str]:
    yield "## Fields\n"
    yield "A record is an event as one document tells it. In tables a field is named by its path: `location_country`.\n"
    for shape in shapes():
        yield f"### {shape.__name__}\n"
        rows = ((f"`{each.name}`", _type(each), each.description) for each in fields_of(shape))
        yield from table(("field", "type", "what it is"), rows)


def _types(counts: Counts, ontology: Ontology) -> Iterator[str]:
    yield "## Event types\n"
    rows: list[Row] = [
        (f"`{each.code}`", _meaning("type", each.code), each.quad, each.score, each.cameo,
         "required" if each.needs_recipient else "optional", counts.types[each.code])
        for each in ontology.types.values()
    ]  # fmt: skip
    others = sorted(set(counts.types) - set(ontology.types))
    rows += [(f"`{code}`", "not of this ontology", "", "", "", "", counts.types[code]) for code in others]
    yield from table(("type", "what it is", "quad", "score", "CAMEO root", "recipient", "n"), rows)


def _modes(counts: Counts, ontology: Ontology) -> Iterator[str]:
    yield "## Modes\n"
    yield "How it was done; the score of the first mode is the score of the event.\n"
    known = {(each.code, mode): score for each in ontology.types.values() for mode, score in each.modes.items()}
    keys = [*known, *sorted(set(counts.modes) - set(known))]
    rows = (
        (f"`{key[0]}`", f"`{key[1]}`", _meaning("mode", " ".join(key)), known.get(key), counts.modes[key])
        for key in keys
    )
    yield from table(("type", "mode", "what it is", "score", "n"), rows)


def _contexts(counts: Counts, ontology: Ontology) -> Iterator[str]:
    yield "## Contexts\n"
    yield "What it was about.\n"
    every = sorted(ontology.contexts | set(counts.contexts))
    yield from table(
        ("context", "what it is", "n"),
        ((f"`{each}`", _meaning("context", each), counts.contexts[each]) for each in every),
    )


def _statuses(counts: Counts, ontology: Ontology) -> Iterator[str]:
    yield "## Statuses\n"
    rows = ((f"`{status}`", words, counts.statuses[status]) for status, words in _STATUSES.items())
    yield from table(("status", "what it says", "n"), rows)


def _quads(counts: Counts, ontology: Ontology) -> Iterator[str]:
    yield "## Quad classes\n"
    yield from table(("quad", "what it is"), enumerate(codes.QUADS, 1))


def _sectors(counts: Counts, ontology: Ontology) -> Iterator[str]:
    yield "## Sectors\n"
    known = codes.sectors()
    rows = ((f"`{code}`", codes.sector(code).name, codes.sector(code).cameo, counts.sectors[code])
            for code in [*known, *sorted(set(counts.sectors) - set(known))])  # fmt: skip
    yield from table(("sector", "who", "CAMEO role", "n"), rows)


def _countries(counts: Counts, ontology: Ontology) -> Iterator[str]:
    yield "## Countries and bodies\n"
    yield "Those that act or are acted upon in these data, as ISO 3166 alpha-3 or PLOVER's code of a body.\n"
    rows = ((f"`{code}`", codes.country_name(code), (known := codes.state(code)) and known.cow, n)
            for code, n in sorted(counts.countries.items()))  # fmt: skip
    yield from table(("code", "name", "COW number", "n"), rows)


def _cameo(counts: Counts, ontology: Ontology) -> Iterator[str]:
    yield "## CAMEO codes\n"
    yield "Those that occur in these data.\n"
    rows = ((f"`{code}`", codes.act(code), _goldstein(code, ontology), n) for code, n in sorted(counts.cameo.items()))
    yield from table(("code", "in CAMEO's words", "Goldstein value", "n"), rows)


def table(header: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """A table in Markdown, with an empty line after it."""
    yield _line(header)
    yield _line(["---"] * len(header))
    yield from map(_line, rows)
    yield ""


def _line(cells: Row) -> str:
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(cell: object) -> str:
    return "" if cell is None else " ".join(str(cell).split()).replace("|", r"\|")


def _type(one: Field) -> str:
    name = _PLAIN.get(one.inner.__name__, one.inner.__name__)
    words = "date (ISO 8601)" if one.is_date else name
    return ("list of " * one.is_list) + words + (" or null" * one.can_be_null)


_PLAIN = {"str": "text", "int": "integer", "float": "number", "bool": "true or false"}


def _meaning(kind: str, code: str) -> str | None:
    """What a code means; None for one that an ontology of the user's own brings."""
    return meanings().get((kind, code))


@cache
def meanings() -> Mapping[tuple[str, str], str]:
    """What PLOVER's types, modes (after their type) and contexts mean."""
    lines = rows_of(resource("export/meanings.tsv"), ("kind", "code", "meaning"))
    return {(row.cells["kind"], row.cells["code"]): row.cells["meaning"] for row in lines}


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"


def _goldstein(code: str, ontology: Ontology) -> float | None:
    try:
        return ontology.goldstein(code)
    except KeyError:
        return None


def codebook_format(ontology: Ontology) -> Format:
    """The format of codebooks."""
    return Format(
        name="codebook",
        summary="A codebook in Markdown: fields, types, modes, contexts, sectors, countries and CAMEO codes, with counts",
        openings=endings(".md", opening=partial(writing, ontology=ontology)),
        losses=("It tells what the data mean; the events themselves are not in it.",),
    )
