"""Finding cues: the words of a parse that the list of cues has."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from dateline.knowledge.cues import Takes, reporting_cues
from dateline.model import Span
from dateline.nlp.spans import span_of
from dateline.nlp.syntax import particle_of

_VERBAL: tuple[Takes, ...] = ("content", "attitude", "stance", "oblique")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that shows a source, how the list of cues has it, and all its words."""

    word: Token
    takes: Takes
    name: str
    span: Span

    def is_also(self, kind: Takes) -> bool:
        """Whether the list has it as this, too."""
        return self.name in reporting_cues()[kind]


def cues_in(doc: Doc) -> Iterator[Cue]:
    """The cues of a parse in text order."""
    for word in doc:
        if (found := cue_at(word)) is not None:
            yield found


def is_reporting(word: Token) -> bool:
    """Whether it is a verb of saying or thinking."""
    found = _of_verb(word) if word.pos_ == "VERB" else None
    return found is not None and found.takes in ("content", "attitude")


def cue_at(word: Token) -> Cue | None:
    """What the list of cues has the word for."""
    lemma = word.lemma_.lower()
    found: Cue | None = None
    match word.pos_:
        case "VERB":
            found = _of_verb(word) or _listed(word, "hedge", lemma)
        case "NOUN":
            found = _listed(word, "noun", lemma)
        case "ADJ":
            found = _listed(word, "adjective", lemma) or _listed(word, "hedge", lemma)
        case "ADV":
            found = _listed(word, "hedge", lemma)
    return found or _phrase_at(word)


def _of_verb(verb: Token) -> Cue | None:
    """The verb with its particle, if the list has it so, else alone; a verb that only prepositions make a cue, too."""
    lemma = verb.lemma_.lower()
    if lemma not in _first_words():
        return None
    particle = particle_of(verb)
    names = (f"{lemma} {particle}", lemma) if particle else (lemma,)
    known = ((kind, name) for name in names for kind in _VERBAL[:3] if name in reporting_cues()[kind])
    kind, name = next(known, ("oblique", lemma))
    return Cue(verb, kind, name, span_of(verb))


def _listed(word: Token, kind: Takes, lemma: str) -> Cue | None:
    return Cue(word, kind, lemma, span_of(word)) if lemma in reporting_cues()[kind] else None


def _phrase_at(word: Token) -> Cue | None:
    """A prepositional cue that begins with the word."""
    for phrase in _phrases().get(word.lower_, ()):
        run = word.doc[word.i : word.i + len(phrase.split())]
        if run.text.lower() == phrase:
            return Cue(word, "phrase", phrase, span_of(run))
    return None


@cache
def _phrases() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for phrase in sorted(reporting_cues()["phrase"]):
        found.setdefault(phrase.split()[0], []).append(phrase)
    return found


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0] for kind in _VERBAL for name in reporting_cues()[kind])
