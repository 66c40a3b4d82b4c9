"""Sieves for pronouns of the third person: the most salient that agrees, where it is clearly ahead of the next."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from dateline.annotate.chains.agreement import THIRD, Agreement, Third
from dateline.annotate.chains.items import Item
from dateline.annotate.chains.links import Links
from dateline.knowledge.cues import saying_verbs

_REFLEXIVE = frozenset("himself herself itself themselves myself yourself ourselves yourselves".split())
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
_CLAUSES = frozenset({"csubj", "ccomp", "xcomp", "advcl", "acl", "acl:relcl"})
_NOTHING = frozenset({"no", "any", "each", "every", "either", "neither", "such", "what", "which"})
_EMPTY_VERBS = frozenset({"seem", "appear", "happen", "matter", "take", "turn", "rain", "snow", "depend", "vary"})
_EMPTY_NOUNS = frozenset({"time", "year", "hour", "day"})

_SALIENCE: Mapping[str, float] = {"nsubj": 1.0, "nsubj:pass": 1.0, "nsubj:outer": 1.0, "root": 0.8, "obj": 0.6,
                                  "iobj": 0.6, "obl:agent": 0.5, "obl": 0.45, "nmod:poss": 0.45, "compound": 0.1}  # fmt: skip
"""By relation, after Lappin and Leass (1994): subject, object, the rest; tuned on the news and interviews of GUM's train part."""
_ELSEWHERE = 0.3
_JOINED = 0.7
"""What a later member of a coordination keeps of the first one's salience."""
_FADING = 0.45
"""What is left of salience with each sentence."""
_PARALLEL = 1.2
"""Subjects are rather taken up by subjects, others by others."""
_GOVERNING = 1.6
"""What the subject of the nearest clause around the pronoun gains: "Chirac said that *Sharon* would wait until *he*"."""
_BACK = 3
"""Sentences before its own in which a pronoun looks for what it means."""
_AHEAD: Mapping[Third, float] = {"he": 1.4, "she": 1.4, "it": 1.5, "they": 1.7}
"""By how much the best must lead the second."""


def reflexives(links: Links) -> None:
    """`himself`: the subject of its clause."""
    for item in links.pronouns:
        if item.word in _REFLEXIVE:
            subjects = (child for child in item.head.head.children if child.dep_ in _SUBJECTS and child.i < item.place)
            subject = next(subjects, None)
            found = links.by_place.get(subject.i) if subject is not None else None
            if found is not None:
                links.join(found, item, "chain.reflexive")


def pronouns(links: Links) -> None:
    """`he`, `she`, `it`, `they`, in text order."""
    ordered = sorted(links.items, key=lambda item: item.place)
    sentences = [item.sentence for item in ordered]
    agreement = Agreement(links)
    for number, item in enumerate(ordered):
        kind = THIRD.get(item.word) if item.form == "pronoun" and item.word not in _REFLEXIVE else None
        if kind is not None and not _is_empty(item):
            first = bisect_left(sentences, item.sentence - _BACK)
            search = _Search(links, agreement, item, kind)
            found = search.antecedent(ordered[first:number]) or search.postcedent(ordered[first:number])
            if found is not None:
                agreement.join(found, item)


def _is_empty(pronoun: Item) -> bool:
    """Whether "it" only fills the place of a subject: `it seems that`, `it is hard to`."""
    if pronoun.word != "it" or pronoun.link not in _SUBJECTS:
        return False
    predicate = pronoun.head.head
    if predicate.lemma_.lower() in _EMPTY_VERBS:
        return True
    opens = any(child.dep_ in _CLAUSES and child.i > predicate.i for child in predicate.children)
    return _has_copula(predicate) and (opens or predicate.lemma_.lower() in _EMPTY_NOUNS)


def _has_copula(word: Token) -> bool:
    return any(child.dep_ == "cop" for child in word.children)


class _Search:
    """What one pronoun may mean."""

    def __init__(self, links: Links, agreement: Agreement, pronoun: Item, kind: Third) -> None:
        self._links, self._agreement, self._pronoun, self._kind = links, agreement, pronoun, kind
        self._speaks = kind in ("it", "they") and _speaks(pronoun)
        self._governing = _subject_above(pronoun)

    def antecedent(self, near: Sequence[Item]) -> Item | None:
        """The most salient mention of the chain that leads by enough, if it stands where it can be taken up."""
        salience: dict[int, float] = defaultdict(float)
        best: dict[int, tuple[float, Item]] = {}
        for item in self._candidates(near):
            root, weight = self._links.root(item), self._weight(item)
            salience[root] += weight
            if root not in best or weight >= best[root][0]:
                best[root] = (weight, item)
        ranked = sorted(salience, key=lambda root: -salience[root])[:2]
        if not ranked or any(salience[ranked[0]] < _AHEAD[self._kind] * salience[other] for other in ranked[1:]):
            return None
        found = best[ranked[0]][1]
        return found if self._can_be_taken_up(found) else None

    def postcedent(self, near: Sequence[Item]) -> Item | None:
        """`Before he left, Obama …`: the subject of the clause that the pronoun's own opens, where nothing else fits."""
        clause = self._pronoun.head.head
        if clause.dep_ != "advcl" or clause.i > clause.head.i or next(self._candidates(near), None) is not None:
            return None
        subjects = (child for child in clause.head.children if child.dep_ in _SUBJECTS and child.i > clause.i)
        found = next((item for child in subjects if (item := self._links.by_place.get(child.i))), None)
        return found if found is not None and self._agrees(found) else None

    def _candidates(self, near: Sequence[Item]) -> Iterator[Item]:
        links, pronoun = self._links, self._pronoun
        bound = {links.root(item) for item in near if item.is_beside(pronoun)}
        for item in near:
            is_free = item.quote == pronoun.quote and links.root(item) not in bound and not item.covers(pronoun)
            if is_free and self._agrees(item):
                yield item

    def _agrees(self, item: Item) -> bool:
        facts = self._agreement.of(self._links.root(item))
        if self._speaks and facts.are_of_things:
            return False
        return facts.fit(self._kind) and _names_something(item, self._kind)

    def _weight(self, item: Item) -> float:
        weight = _SALIENCE.get(item.link, _ELSEWHERE)
        if item.link == "conj":
            weight = _SALIENCE.get(item.head.head.dep_, _ELSEWHERE) * _JOINED
        if (item.link in _SUBJECTS) == (self._pronoun.link in _SUBJECTS):
            weight *= _PARALLEL
        if item.place == self._governing:
            weight *= _GOVERNING
        return weight * _FADING ** (self._pronoun.sentence - item.sentence)

    def _can_be_taken_up(self, item: Item) -> bool:
        """What stood in an earlier sentence, in its subject; what "it" means, in the same part of its clause."""
        pronoun, back = self._pronoun, self._pronoun.sentence - item.sentence
        if self._kind != "it":
            near = back == 0 or item.link in _SUBJECTS or item.form == "pronoun"
            return near and back <= 1 if self._kind == "they" else near or item.link == "nmod:poss"
        if back > 1 or (back and (item.kind == "thing" or _has_copula(pronoun.head.head))):
            return False
        return pronoun.link == "nmod:poss" or _is_of_subject(item) == (pronoun.link in _SUBJECTS)


def _subject_above(pronoun: Item) -> int | None:
    """The place of the subject of the nearest clause around the pronoun that has another before it."""
    for above in pronoun.head.ancestors:
        for child in above.children:
            if child.dep_ in _SUBJECTS and child.i < pronoun.place:
                return int(child.i)
    return None


def _is_of_subject(item: Item) -> bool:
    """Whether the mention is a subject or its owner."""
    return item.link in _SUBJECTS or (item.link == "nmod:poss" and item.head.head.dep_ in _SUBJECTS)


def _speaks(pronoun: Item) -> bool:
    """Whether the pronoun does what only somebody can do."""
    return pronoun.link == "nsubj" and pronoun.head.head.lemma_.lower() in saying_verbs()


def _names_something(item: Item, kind: Third) -> bool:
    """Whether a noun has a referent of its own: no predicate, modifier or `no proof`; for "it" no bare noun either."""
    if item.form in ("pronoun", "name"):
        return True
    if item.link == "compound" or item.determiner in _NOTHING or _has_copula(item.head):
        return False
    return kind != "it" or item.form == "nominal" or bool(item.determiner) or item.possessor is not None
