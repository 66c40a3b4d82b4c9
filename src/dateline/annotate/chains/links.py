"""Links: which items have been found to be one, and what that tells of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from dateline.annotate.chains.items import Item
from dateline.model import Chain, Document


class Links:
    """The items of a document and which of them have been found to be one."""

    def __init__(self, document: Document, items: Sequence[Item]) -> None:
        assert document.parse is not None
        self.document, self.doc, self.items = document, document.parse, items
        self.by_place = {item.place: item for item in items}
        self._first = list(range(len(items)))
        self._members: dict[int, list[Item]] = {}
        self._rules: dict[int, str] = {}

    def join(self, one: Item, other: Item, rule: str) -> None:
        low, high = sorted((self.root(one), self.root(other)))
        if low != high:
            self._members[low] = [*self.chain(self.items[low]), *self.chain(self.items[high])]
            self._first[high] = low
            self._rules.setdefault(low, rule)

    def root(self, item: Item) -> int:
        """The number of the chain."""
        first, index = self._first, item.index
        while first[index] != index:
            first[index] = first[first[index]]
            index = first[index]
        return index

    def chain(self, item: Item) -> Sequence[Item]:
        """All that are one with the item, itself included."""
        root = self.root(item)
        return self._members.get(root) or [self.items[root]]

    def are_one(self, one: Item, other: Item) -> bool:
        return self.root(one) == self.root(other)

    @cached_property
    def names(self) -> list[Item]:
        return [item for item in self.items if item.form == "name"]

    @cached_property
    def people(self) -> list[Item]:
        return [item for item in self.names if item.mention.label == "PER"]

    @cached_property
    def nouns(self) -> list[Item]:
        """Nominals and other nouns, in text order."""
        found = (item for item in self.items if item.form in ("nominal", "noun"))
        return sorted(found, key=lambda item: item.place)

    @cached_property
    def pronouns(self) -> list[Item]:
        return [item for item in self.items if item.form == "pronoun"]

    def chains(self) -> list[Chain]:
        grouped: dict[int, list[Item]] = defaultdict(list)
        for item in self.items:
            grouped[self.root(item)].append(item)
        return [
            Chain(f"c{number}", tuple(item.mention.span for item in own), self._rules.get(root, "chain.single"))
            for number, (root, own) in enumerate(grouped.items(), 1)
        ]

    def only(self, candidates: Iterable[Item]) -> Item | None:
        """The last candidate, where all are one already."""
        found = list(candidates)
        return found[-1] if found and len({self.root(item) for item in found}) == 1 else None
