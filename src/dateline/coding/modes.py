"""How an act was done, by the words around its trigger."""

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from dateline.coding.acts import Act

_OTHER_CLAUSES = frozenset({"advcl", "advcl:relcl", "ccomp", "parataxis", "acl:relcl", "csubj"})


def modes_of(act: Act, cues: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The act's own modes, then those whose cue words stand in the trigger's clause."""
    words = set(_clause_words(act.token)) | set(act.match.trigger.others)
    found = [mode for mode, lemmas in cues.items() if words & lemmas]
    return tuple(dict.fromkeys([*act.modes, *found]))


def _clause_words(token: Token) -> Iterable[str]:
    """Lemmas of everything that hangs on the trigger, other clauses left out."""
    waiting = [token]
    while waiting:
        word = waiting.pop()
        yield word.lemma_.lower()
        waiting += [
            child for child in word.children if child.dep_ not in _OTHER_CLAUSES and not _is_verb_conjunct(child)
        ]


def _is_verb_conjunct(token: Token) -> bool:
    return token.dep_ == "conj" and token.pos_ == "VERB"
