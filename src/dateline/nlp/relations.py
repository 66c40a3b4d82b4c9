"""Steps in a tree of Universal Dependencies: to dependents, to conjuncts, to clauses above."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Token

FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TABLE = "dateline.dependents"
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "X"})
_PREDICATIVE = frozenset({"VERB", "AUX"})
_CALENDAR = frozenset({
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
    "April", "May", "June", "July", "August", "September", "October", "November", "December",
})  # fmt: skip


def relation(token: Token) -> str:
    """The token's relation without its subtype: `nsubj` for `nsubj:pass`."""
    return token.dep_.partition(":")[0]


def children(token: Token, *relations: str) -> list[Token]:
    """Dependents in these relations, in text order; `nsubj` takes its subtypes in, `nsubj:pass` means itself alone."""
    doc = token.doc
    return [doc[place] for label, place in dependents(token) if _is_among(label, relations)]


def dependents(token: Token) -> Sequence[tuple[str, int]]:
    """Relation and place of each dependent, in text order; read from a table, since rules ask it very often."""
    table = token.doc.user_data.get(_TABLE)
    return (table if table is not None else _tabulated(token.doc))[token.i]


def _tabulated(doc: Doc) -> list[list[tuple[str, int]]]:
    """Leaves the table with the document; it holds places and no tokens, which would keep the document alive."""
    table: list[list[tuple[str, int]]] = [[] for _ in range(len(doc))]
    for token in doc:
        if (head := token.head.i) != token.i:
            table[head].append((token.dep_, token.i))
    doc.user_data[_TABLE] = table
    return table


@cache
def _is_among(label: str, relations: tuple[str, ...]) -> bool:
    return label in relations or label.partition(":")[0] in relations


def is_calendar_word(token: Token) -> bool:
    """Whether a word names a day of the week or a month."""
    return token.text in _CALENDAR


def upward(token: Token) -> Iterator[Token]:
    """The token and what it hangs on, up to the root."""
    yield token
    yield from token.ancestors


def is_nominal(token: Token) -> bool:
    """Whether the token can head a noun phrase."""
    return token.pos_ in _NOMINAL or (token.pos_ == "ADJ" and bool(children(token, "det", "case")))


def is_verbal(token: Token) -> bool:
    """Whether the token is a verb."""
    return token.pos_ in _PREDICATIVE


def is_predicate(token: Token) -> bool:
    """Whether the token heads a clause: a verb, or an adjective or noun with a copula, a subject or a conjunction."""
    return is_verbal(token) or bool(children(token, "cop", "nsubj", "csubj", "mark"))


def first_conjunct(token: Token) -> Token:
    """The head of the coordination that the token is in; itself where there is none."""
    for each in upward(token):
        if each.dep_ != "conj" and not (each.dep_ == "appos" and each in _listed(each.head)):
            return each
    return token


def conjuncts_of(token: Token) -> list[Token]:
    """The token and those coordinated below it, in text order; names that a list sets in apposition count as such."""
    found: dict[int, Token] = {}
    waiting = [token]
    while waiting:
        each = waiting.pop()
        if each.i not in found:
            found[each.i] = each
            waiting += [*children(each, "conj"), *_listed(each)]
    return [found[place] for place in sorted(found)]


def coordinated(token: Token) -> list[Token]:
    """The token and all its conjuncts, whichever comes first, in text order."""
    return conjuncts_of(first_conjunct(token))


def nominals(tokens: Iterable[Token]) -> list[Token]:
    """Each of these with its conjuncts, verbs that slipped into the coordination left out, without doubles."""
    found = {each.i: each for token in tokens for each in conjuncts_of(token) if is_nominal(each)}
    return [found[place] for place in sorted(found)]


def _listed(token: Token) -> list[Token]:
    """Appositions that belong to a list: "China, India and Iran", with India parsed as another name of China."""
    return [each for each in children(token, "appos") if _is_name(token) and _is_name(each) and _leads_to_and(each)]


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN"


def _leads_to_and(token: Token) -> bool:
    """Whether a conjunct follows whose "and" has no comma before it; a comma would close a true apposition."""
    later = [*children(token, "conj"), *children(token.head, "conj")]
    conjunctions = [cc for each in later if each.i > token.i for cc in children(each, "cc")]
    return any(cc.i > token.i and cc.nbor(-1).text != "," for cc in conjunctions)
