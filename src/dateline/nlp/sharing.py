"""What coordinated predicates share: "seized and burned *the town*"."""

from collections.abc import Iterable

from spacy.tokens import Token

from dateline.nlp.relations import children, is_verbal

_BETWEEN = frozenset({"CCONJ", "ADV", "AUX", "VERB", "PART", "SPACE"})


def sharers_of(predicate: Token) -> list[Token]:
    """Predicates coordinated with this one that may lend it dependents: the one above, later ones without subject."""
    later = [each for each in children(predicate, "conj") if _alike(each, predicate)]
    above = [predicate.head] if predicate.dep_ == "conj" and _alike(predicate.head, predicate) else []
    later += [each for head in above for each in children(head, "conj") if each.i > predicate.i and _alike(each, head)]
    return [*above, *(each for each in later if not children(each, "nsubj"))]


def shared_right(predicate: Token, wanted: Iterable[Token]) -> list[Token]:
    """Of dependents of conjuncts, those that stand right of all the verbs up to their own: "seized and burned *it*".

    Nothing else may hang between the verbs, or the first may well be complete: "attacked at dawn and burned it".
    """
    return [each for each in wanted if each.i > max(each.head.i, predicate.i) and _adjoin(predicate, each.head)]


def _adjoin(one: Token, other: Token) -> bool:
    """Whether two coordinated words stand side by side, with no phrase between them."""
    first, second = sorted((one, other), key=lambda token: token.i)
    between = [token for token in first.doc[first.i + 1 : second.i] if not token.is_punct]
    return all(token.pos_ in _BETWEEN for token in between)


def _alike(one: Token, other: Token) -> bool:
    return is_verbal(one) == is_verbal(other)
