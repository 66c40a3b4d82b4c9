"""Offices: what titles, appositions, predicates and verbs say that somebody is, was or became."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from dateline.annotate.relations.questions import answers, said_of
from dateline.knowledge.office_words import office_words
from dateline.knowledge.relations import RelationRule
from dateline.knowledge.roles import Role, in_full, role_of
from dateline.model import Span
from dateline.nlp.relations import children
from dateline.nlp.spans import before, span_of
from dateline.nlp.syntax import phrase_span, tense_of

_TITLE, _APPOSITION, _PREDICATE = "relation.title", "relation.apposition", "relation.predicate"
_SINGULAR = frozenset({"NN", "NNP"})
_OF = frozenset({"of", "for"})
_FURTHER = 4
"""Words before a title among which stands what says that it is over: `former Maryland Gov.`"""


@dataclass(frozen=True, slots=True)
class Claim:
    """That somebody has a role, by its noun; `office` is the role as written.

    `teller` is the verb or predicate whose status says whether it is so; None where a mere title or apposition says it.
    """

    who: Token
    noun: Token
    role: Role
    office: str
    is_former: bool
    span: Span
    rule: str
    teller: Token | None = None
    denies: bool = False
    """Whether the rule's verb tells that it is not so."""

    @property
    def is_of_part(self) -> bool:
        """Whether it is an office in a part of a body: `communications director`, `head of policy`."""
        field = _field_before(self.noun) if " " not in self.role.word else None
        parts = [each for each in children(self.noun, "nmod") if _is_field(each) and each.pos_ == "NOUN"]
        return bool(parts) or (field is not None and field.text[0].islower())


def claims_of_name(name: Words) -> Iterator[Claim]:
    """What the title before a person's name says: `former President Ana Kone`."""
    role = role_of(before(name[0]))
    if name.root.ent_type_ != "PER" or role is None or role.kind != "person":
        return
    noun, phrase = name.doc[name.start - 1], _words_before(name, len(role.word.split()) + _FURTHER)
    if not _is_coming(phrase):
        span = _between(min(noun, name.root.left_edge, key=lambda word: word.i), name[-1])
        yield Claim(name.root, noun, role, _written(noun, role), _is_former(phrase), span, _TITLE)


def claims_of_noun(noun: Token) -> Iterator[Claim]:
    """What a noun in apposition or as a predicate says: `Ana Kone, the premier`, `Ana Kone was premier`."""
    role = _role_at(noun)
    phrase = [word for word in phrase_span(noun) if word.i < noun.i]
    if role is None or role.kind != "person" or noun.tag_ not in _SINGULAR or _is_coming(phrase):
        return
    is_predicate = bool(children(noun, "cop"))
    if not is_predicate and noun.dep_ != "appos" and not children(noun, "appos"):
        return
    over = _is_former(phrase) or (is_predicate and tense_of(noun) == "past")
    rule = _PREDICATE if is_predicate else _APPOSITION
    teller = noun if is_predicate else None
    for who in (*said_of(noun), *_names_after(noun)):
        yield Claim(who, noun, role, _written(noun, role), over, _between(who, noun), rule, teller)


def claims_of_verb(rule: RelationRule, verb: Token) -> Iterator[Claim]:
    """What verbs of appointment and dismissal say: `became premier`, `stepped down as premier`."""
    nouns = next(filter(None, (_offices(tokens) for tokens in answers(rule.of, verb))), [])
    places = {noun.i for noun in nouns}
    people = ([token for token in tokens if token.i not in places] for tokens in answers(rule.subject, verb))
    for who in next(filter(None, people), []) if nouns else []:
        for noun in nouns:
            role = _role_at(noun)
            if role is not None:
                over = rule.kind == "former-office"
                span = _between(verb, who, noun)
                yield Claim(who, noun, role, _written(noun, role), over, span, rule.id, verb, rule.negated)


def _offices(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if (role := _role_at(token)) and role.kind == "person"]


def _names_after(noun: Token) -> list[Token]:
    """The name that a noun is explained by: `the premier, Ana Kone`."""
    return [each for each in children(noun, "appos") if each.ent_type_ == "PER" and each.i > noun.i]


def _role_at(noun: Token) -> Role | None:
    return role_of([*before(noun), noun.lemma_]) or role_of([*before(noun), noun.text])


def _written(noun: Token, role: Role) -> str:
    """The role as written, abbreviations in full, and with the field of a mere minister or secretary."""
    written = in_full([word.text for word in noun.doc[noun.sent.start : noun.i + 1]])[-len(role.word.split()) :]
    office = " ".join(word for word in written if not office_words().is_former(word)) or role.word
    if len(written) > 1:
        return office
    field = next((each for each in children(noun, "nmod") if _is_field(each)), None)
    if field is not None:
        return f"{office} {noun.doc[_first(field).i : phrase_span(field).end].text}"
    return f"{beside.text} {office}" if (beside := _field_before(noun)) is not None else office


def _field_before(noun: Token) -> Token | None:
    """The common noun right before an office: `fisheries` of `fisheries minister`, `Agriculture` of `Agriculture Secretary`."""
    word = noun.nbor(-1) if noun.i > noun.sent.start else noun
    joined = noun in (word.head, *word.head.children) and word.dep_ in ("compound", "nmod:desc", "nmod", "amod")
    fits = joined and word.pos_ in ("NOUN", "PROPN") and not word.ent_type_ and role_of([word.text]) is None
    return word if fits and word.i != noun.i else None


def _is_field(word: Token) -> bool:
    """Whether it is what an office is about, not where it is held."""
    case = children(word, "case")
    return (
        not word.ent_type_
        and not role_of([word.text])
        and word.pos_ in ("NOUN", "PROPN")
        and bool(case)
        and case[0].lower_ in _OF
    )


def _first(field: Token) -> Token:
    return children(field, "case")[0]


def _words_before(name: Words, count: int) -> list[Token]:
    """So many words before a name, back to the last comma or the beginning of the sentence."""
    found: list[Token] = []
    for word in reversed(name.doc[max(name.sent.start, name.start - count) : name.start]):
        if word.is_punct and word.text != "-":
            break
        found.append(word)
    return found


def _is_former(words: Sequence[Token]) -> bool:
    return any(office_words().is_former(word.text) for word in words)


def _is_coming(words: Sequence[Token]) -> bool:
    return any(office_words().is_coming(word.text) for word in words)


def _between(*words: Token) -> Span:
    spans = [span_of(word) for word in words]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
