"""Agreement: which kinds of things and which gender a pronoun may stand for, and what a chain shows of both."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dateline.annotate.chains.items import Item
from dateline.annotate.chains.links import Links
from dateline.knowledge.genders import TITLE_GENDERS
from dateline.knowledge.given_names import given_names
from dateline.knowledge.nouns import nouns
from dateline.knowledge.offices import people
from dateline.knowledge.roles import Gender

Third = Literal["he", "she", "it", "they"]
"""A pronoun of the third person in all its cases."""

THIRD: Mapping[str, Third] = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
    "it": "it", "its": "it", "itself": "it",
    "they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they",
}  # fmt: skip
_GENDERS: Mapping[str, Gender] = {"he": "male", "she": "female"}
_BEFORE = 3
"""Words before a name's head among which its title stands."""

_SOMEBODY = frozenset({"person", "people", "group", "body", "place", "name"})
_SPEAKING = frozenset("i me my mine myself you your yours yourself".split())
_SPEAKERS = frozenset("we us our ours ourselves".split())
_ONE_PERSON = (frozenset({"person"}), frozenset({"people", "body", "place", "group", "things", "it", "they"}))
_KINDS: Mapping[Third, tuple[frozenset[str], frozenset[str]]] = {
    "he": (_ONE_PERSON[0] | {"he"}, _ONE_PERSON[1] | {"she"}),
    "she": (_ONE_PERSON[0] | {"she"}, _ONE_PERSON[1] | {"he"}),
    "it": (
        frozenset({"body", "place", "group", "thing", "name", "it"}),
        frozenset({"person", "people", "things", "time", "he", "she"}) | _SPEAKING | _SPEAKERS,
    ),
    "they": (
        frozenset({"people", "things", "group", "body", "they"}),
        frozenset({"person", "place", "thing", "time", "name", "he", "she"}) | _SPEAKING,
    ),
}
"""What a chain must have of kinds and pronouns, at least one, and what it must not have."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The kinds and pronouns of a chain, and the genders that its names, titles and nouns show."""

    kinds: frozenset[str]
    genders: frozenset[Gender]

    def fit(self, pronoun: Third) -> bool:
        wanted, barred = _KINDS[pronoun]
        if not self.kinds & wanted or self.kinds & barred:
            return False
        gender = _GENDERS.get(pronoun)
        return gender is None or self.genders <= {gender}

    @property
    def are_of_things(self) -> bool:
        """Whether nothing shows that the chain is somebody who could speak."""
        return bool(self.kinds & {"thing", "things"}) and not self.kinds & _SOMEBODY


class Agreement:
    """The facts of chains, kept while they grow."""

    def __init__(self, links: Links) -> None:
        self._links = links
        self._known: dict[int, Facts] = {}
        self._genders: dict[int, Gender | None] = {}

    def of(self, root: int) -> Facts:
        """The facts of the chain with this number."""
        if root not in self._known:
            chain = self._links.chain(self._links.items[root])
            kinds = (THIRD.get(each.word, each.word) if each.form == "pronoun" else each.kind for each in chain)
            self._known[root] = Facts(frozenset(kinds), frozenset(filter(None, map(self._gender, chain))))
        return self._known[root]

    def _gender(self, item: Item) -> Gender | None:
        if item.index not in self._genders:
            self._genders[item.index] = _gender(item)
        return self._genders[item.index]

    def join(self, found: Item, pronoun: Item) -> None:
        """Joins a pronoun to what it means."""
        self._links.join(found, pronoun, "chain.pronoun")
        self._known.pop(self._links.root(found), None)


def _gender(item: Item) -> Gender | None:
    """By pronoun, title, role, given name or table."""
    if item.form == "pronoun":
        return _GENDERS.get(THIRD.get(item.word, ""))
    if item.form == "name":
        return _gender_of_name(item) if item.mention.label == "PER" else None
    noun = nouns().get(item.lemma)
    return (item.role.gender if item.role else None) or (noun.gender if noun else None)


def _gender_of_name(item: Item) -> Gender | None:
    doc, place = item.head.doc, item.place
    words = (doc[each].lower_ for each in range(max(place - _BEFORE, 0), place + 1))
    titled = next((gender for word in words if (gender := TITLE_GENDERS.get(word))), None)
    role = item.role.gender if item.role else None
    return titled or role or given_names().get(item.name.partition(" ")[0]) or _gender_in_tables(item.name)


def _gender_in_tables(name: str) -> Gender | None:
    """That of all whom the tables know by the full name."""
    genders = {person.gender for person in people().named(name)} if " " in name else set()
    return genders.pop() if len(genders) == 1 else None
