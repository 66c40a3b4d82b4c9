"""Mentions: the words that name persons, groups, organisations, states, places and things."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, cast

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from dateline.knowledge.countries import countries
from dateline.knowledge.gazetteer import regions_by_adjective
from dateline.knowledge.organisations import organisation_named, organisations
from dateline.knowledge.peoples import peoples
from dateline.knowledge.roles import role_of, roles, title_abbreviations
from dateline.model import Document, Mention, MentionForm, Span
from dateline.nlp.spans import before, span_of
from dateline.nlp.syntax import is_calendar_word, phrase_span

Label = Literal["PER", "ORG", "LOC"]
_LABELS = ("PER", "ORG", "LOC")
_TITLE_LINKS = frozenset({"nmod:desc", "compound", "flat", "appos", "amod", "nmod"})
_INNER_LINKS = frozenset({"compound", "nmod:desc", "amod", "flat"})
_PERSONAL = frozenset({"PRP", "PRP$"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "ADJ"})
_NO_PHRASE = frozenset("compound flat fixed amod goeswith nmod:desc case mark cc advmod det".split())
_ALWAYS_PRONOUNS = frozenset({"i", "me", "my", "he", "him", "she"})
_EXPLETIVE = frozenset({"expl"})


@dataclass(frozen=True, slots=True)
class MentionAnnotator:
    """Names, pronouns and nouns with their whole phrases, in the order of the text; no two share a head or a span."""

    needs: tuple[str, ...] = ("sections", "parse")
    gives: str = "mentions"

    def __call__(self, document: Document) -> Document:
        assert document.parse is not None
        return replace(document, mentions=tuple(mentions_in(document.parse)))


def mentions_in(doc: Doc) -> list[Mention]:
    """The mentions of a parse, sorted by span."""
    by_head: dict[int, Mention] = {}
    spans: set[Span] = set()
    for head, mention in _candidates(doc):
        if head.i not in by_head and mention.span not in spans:
            by_head[head.i] = mention
            spans.add(mention.span)
    return sorted(by_head.values(), key=lambda mention: (mention.span.start, -mention.span.end))


def _candidates(doc: Doc) -> Iterator[tuple[Token, Mention]]:
    """Names before other readings of the same word."""
    covered: set[int] = set()
    for name in (*doc.ents, *_listed_names(doc)):
        if not _is_mere_role(name):
            title = _title_before(name)
            covered.update(word.i for word in name)
            covered.update([title.i] if title is not None else [])
            yield name.root, _named(name, title)
    for word in doc:
        if word.pos_ in _NAMING and word.i not in covered and not _is_title(word):
            yield from _unnamed(word)


def _named(name: Words, title: Token | None) -> Mention:
    """A name with its titles and modifiers; a name that modifies another noun stands alone."""
    head = name.root
    label = cast(Label, name.label_) if name.label_ in _LABELS else None
    if title is not None:
        span = Span(_phrase(title).start, _possessed(name).end)
    elif head.dep_ in _INNER_LINKS:
        span = _possessed(name)
    else:
        span = _union(_phrase(head), _possessed(name))
    return Mention(span, span_of(head), "name", label, "mention.name" if label else "mention.listed-name")


def _is_mere_role(name: Words) -> bool:
    """Whether the name model took a bare title, or one with a region's adjective, for a name: `Eurasian group`."""
    role = role_of([word.text for word in name])
    said = [word for word in name if not (word.text in regions_by_adjective() and name[-1].text.islower())]
    return role is not None and len(role.word.split()) == len(said) and not _listed(name)


def _title_before(name: Words) -> Token | None:
    """The title right before a person's name, wherever the parser hung it."""
    before_name = name.doc[name.start - 1] if name.label_ == "PER" and name.start > name.sent.start else None
    fits = before_name is not None and before_name.pos_ in ("NOUN", "PROPN") and _role(before_name)
    return before_name if fits else None


def _is_title(word: Token) -> bool:
    """Whether the word is a title under a name that follows it, or colours a role: `spy` of `spy chiefs`."""
    over = word.head
    if word.dep_ not in _TITLE_LINKS or over.i <= word.i or not _role(word):
        return False
    return over.ent_type_ == "PER" or (word.dep_ in _INNER_LINKS and _role(over))


def _unnamed(word: Token) -> Iterator[tuple[Token, Mention]]:
    if (word.tag_ in _PERSONAL or word.lower_ in _ALWAYS_PRONOUNS) and word.dep_ not in _EXPLETIVE:
        yield word, Mention(span_of(word), span_of(word), "pronoun", None, "mention.pronoun")
    elif word.pos_ == "NOUN" and _role(word):
        yield word, _phrased(word, "nominal", "mention.role")
    elif word.pos_ in ("NOUN", "PROPN", "ADJ") and _is_people(word):
        yield word, _phrased(word, "nominal", "mention.people")
    elif word.pos_ == "PROPN" and _role(word):
        yield word, _phrased(word, "nominal", "mention.role")
    elif word.pos_ == "PROPN" and word.dep_.split(":")[0] in ("nsubj", "obj", "obl") and not is_calendar_word(word):
        yield word, _phrased(word, "name", "mention.proper-noun")
    elif word.pos_ in ("NOUN", "PROPN") and word.dep_ not in _NO_PHRASE:
        yield word, _phrased(word, "noun", "mention.noun")


def _phrased(word: Token, form: MentionForm, rule: str) -> Mention:
    return Mention(_phrase(word), span_of(word), form, None, rule)


def _role(word: Token) -> bool:
    ends = _last_words()
    if word.lemma_.lower() not in ends and word.lower_ not in ends and word.text not in title_abbreviations():
        return False
    return role_of([*before(word), word.lemma_]) is not None or role_of([*before(word), word.text]) is not None


@cache
def _last_words() -> frozenset[str]:
    """The words that roles end in, so that most words need no look at those before them."""
    return frozenset(word for role in roles() for word in (role.split()[-1], re.split(r"[ -]", role)[-1]))


def _is_people(word: Token) -> bool:
    """`Russians`, and `the Dutch` where the adjective stands as a noun."""
    known = countries()
    if word.pos_ == "ADJ" and word.dep_.split(":")[0] not in ("nsubj", "obj", "obl", "nmod", "conj"):
        return False
    return (word.text in known.by_people or word.text in peoples()) and (
        word.pos_ != "ADJ" or any(child.lower_ == "the" for child in word.children)
    )


def _listed_names(doc: Doc) -> Iterator[Words]:
    """Runs of proper nouns that a table of names lists but the name model left alone, the longest first."""
    end = 0
    for word in doc:
        starts = word.text in _first_words() and (word.pos_ == "PROPN" or word.text[0].isupper())
        if starts and word.i >= end and not word.ent_type_:
            end = _listed_end(doc, word.i)
            if end > word.i:
                yield doc[word.i : end]


def _listed_end(doc: Doc, start: int) -> int:
    """Where the longest listed name that begins here ends; `start` where none does."""
    end = start
    while end < len(doc) and end - start < 8 and not doc[end].ent_type_ and not doc[end].is_space:
        end += 1
    for stop in range(end, start, -1):
        if (
            any(word.pos_ == "PROPN" for word in doc[start:stop])
            and doc[start].dep_ != "punct"
            and _listed(doc[start:stop])
        ):
            return stop
    return start


@cache
def _first_words() -> frozenset[str]:
    """The words that listed names begin with, so that few runs need to be looked up."""
    known = countries()
    listed = (*known.by_name, *known.by_seat, *known.by_capital, *organisations())
    return frozenset(word for name in listed for word in (name.split()[0], re.split(r"\W", name)[0]))


def _listed(words: Words) -> bool:
    if words[0].lower_ == "the" or words[-1].tag_ == "POS" or not any(word.pos_ == "PROPN" for word in words):
        return False
    known = countries()
    return bool(
        words.text in known.by_name or words.text in known.by_seat or words.text in known.by_capital
        or organisation_named(words.text)
    )  # fmt: skip


def _phrase(word: Token) -> Span:
    return _possessed(phrase_span(word)) if word.n_lefts or word.n_rights else span_of(word)


def _possessed(words: Words) -> Span:
    """The words without a possessive mark at their end, or what only joins them to others at their beginning."""
    while len(words) > 1 and words[-1].tag_ == "POS":
        words = words[:-1]
    while len(words) > 1 and words[0].pos_ in ("ADP", "CCONJ", "PUNCT"):
        words = words[1:]
    return span_of(words)


def _union(*spans: Span) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))
