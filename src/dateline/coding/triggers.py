"""Which rules' words stand in a sentence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.coding.inflections import forms_of
from dateline.nlp.syntax import is_calendar_word, patient_of, voice_of
from dateline.resources.rules import PartOfSpeech, Rule, Slots, Trigger

_TAGS: Mapping[PartOfSpeech, frozenset[str]] = {
    "verb": frozenset({"VERB", "AUX"}),
    "noun": frozenset({"NOUN", "PROPN"}),
    "adjective": frozenset({"ADJ", "VERB"}),
}
_PART_OF_NAME = frozenset({"compound", "flat", "nmod:desc", "goeswith"})
_OTHER_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "parataxis", "conj", "csubj"})


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's trigger found in a text: its head token and the other words that belong to it."""

    rule: Rule
    trigger: Trigger
    token: Token
    words: tuple[Token, ...]

    @property
    def slots(self) -> Slots:
        return self.rule.slots[self.trigger.part]


class Triggers:
    """All triggers of a rule book by their head's lemma."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._by_lemma: Mapping[str, list[tuple[Rule, Trigger]]] = defaultdict(list)
        for rule in rules:
            for trigger in rule.triggers:
                self._by_lemma[trigger.head].append((rule, trigger))
        for found in self._by_lemma.values():
            found.sort(key=lambda pair: (-len(pair[1].others), -pair[0].conditions))
        self._heads = {form: head for head in self._by_lemma for form in forms_of(head)}

    def at(self, token: Token, around: frozenset[str]) -> Iterator[Match]:
        """The matches that a token heads, the most specific first; `around` holds its sentence's words and lemmas."""
        for rule, trigger in self._by_lemma.get(self._head(token), ()) if not _is_inner(token) else ():
            if not around.issuperset(trigger.others):
                continue
            if token.pos_ in _TAGS[trigger.part] and (words := _others(token, trigger)) is not None:
                yield Match(rule, trigger, token, (token, *words))

    def _head(self, token: Token) -> str:
        """The token's lemma as rules know it."""
        lemma = token.lemma_.lower()
        unknown = token.pos_ == "VERB" and lemma not in self._by_lemma
        return self._heads.get(token.lower_, lemma) if unknown else lemma


def words_and_lemmas(sentence: Iterable[Token]) -> frozenset[str]:
    """All that a trigger's other words may be."""
    return frozenset(form for token in sentence for form in (token.lower_, token.lemma_.lower()))


def strongest(matches: Iterable[Match]) -> list[Match]:
    """Matches of which no word belongs to a longer one, in text order."""
    claimed: set[int] = set()
    kept = []
    for match in sorted(matches, key=lambda match: (-len(match.words), match.token.i)):
        if match.token.i not in claimed:
            kept.append(match)
            claimed.update(word.i for word in match.words)
    return sorted(kept, key=lambda match: match.token.i)


def _is_inner(token: Token) -> bool:
    """Whether the word only modifies or names: "*attack* helicopters", "*Strike* Force"."""
    if token.pos_ == "VERB":
        return token.dep_ in ("amod", "compound")
    return token.dep_ in _PART_OF_NAME or bool(token.ent_type_)


def _others(token: Token, trigger: Trigger) -> list[Token] | None:
    """The tokens near the head that read as the trigger's other words, one for each; None where one is missing."""
    if not trigger.others:
        return []
    near = _near(token)
    found: list[Token] = []
    for place, word in enumerate(trigger.others):
        fitting = (each for each in near if each not in found and _reads(each, word, token))
        match = next((each for each in fitting if each.i < token.i or place >= trigger.before), None)
        if match is None:
            return None
        found.append(match)
    return found


def _reads(each: Token, word: str, head: Token) -> bool:
    """Whether a token is the word; a preposition must follow the head: "a deal *with*", never "*with* a deal"; and date nothing."""
    follows = each.i > head.i or each.dep_ not in ("case", "mark")
    dates = each.dep_ == "case" and is_calendar_word(each.head)
    return follows and not dates and word in (each.lemma_.lower(), each.lower_)


def _near(token: Token) -> list[Token]:
    """Dependents down to two steps within the clause, less whoever acts, objects that stand elsewhere, prepositions."""
    acting = "nsubj" if token.pos_ == "VERB" and voice_of(token) == "active" else None
    own = [child for child in token.children if not _is_other_clause(child) and child.dep_ != acting]
    own += [each for each in (patient_of(token) if token.pos_ == "VERB" else []) if each not in own]
    below = [each for child in own for each in child.children if not _is_other_clause(each)]
    return [
        *own,
        *below,
        *(case for each in below if each.dep_ == "nmod" for case in each.children if case.dep_ == "case"),
    ]


def _is_other_clause(token: Token) -> bool:
    """Whether it heads a clause of its own; *hostage* in "took nuns hostage" does not."""
    return token.dep_ in _OTHER_CLAUSES or (token.dep_ == "xcomp" and token.pos_ == "VERB")
