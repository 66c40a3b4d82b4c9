"""Relative clauses: pronouns that stand for a noun before them, and gaps where no pronoun stands."""

from collections.abc import Iterable

from spacy.tokens import Token

from dateline.nlp.relations import FINITE_TAGS, children, nominals, upward

_RELATIVE_WORDS = frozenset({"who", "whom", "which", "that", "whose"})
_CLAUSAL = frozenset({"ccomp", "xcomp", "conj"})


def is_relative(token: Token) -> bool:
    """Whether the token is a relative pronoun: it stands in a relative clause, before that clause's verb."""
    if token.lower_ not in _RELATIVE_WORDS or token.dep_ in ("mark", "det"):
        return False
    clause = _clause_of(token)
    return clause is not None and clause.head.i < token.i < clause.i


def antecedents_of(pronoun: Token) -> list[Token]:
    """The nouns that a relative pronoun stands for; none where it stands for a clause."""
    clause = _clause_of(pronoun)
    return [] if clause is None else modified_by(clause, pronoun.i)


def referents(tokens: Iterable[Token]) -> list[Token]:
    """These tokens in text order, relative pronouns replaced by what they stand for, without doubles."""
    resolved = (other for each in tokens for other in (antecedents_of(each) if is_relative(each) else [each]))
    found = {each.i: each for each in resolved}
    return [found[place] for place in sorted(found)]


def modified_by(clause: Token, before: int | None = None) -> list[Token]:
    """The noun that a clause hangs on, with the conjuncts below it that stand before the clause."""
    limit = clause.i if before is None else before
    return [] if clause.head == clause else [noun for noun in nominals([clause.head]) if noun.i < limit]


def gap_of(predicate: Token) -> list[Token]:
    """The noun that a relative clause without pronoun leaves out of the predicate: "the *group* Iran backs"."""
    clause = clause_above(predicate)
    return modified_by(clause) if clause is not None and is_open(clause) else []


def clause_above(predicate: Token) -> Token | None:
    """The relative clause's verb over a predicate, reached through complements and conjuncts alone."""
    for each in upward(predicate):
        if each.dep_ == "acl:relcl" or (each.dep_ == "acl" and _is_finite(each)):
            return each
        if each.dep_ not in _CLAUSAL:
            return None
    return None


def is_open(clause: Token) -> bool:
    """Whether the clause has a subject of its own and no pronoun or conjunction that would fill or close its gap."""
    fillers = [each for each in clause.subtree if is_relative(each) or (each.tag_ == "WRB" and each.i < clause.i)]
    return bool(children(clause, "nsubj")) and not fillers and not children(clause, "mark")


def _clause_of(pronoun: Token) -> Token | None:
    """The nearest relative clause around the pronoun."""
    for each in upward(pronoun):
        if each.dep_ == "advcl:relcl":
            return None
        if each is not pronoun and (each.dep_ == "acl:relcl" or (each.dep_ == "acl" and each.i > pronoun.i)):
            return each
    return None


def _is_finite(token: Token) -> bool:
    return any(each.tag_ in FINITE_TAGS for each in [token, *children(token, "aux", "cop")])
