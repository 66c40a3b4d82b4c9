"""The filter bar: what the address asks, as the store's filter and as fields, chips and links."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import NamedTuple, get_args
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from dateline.model import Status
from dateline.resources.ontology import Ontology
from dateline.store.filters import EventFilter, filter_from

NAMES = tuple(field.name for field in fields(EventFilter))
LABELS: Mapping[str, str] = {
    "since": "from", "until": "to", "type": "type", "quad": "class", "actor": "actor", "recipient": "recipient", "voice": "according to",
    "country": "country", "dyad": "dyad", "place": "place", "status": "status", "publisher": "publisher",
    "context": "context", "run": "run",
}  # fmt: skip


class Chip(NamedTuple):
    """A filter that is set, and the address without it."""

    label: str
    value: str
    without: str


@dataclass(frozen=True, slots=True)
class FilterBar:
    """`words` are the filters as the address spells them, `others` what else it says, such as an order."""

    path: str
    words: Mapping[str, Sequence[str]]
    others: Mapping[str, str]
    asked: EventFilter
    ontology: Ontology

    def value(self, name: str) -> str:
        """What stands in a field of one value."""
        return next(iter(self.words.get(name, ())), "")

    def has(self, name: str, value: object) -> bool:
        """Whether a box is ticked."""
        return str(value) in self.words.get(name, ())

    def query(self, **changes: object) -> str:
        """The question mark and what follows it, with fields changed or, where None, left out."""
        words: dict[str, Sequence[str]] = {**self.words, **{name: (value,) for name, value in self.others.items()}}
        words |= {name: () if value is None else (str(value),) for name, value in changes.items()}
        pairs = [(name, value) for name, values in words.items() for value in values]
        return f"?{urlencode(pairs)}" if pairs else ""

    def narrowed(self, **words: Sequence[str]) -> "FilterBar":
        """The bar of a page that is about something, which no filter may widen."""
        merged = {**self.words, **words}
        return replace(self, words=merged, asked=filter_from(merged))

    @property
    def filters(self) -> str:
        """The filters alone, for another page."""
        return replace(self, others={}).query()

    @property
    def chips(self) -> list[Chip]:
        """One for each value that is set."""
        return [
            Chip(LABELS[name], value, self._without(name, value)) for name in self.words for value in self.words[name]
        ]

    def _without(self, name: str, value: str) -> str:
        left = {**self.words, name: [each for each in self.words[name] if each != value]}
        return self.path + replace(self, words=left).query()

    @property
    def types(self) -> list[str]:
        return list(self.ontology.types)

    @property
    def contexts(self) -> list[str]:
        return sorted(self.ontology.contexts)

    @property
    def statuses(self) -> tuple[str, ...]:
        return get_args(Status)


def read_bar(path: str, address: QueryParams, ontology: Ontology) -> FilterBar:
    """The bar of an address; fields left empty ask nothing. Raises UsageError for a value that cannot be."""
    given = {name: list(filter(None, map(str.strip, address.getlist(name)))) for name in NAMES}
    words = {name: values for name, values in given.items() if values}
    others = {name: ",".join(filter(None, address.getlist(name))) for name in address if name not in (*NAMES, "after")}
    others = {name: value for name, value in others.items() if value}
    return FilterBar(path, words, others, filter_from(words), ontology)
