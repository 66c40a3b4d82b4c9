"""Questions about noun phrases: their extent, their names, what modifies them and what they are part of."""

from spacy.tokens import Span, Token

from dateline.nlp.lexicon import partitives
from dateline.nlp.relations import (
    children,
    conjuncts_of,
    first_conjunct,
    is_calendar_word,
    is_nominal,
    is_verbal,
    nominals,
    relation,
    upward,
)
from dateline.nlp.relatives import referents

_INSIDE = frozenset({"nmod", "amod", "compound", "det", "nummod", "flat", "fixed", "advmod", "goeswith", "list"})
_WITHIN_ONLY = frozenset({"case", "conj", "cc", "punct", "obl", "obj", "mark"})
_WITHIN_NOUNS = frozenset({"compound", "flat", "amod", "nummod", "det", "fixed", "goeswith"})
_MODIFIERS = ("amod", "compound", "nmod:desc")
_NAME_PARTS = frozenset({"flat", "compound", "nmod:desc", "goeswith", "nmod:unmarked"})


def sentence_of(token: Token) -> Span:
    """The token's sentence, without white space at its ends."""
    words = [each for each in token.sent if not each.is_space] or [token]
    return _stretch(words[0], words[-1])


def phrase_span(token: Token) -> Span:
    """The noun phrase that the token heads: no preposition, conjunct, relative clause, apposition or closing stop."""
    inside = _inside(token)
    return _stretch(_edge(token, inside, -1), _edge(token, inside, 1))


def name_span(token: Token) -> Span:
    """The proper name around the token: as the name model marked it, else its run of proper nouns, else the word."""
    if token.ent_type_:
        return _marked(token)
    if token.pos_ != "PROPN":
        return _stretch(token, token)
    first, last = token, token
    while first.i > 0 and _continues(first.nbor(-1), first):
        first = first.nbor(-1)
    while last.i + 1 < len(last.doc) and _continues(last, last.nbor(1)):
        last = last.nbor(1)
    return _stretch(first, last)


def _marked(token: Token) -> Span:
    """The name that the model marked; much quicker than a search of `doc.ents`."""
    first, last = token, token
    while first.ent_iob_ == "I":
        first = first.nbor(-1)
    while last.i + 1 < len(last.doc) and last.nbor(1).ent_iob_ == "I":
        last = last.nbor(1)
    return _stretch(first, last)


def head_noun(token: Token) -> Token:
    """The noun that heads the phrase which the token stands in; the token itself where no noun is above it."""
    for each in upward(token):
        if is_nominal(each) and relation(each) not in _WITHIN_NOUNS:
            return each if each.dep_ != "nmod:desc" else each.head
        if is_verbal(each) and each is not token:
            break
    return token


def apposition_of(noun: Token) -> list[Token]:
    """What stands in apposition to the noun: "Peru's *minister*, Willy **Huerta**"; a list of names is none."""
    listed = {each.i for each in conjuncts_of(noun)}
    return nominals(each for each in children(noun, "appos") if each.i not in listed)


def modifiers_of(noun: Token) -> list[Token]:
    """Adjectives, nouns and titles before the noun, with their conjuncts; a bare conjunct shares those of the first."""
    own = [each for child in children(noun, *_MODIFIERS) for each in conjuncts_of(child)]
    return own or _shared(noun, *_MODIFIERS)


def proper_modifiers_of(noun: Token) -> list[Token]:
    """Modifiers with a capital letter, which may name an owner: "*Israeli* strike", "*NATO* summit"."""
    return [each for each in modifiers_of(noun) if each.text[0].isupper() and each.pos_ in ("ADJ", "PROPN")]


def possessor_of(noun: Token) -> list[Token]:
    """Owners by 's or pronoun, "whose" resolved to its antecedent; a bare conjunct shares those of the first."""
    own = [child for child in noun.children if _is_possessive(child)]
    found = own or [each for each in _shared(noun, "nmod:poss", "nmod") if _is_possessive(each)]
    return referents(nominals(found))


def whole_of(noun: Token) -> list[Token]:
    """The noun inside an amount or a part: *protesters* in "dozens of protesters", *SCO* in "members of the SCO"."""
    if noun.pos_ not in ("NUM", "DET", "PRON") and noun.lemma_.lower() not in partitives():
        return []
    inner = [each for each in children(noun, "nmod") if any(case.lower_ == "of" for case in children(each, "case"))]
    return nominals(inner)


def _is_possessive(token: Token) -> bool:
    marked = any(case.tag_ == "POS" for case in children(token, "case"))
    return token.dep_ == "nmod:poss" or (marked and relation(token) in ("nmod", "compound"))


def _shared(noun: Token, *relations: str) -> list[Token]:
    """Dependents of the first conjunct, for a later one that is bare: "Russia's stability and *unity*"."""
    first = first_conjunct(noun)
    if first.i == noun.i or any(relation(child) in ("det", "nmod", "amod", "compound") for child in noun.children):
        return []
    return [each for child in children(first, *relations) if child.i < first.i for each in conjuncts_of(child)]


def _inside(head: Token) -> set[int]:
    """Places of the words of the phrase; what only ends or joins phrases belongs to inner ones alone."""
    found, waiting = {head.i}, [head]
    while waiting:
        each = waiting.pop()
        wanted = _INSIDE if each is head else _INSIDE | _WITHIN_ONLY
        below = [child for child in each.children if relation(child) in wanted and child.i not in found]
        below = [child for child in below if not _is_date(child) and not _is_set_off(child)]
        below = [child for child in below if not is_verbal(child) or relation(child) in ("amod", "compound", "fixed")]
        found.update(child.i for child in below)
        waiting += below
    return found


def _is_set_off(token: Token) -> bool:
    """Whether a comma parts it from the noun before it: "Kone, *now in exile*"."""
    first = token.left_edge.i
    beside = token.doc[max(first - 1, 0) : first + 1]
    return relation(token) == "nmod" and first > token.head.i and any(word.text == "," for word in beside)


def _is_date(token: Token) -> bool:
    """Whether the parser hung a date on a noun: "a court *on Monday* freed"."""
    return is_calendar_word(token) and bool(children(token, "case"))


def _edge(head: Token, inside: set[int], step: int) -> Token:
    """The outermost word of the phrase on one side; a word that is not inside, other than a stop, ends it."""
    edge, place = head, head.i + step
    while 0 <= place < len(head.doc):
        here = head.doc[place]
        if place in inside and not here.is_punct:
            edge = here
        elif place not in inside and not (here.is_punct or here.is_space):
            break
        place += step
    return edge


def _continues(left: Token, right: Token) -> bool:
    """Whether two neighbours are parts of one unmarked name."""
    both = left.pos_ == right.pos_ == "PROPN" and not (left.ent_type_ or right.ent_type_)
    return both and any(relation_ in _NAME_PARTS for relation_ in (left.dep_, right.dep_)) and _kin(left, right)


def _kin(left: Token, right: Token) -> bool:
    return left.head in (right, right.head) or right.head == left


def _stretch(first: Token, last: Token) -> Span:
    return first.doc[first.i : last.i + 1]
