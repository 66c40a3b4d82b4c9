"""Items: mentions with what the sieves ask of them."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal

from spacy.tokens import Doc, Token

from dateline.knowledge.countries import countries
from dateline.knowledge.identities import codes_in
from dateline.knowledge.naming import bare
from dateline.knowledge.nouns import nouns
from dateline.knowledge.roles import Role, role_of
from dateline.model import Document, Mention, Span
from dateline.nlp.quotations import quotations
from dateline.nlp.syntax import apposition_of, modifiers_of, name_span, oblique_of, possessor_of

Kind = Literal["person", "people", "body", "place", "group", "thing", "things", "time", "name", "pronoun"]
"""One person or several; an organisation or a place by name; several by one word; a name of who knows what."""

_LONGEST_ROLE = 4
_OF_NAMES: Mapping[str | None, Kind] = {"PER": "person", "ORG": "body", "LOC": "place", None: "name"}
_PLURALS = frozenset({"NNS", "NNPS"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "obj", "iobj", "obl", "obl:agent"})


class Item:
    """A mention with its head word, its sentence and its quotation, both by number, None outside quotations."""

    def __init__(self, index: int, mention: Mention, head: Token, sentence: int, quote: int | None) -> None:
        self.index, self.mention, self.head, self.sentence, self.quote = index, mention, head, sentence, quote
        self.place: int = head.i
        self.form = mention.form
        self.word: str = head.lower_
        self.link: str = head.dep_
        self.kind: Kind = self._kind()

    def _kind(self) -> Kind:
        if self.form == "pronoun":
            return "pronoun"
        if self.form == "name":
            return _OF_NAMES[self.mention.label]
        return self._kind_of_noun()

    def _kind_of_noun(self) -> Kind:
        noun = nouns().get(self.lemma)
        if noun is not None and noun.kind == "time":
            return "time"
        if self.mention.rule == "mention.people" or self._is_somebody("person"):
            return "people" if self.is_plural else "person"
        if self._is_somebody("organisation", "group") or (noun is not None and noun.kind == "group"):
            return "people" if self.is_plural else "group"
        if self.head.pos_ == "PROPN":
            return "name"
        return "things" if self.is_plural else "thing"

    def _is_somebody(self, *kinds: str) -> bool:
        """Whether the table of nouns, else that of roles, says so."""
        noun = nouns().get(self.lemma)
        return noun.kind in kinds if noun is not None else self.role is not None and self.role.kind in kinds

    @cached_property
    def lemma(self) -> str:
        return self.head.lemma_.lower()

    @cached_property
    def name(self) -> str:
        """The bare name, without titles; empty for other forms."""
        return bare(name_span(self.head).text) if self.form == "name" else ""

    @cached_property
    def is_plural(self) -> bool:
        return self.head.tag_ in _PLURALS or self.word == "people" or self.mention.rule == "mention.people"

    @cached_property
    def _before_name(self) -> list[Token]:
        """The words of a name's phrase before the name."""
        doc, first = self.head.doc, name_span(self.head).start
        start = first
        while start > 0 and doc[start - 1].idx >= self.mention.span.start:
            start -= 1
        return [doc[place] for place in range(start, first)]

    @cached_property
    def _titles(self) -> list[Token]:
        """Role words before a name, and its appositions."""
        words = [*self._before_name, *apposition_of(self.head)]
        return [word for word in words if not word.ent_type_ and _role(word)]

    @cached_property
    def role(self) -> Role | None:
        """What the mention's words say somebody does: the head of a nominal, the title of a name."""
        if self.form == "nominal":
            return _role(self.head)
        roles = map(_role, self._titles) if self.form == "name" else iter(())
        return next((role for role in roles if role is not None), None)

    @cached_property
    def country(self) -> str | None:
        """The code of the country that the phrase names beside its head."""
        around = [*modifiers_of(self.head), *possessor_of(self.head), *oblique_of(self.head, "of")]
        around += [word for title in self._titles for word in modifiers_of(title)] if self.form == "name" else []
        found = (countries().of_word(name_span(word).text) or countries().of_word(word.text) for word in around)
        beside = next((country.code for country in found if country), None)
        return beside or next(codes_in(" ".join(word.text for word in self._before_name)), None)

    @cached_property
    def determiner(self) -> str:
        """The article, demonstrative or quantifier that opens the phrase, in small letters; empty without one."""
        return next((child.lower_ for child in self.head.children if child.dep_ in ("det", "det:predet")), "")

    @cached_property
    def possessor(self) -> Token | None:
        """The word that the phrase's owner is named by."""
        return next((child for child in self.head.children if child.dep_ == "nmod:poss"), None)

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """Lemmas of what describes the head before it: adjectives, nouns, numbers, owners by name."""
        return frozenset(
            child.lemma_.lower() for child in self.head.children
            if child.i < self.place and child.pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "VERB") and child.dep_ != "case"
        )  # fmt: skip

    @cached_property
    def complements(self) -> frozenset[str]:
        """Lemmas of what a preposition adds behind the head: *France* in "the president of France"."""
        return frozenset(child.lemma_.lower() for child in self.head.children if child.dep_ == "nmod")

    @property
    def is_definite(self) -> bool:
        return self.determiner == "the"

    def precedes(self, other: "Item") -> bool:
        return self.mention.head.end <= other.mention.head.start

    def is_beside(self, other: "Item") -> bool:
        """Whether the two must be two: arguments of one verb, or joined by "and"."""
        above, over = self.head.head, other.head.head
        if above == over and self.link in _ARGUMENTS and other.link in _ARGUMENTS:
            return True
        return (other.link == "conj" and over == self.head) or (self.link == "conj" and above == other.head)

    def covers(self, other: "Item") -> bool:
        return self.mention.span.covers(other.mention.span)


def items_of(document: Document) -> Iterator[Item]:
    """The items of a document with parse and mentions, in the order of the mentions."""
    assert document.parse is not None and document.mentions is not None
    doc, offsets = document.parse, offsets_of(document.parse)
    starts = [sentence.start for sentence in doc.sents]
    quotes = quotations(document.text)
    opened = [quote.start for quote in quotes]
    for index, mention in enumerate(document.mentions):
        place = bisect_right(offsets, mention.head.start) - 1
        quote = _covering(quotes, opened, mention.head)
        yield Item(index, mention, doc[place], bisect_right(starts, place), quote)


def offsets_of(doc: Doc) -> list[int]:
    """Where each word begins; much quicker than to ask every token."""
    widths = doc.to_array(["LENGTH", "SPACY"]).sum(axis=1, dtype=int)
    return [0, *widths.cumsum().tolist()[:-1]]


def _covering(quotes: Sequence[Span], opened: Sequence[int], span: Span) -> int | None:
    number = bisect_right(opened, span.start) - 1
    return number if number >= 0 and quotes[number].covers(span) else None


def _role(word: Token) -> Role | None:
    first = max(word.i - _LONGEST_ROLE, 0)
    earlier = [each.text for each in word.doc[first : word.i]]
    return role_of([*earlier, word.lemma_]) or role_of([*earlier, word.text])
