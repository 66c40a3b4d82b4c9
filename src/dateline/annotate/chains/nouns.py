"""Sieves for nouns: what is said of a name, the same words again, and words that call a name again by its kind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from dateline.annotate.chains.items import Item
from dateline.annotate.chains.links import Links
from dateline.knowledge.countries import countries
from dateline.knowledge.gazetteer import regions_by_adjective
from dateline.knowledge.nouns import nouns
from dateline.nlp.syntax import coordinated

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_SOME = frozenset({"a", "an", "some", "any", "no", "every", "each", "another", "both", "all", "either", "neither",
                   "what", "which", "such", "many", "several", "few", "most", "enough"})  # fmt: skip
_OTHER = frozenset("other another new more own different same next second third further".split())
_COLLECTIVE = frozenset(
    "group organisation organization bloc alliance company firm movement militia union agency party body".split()
)
_SOMEBODY = frozenset({"person", "people", "group"})
_FAR = 25
"""Sentences over which the same word still means the same thing."""


def appositions(links: Links) -> None:
    """`China, his strongest ally`: what stands in apposition to a name is that name's."""
    for item in links.nouns:
        if item.link != "appos":
            continue
        beside = [each for each in coordinated(item.head.head) if each.i < item.place]
        name = links.by_place.get(beside[-1].i) if beside else None
        if name is not None and _may_be_one(name, item):
            links.join(name, item, "chain.apposition")


def _may_be_one(name: Item, noun: Item) -> bool:
    """A person and a word for one person, or a body or state and a word for one that is no name itself."""
    if name.form != "name" or noun.is_plural or noun.kind in ("name", "time"):
        return False
    if name.mention.label == "PER":
        return noun.kind == "person"
    return noun.form == "nominal" or noun.kind != "person"


def same_words(links: Links) -> None:
    """`a dam … the dam`: the same head, with nothing beside it that the earlier mention has not."""
    earlier: dict[tuple[str, bool], list[Item]] = defaultdict(list)
    for item in links.nouns:
        known = earlier[item.lemma, item.is_plural]
        if known and (found := _same(links, item, known)) is not None:
            links.join(found, item, "chain.same-words")
        known.append(item)


def _same(links: Links, item: Item, known: Sequence[Item]) -> Item | None:
    """The last of those with the same head that the item may take up; somebody only where there is no other."""
    if item.determiner in _SOME or item.possessor is not None or item.modifiers & _OTHER:
        return None
    near = (other for other in reversed(known) if item.sentence - other.sentence <= _FAR and not other.covers(item))
    if item.determiner not in _DEFINITE:
        return next((other for other in near if _is_alike(item, other)), None)
    meant = (other for other in near if _adds_nothing(links, item, other))
    return links.only(meant) if item.kind in _SOMEBODY else next(meant, None)


def _adds_nothing(links: Links, item: Item, other: Item) -> bool:
    chain = links.chain(other)
    if not item.modifiers <= _union(each.modifiers for each in chain):
        return False
    return not other.complements or item.complements <= _union(each.complements for each in chain)


def _is_alike(item: Item, other: Item) -> bool:
    """Two phrases without article and with the same words."""
    if other.determiner not in ("", "the") or other.possessor is not None:
        return False
    return item.modifiers == other.modifiers and item.complements == other.complements


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def owned(links: Links) -> None:
    """`Ahmed's father … his father`: the same word for what the same owner has."""
    first: dict[tuple[int, str, bool, frozenset[str]], Item] = {}
    for item in links.nouns:
        owner = links.by_place.get(item.possessor.i) if item.possessor is not None else None
        if owner is not None:
            key = (links.root(owner), item.lemma, item.is_plural, item.modifiers - {owner.lemma})
            links.join(first.setdefault(key, item), item, "chain.owned")


def words_of_names(links: Links) -> None:
    """`the mosque`: the one name before it that has the word for its last or first."""
    by_word: dict[str, list[Item]] = defaultdict(list)
    for name in links.names:
        words = name.name.lower().split()
        for word in {words[0], words[-1]} if len(words) > 1 and name.mention.label != "PER" else ():
            by_word[word].append(name)
    for item in _called_again(links):
        named = [name for name in by_word.get(item.lemma, ()) if name.precedes(item) and not item.covers(name)]
        if not item.modifiers and (found := links.only(named)) is not None:
            links.join(found, item, "chain.word-of-name")


def kinds_of_names(links: Links) -> None:
    """`the group`, `the country`: the one of that kind that this sentence before it, or the last sentence, names."""
    by_sentence: dict[int, list[Item]] = defaultdict(list)
    for name in links.names:
        by_sentence[name.sentence].append(name)
    for item in _called_again(links):
        here, last = (_of_that_kind(item, by_sentence.get(item.sentence - back, ())) for back in (0, 1))
        if (found := links.only(here or last)) is not None:
            links.join(found, item, "chain.kind-of-name")


def _called_again(links: Links) -> Iterator[Item]:
    """Singular nouns with a definite article or "this", not yet known to be something."""
    for item in links.nouns:
        if item.determiner in ("the", "this") and not item.is_plural and len(links.chain(item)) == 1:
            yield item


def _of_that_kind(item: Item, names: Sequence[Item]) -> list[Item]:
    """The names before it that the noun may stand for; none where the word tells no kind or more is said beside it."""
    if item.modifiers - _regional() or item.complements:
        return []
    earlier = [name for name in names if name.precedes(item) and not item.covers(name) and not name.is_beside(item)]
    return [name for name in earlier if _is_a(name, item.lemma)]


@cache
def _regional() -> frozenset[str]:
    """Adjectives of regions, which tell no group from another: `the Eurasian group`."""
    return frozenset(adjective.lower() for adjective in regions_by_adjective())


def _is_a(name: Item, word: str) -> bool:
    noun, is_state = nouns().get(word), countries().named(name.name) is not None
    if word in _COLLECTIVE:
        return name.mention.label == "ORG"
    if noun is not None and noun.kind == "settlement":
        return name.mention.label == "LOC" and not is_state
    return noun is not None and noun.kind == "state" and is_state
