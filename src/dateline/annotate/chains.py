"""Chains: which mentions speak of one thing, by rules that abstain where a text leaves it open."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from dateline.knowledge.countries import countries
from dateline.knowledge.identities import codes_in
from dateline.knowledge.naming import bare
from dateline.knowledge.offices import people
from dateline.knowledge.roles import Gender, Role, role_of
from dateline.model import Chain, Document, Mention, Span
from dateline.nlp.metonymy import is_locative
from dateline.nlp.quotations import quotations
from dateline.nlp.spans import before, words_of
from dateline.nlp.syntax import apposition_of, coordinated, modifiers_of, name_span, oblique_of, possessor_of

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
_OBJECTS = frozenset({"obj", "iobj", "obl"})
_MALE, _FEMALE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
_NEUTER = frozenset({"it", "its"})
_PLURAL = frozenset({"they", "them", "their", "theirs"})
_GENDERED_TITLES: dict[str, Gender] = {"mr": "male", "mr.": "male", "sir": "male", "mrs": "female", "mrs.": "female",
                                       "ms": "female", "ms.": "female", "miss": "female", "lady": "female"}  # fmt: skip
_COLLECTIVE = frozenset(
    "group organisation organization bloc alliance company firm movement militia union agency party body".split()
)
_ACRONYM = re.compile(r"[A-Z][A-Za-z&+.-]*[A-Z+]\.?|[A-Z]{2,}")


@dataclass(frozen=True, slots=True)
class ChainAnnotator:
    """Mentions grouped by what they refer to; each belongs to exactly one chain."""

    needs: tuple[str, ...] = ("mentions",)
    gives: str = "chains"

    def __call__(self, document: Document) -> Document:
        assert document.parse is not None and document.mentions is not None
        links = _Links(document, _items(document, document.mentions, document.parse))
        for sieve in _SIEVES:
            sieve(links)
        return replace(document, chains=tuple(links.chains()))


class _Item:
    """A mention with its words, its sentence and its quotation, both by number, the latter None outside quotations."""

    def __init__(self, index: int, mention: Mention, doc: Doc, sentence: int, quote: int | None) -> None:
        self.index, self.mention, self.doc, self.sentence, self.quote = index, mention, doc, sentence, quote

    @cached_property
    def head(self) -> Token:
        return words_of(self.doc, self.mention.head)[0]

    @cached_property
    def name(self) -> str:
        """The bare name, without titles; empty for other forms."""
        return bare(name_span(self.head).text) if self.mention.form == "name" else ""

    @cached_property
    def _titles(self) -> list[Token]:
        return _titles(words_of(self.doc, self.mention.span), self.head)

    @cached_property
    def role(self) -> Role | None:
        """What the mention's words say somebody does: the head of a nominal, the title of a name."""
        titles = [self.head] if self.mention.form == "nominal" else self._titles
        roles = (_role(title) for title in titles)
        return next((role for role in roles if role is not None), None)

    @cached_property
    def country(self) -> str | None:
        """The code of the country that the phrase names beside its head."""
        around = [*modifiers_of(self.head), *possessor_of(self.head), *oblique_of(self.head, "of")]
        around += [word for title in self._titles for word in modifiers_of(title)]
        found = [countries().of_word(name_span(word).text) or countries().of_word(word.text) for word in around]
        before_name = self.doc[words_of(self.doc, self.mention.span).start : name_span(self.head).start]
        beside = [country.code for country in found if country]
        return next(iter(beside), None) or next(codes_in(before_name.text), None)

    @cached_property
    def is_definite(self) -> bool:
        return words_of(self.doc, self.mention.span)[0].lower_ == "the"

    @property
    def is_singular(self) -> bool:
        return self.head.tag_ in ("NN", "NNP", "PRP", "PRP$")

    def is_person(self) -> bool:
        if self.mention.form == "name":
            return self.mention.label == "PER"
        return (
            self.mention.form == "nominal" and self.is_singular and self.role is not None and self.role.kind == "person"
        )

    def is_body(self) -> bool:
        """An organisation or a country by name, or by a word for one: "the government"."""
        if self.mention.form == "name":
            return self.mention.label in ("ORG", "LOC", None)
        return self.is_singular and self.role is not None and self.role.kind == "organisation"

    def is_group(self) -> bool:
        """More than one by a single word: "the rebels", "police", an organisation; several joined by "and" are not one."""
        joined = len(coordinated(self.head)) > 1
        if self.mention.form == "name" or joined:
            return self.mention.label == "ORG" and not joined
        return self.role is not None and (self.role.kind in ("organisation", "group") or not self.is_singular)


def _items(document: Document, mentions: Sequence[Mention], doc: Doc) -> list[_Item]:
    starts = [sentence.start_char for sentence in doc.sents]
    quotes = quotations(document.text)
    return [
        _Item(i, mention, doc, bisect_right(starts, mention.head.start), _covering(quotes, mention.head))
        for i, mention in enumerate(mentions)
    ]


def _covering(quotes: Sequence[Span], span: Span) -> int | None:
    return next((i for i, quote in enumerate(quotes) if quote.covers(span)), None)


class _Links:
    """The items of a document and which of them have been found to be one."""

    def __init__(self, document: Document, items: Sequence[_Item]) -> None:
        self.document, self.items = document, items
        self._first = list(range(len(items)))
        self._rules: dict[int, str] = {}

    def join(self, one: _Item, other: _Item, rule: str) -> None:
        low, high = sorted((self.root(one), self.root(other)))
        if low != high:
            self._first[high] = low
            self._rules.setdefault(low, rule)

    def root(self, item: _Item) -> int:
        index = item.index
        while self._first[index] != index:
            index = self._first[index]
        return index

    def names(self, label: str | None = None) -> list[_Item]:
        return [item for item in self.items if item.mention.form == "name" and label in (None, item.mention.label)]

    def chains(self) -> list[Chain]:
        grouped: dict[int, list[_Item]] = defaultdict(list)
        for item in self.items:
            grouped[self.root(item)].append(item)
        return [
            Chain(f"c{number}", tuple(item.mention.span for item in own), self._rules.get(root, "chain.single"))
            for number, (root, own) in enumerate(sorted(grouped.items()), 1)
        ]

    def only(self, candidates: Iterable[_Item]) -> _Item | None:
        """The candidate, where all are one already."""
        found = list(candidates)
        return found[-1] if found and len({self.root(item) for item in found}) == 1 else None


def _same_name(links: _Links) -> None:
    """Equal names; countries under any of their names; a capital that acts apart from one where things happen."""
    first: dict[tuple[str, ...], _Item] = {}
    for item in links.names():
        links.join(first.setdefault(_key(item), item), item, "chain.same-name")


def _key(item: _Item) -> tuple[str, ...]:
    if country := countries().named(item.name):
        return ("country", country.name)
    if item.name in countries().by_capital:
        return ("place" if is_locative(item.head) else "government", item.name)
    return ("name", item.name.casefold())


def _acronyms(links: _Links) -> None:
    """A name and the acronym in brackets after it: `Shanghai Cooperation Organisation (SCO)`."""
    for full, short in zip(links.items, links.items[1:], strict=False):
        between = links.document.text[full.mention.head.end : short.mention.head.start]
        if re.fullmatch(r"[^.()]{0,60}\(", between) and _abbreviates(short.name, full):
            for item in links.names():
                if item.name == short.name:
                    links.join(full, item, "chain.acronym")


def _abbreviates(short: str, item: _Item) -> bool:
    initials = [word[0] for word in re.findall(r"\w+", item.name) if word[0].isupper()]
    return bool(_ACRONYM.fullmatch(short)) and [c for c in short if c.isupper()] == initials


def _parts_of_names(links: _Links) -> None:
    """A surname, or the first words of an organisation's name, where one longer name alone has it."""
    for item in links.names():
        longer = [other for other in links.names() if other.index != item.index and _is_part(item, other)]
        if (whole := links.only(longer)) is not None:
            links.join(whole, item, "chain.part-of-name")


def _is_part(short: _Item, long: _Item) -> bool:
    few, many = short.name.split(), long.name.split()
    if not few or len(few) >= len(many):
        return False
    if long.mention.label == "PER":
        return short.mention.label in ("PER", None) and (
            many[-len(few) :] == few or (len(few) == 1 and many[0] == few[0])
        )
    return long.mention.label == "ORG" and short.mention.label in ("ORG", "PER", None) and many[: len(few)] == few


def _offices(links: _Links) -> None:
    """`the Russian president`: the one person whom the article, or else the table, gives that office."""
    people = links.names("PER")
    for item in links.items:
        office = item.mention.form == "nominal" and item.is_definite and item.is_person()
        if office and (holder := links.only(_holders(links, item, people))) is not None:
            links.join(holder, item, "chain.office")


def _holders(links: _Links, nominal: _Item, people: Sequence[_Item]) -> list[_Item]:
    """Those said to hold the office; a country on both sides must agree, on one side it must stand there alone."""
    assert nominal.role is not None
    found: list[_Item] = []
    for root in {links.root(person) for person in people}:
        own = [person for person in people if links.root(person) == root]
        held = {person.role.word for person in own if person.role}
        of = {person.country for person in own if person.country}
        agrees = nominal.role.word in held and (nominal.country is None or not of or nominal.country in of)
        if agrees or _known_office(links.document, own) == (nominal.role.word, nominal.country):
            found.append(own[0])
    return found


def _known_office(document: Document, own: Sequence[_Item]) -> tuple[str, str] | None:
    """Office and country of the person on the day of publication."""
    day = document.publication.published
    known = [person for item in own for person in people().named(item.name)] if day else []
    held = [tenure for person in known if day and (tenure := person.office_on(day))]
    return (held[0].office, held[0].country) if held else None


def _appositions(links: _Links) -> None:
    """`China, his strongest ally`: what stands in apposition to a name is that name's."""
    by_head = {item.head.i: item for item in links.items}
    for item in links.items:
        beside = [each for each in coordinated(item.head.head) if each.i < item.head.i and item.head.dep_ == "appos"]
        noun = by_head.get(beside[-1].i) if beside else None
        if noun is not None and _may_be_one(noun, item):
            links.join(noun, item, "chain.apposition")


def _may_be_one(name: _Item, nominal: _Item) -> bool:
    """A person and a word for one person, or a body or state and a word that is no proper name."""
    if name.mention.form != "name" or nominal.mention.form != "nominal" or not nominal.is_singular:
        return False
    return name.mention.label != "PER" or nominal.is_person()


def _groups(links: _Links) -> None:
    """`the group`: the one organisation that this sentence before it, or the last sentence, names."""
    for item in links.items:
        if item.mention.form == "nominal" and item.is_definite and item.head.lemma_.lower() in _COLLECTIVE:
            known = {links.root(other) for other in links.names("ORG")}
            bodies = [other for other in links.names() if links.root(other) in known and _precedes(other, item)]
            bodies = [other for other in bodies if not _within(other, item)]
            near = [other for other in bodies if other.sentence == item.sentence]
            last = [other for other in bodies if other.sentence == item.sentence - 1]
            if (named := links.only(near or last)) is not None:
                links.join(named, item, "chain.group")


def _pronouns(links: _Links) -> None:
    """`he`, `she`, `it`, `they`: the subject before them, in the same sentence or the last, if that is clear."""
    for item in links.items:
        word = item.head.lower_
        if item.mention.form != "pronoun" or word not in _MALE | _FEMALE | _NEUTER | _PLURAL:
            continue
        if (found := _antecedent(links, item, _fitting(word))) is not None and _gender_agrees(links, found, word):
            links.join(found, item, "chain.pronoun")


def _fitting(pronoun: str) -> Callable[[_Item], bool]:
    if pronoun in _PLURAL:
        return _Item.is_group
    return _Item.is_body if pronoun in _NEUTER else _Item.is_person


def _antecedent(links: _Links, pronoun: _Item, fits: Callable[[_Item], bool]) -> _Item | None:
    near = [item for item in links.items if 0 <= pronoun.sentence - item.sentence <= 1]
    bound = {links.root(item) for item in near if _bound(item, pronoun)}
    earlier = [
        item for item in near
        if _precedes(item, pronoun) and fits(_spoken(links, item)) and item.quote == pronoun.quote
        and links.root(item) not in bound
    ]  # fmt: skip
    here = [item for item in earlier if item.sentence == pronoun.sentence]
    if here:
        return _nearest_subject(here) or links.only(here)
    last = [item for item in earlier if item.sentence < pronoun.sentence]
    subject = next((item for item in last if _is_main_subject(item)), None)
    if pronoun.head.lower_ in _NEUTER | _PLURAL:
        return subject if _is_main_subject(pronoun) else None
    return subject or links.only(last)


def _spoken(links: _Links, item: _Item) -> _Item:
    """The item itself, or for a pronoun already resolved what it stands for."""
    return links.items[links.root(item)] if item.mention.form == "pronoun" else item


def _nearest_subject(here: Sequence[_Item]) -> _Item | None:
    return next((item for item in reversed(here) if item.head.dep_ in _SUBJECTS), None)


def _is_main_subject(item: _Item) -> bool:
    """Subject of its sentence, or possessor of that subject."""
    word = item.head.head if item.head.dep_ == "nmod:poss" else item.head
    return word.dep_ in _SUBJECTS and (word.head.dep_ == "root" or word.head.head.dep_ == "root")


def _bound(item: _Item, pronoun: _Item) -> bool:
    """Subject and object of one verb are two."""
    same = item.head.head == pronoun.head.head
    return same and item.head.dep_ in _SUBJECTS and pronoun.head.dep_.split(":")[0] in _OBJECTS


def _gender_agrees(links: _Links, found: _Item, pronoun: str) -> bool:
    """No title, role or pronoun of the chain says the other gender."""
    other: Gender = "female" if pronoun in _MALE else "male"
    own = [item for item in links.items if links.root(item) == links.root(found)]
    return pronoun in _NEUTER | _PLURAL or all(_gender(item) != other for item in own)


def _gender(item: _Item) -> Gender | None:
    if item.mention.form == "pronoun":
        return "male" if item.head.lower_ in _MALE else "female" if item.head.lower_ in _FEMALE else None
    titled = (_GENDERED_TITLES.get(word.lower_) for word in words_of(item.doc, item.mention.span))
    return next((gender for gender in titled if gender), item.role.gender if item.role else None)


def _precedes(item: _Item, other: _Item) -> bool:
    return item.mention.head.end <= other.mention.head.start


def _within(item: _Item, other: _Item) -> bool:
    return other.mention.span.covers(item.mention.span)


def _titles(phrase: Words, head: Token) -> list[Token]:
    """Role words in a name's phrase before the name, and its appositions."""
    before_name = [word for word in phrase if word.i < name_span(head).start]
    return [word for word in [*before_name, *apposition_of(head)] if not word.ent_type_ and _role(word)]


def _role(word: Token) -> Role | None:
    return role_of([*before(word), word.lemma_]) or role_of([*before(word), word.text])


_SIEVES: tuple[Callable[[_Links], None], ...] = (
    _same_name,
    _acronyms,
    _parts_of_names,
    _appositions,
    _offices,
    _groups,
    _pronouns,
)
