"""The source of a cue: whom the syntax makes its agent, and that noun's whole phrase."""

from collections.abc import Callable, Mapping

from spacy.tokens import Doc, Token

from dateline.annotate.attributions.cues import Cue
from dateline.annotate.attributions.stretches import stretch
from dateline.knowledge.cues import Takes, reporting_cues
from dateline.model import Span
from dateline.nlp.spans import span_of
from dateline.nlp.syntax import agent_of, is_calendar_word, oblique_of, phrase_span, possessor_of, subject_of

_PEOPLE = frozenset({"NOUN", "PROPN", "PRON"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOBODY = frozenset({"it", "this", "that", "there", "what"})
_RELATIVE = frozenset({"who", "which", "that"})
_JOINED = frozenset({"conj", "cc", "case", "parataxis", "dep", "discourse", "vocative", "orphan"})
_CLAUSAL = frozenset({"nsubj", "nsubj:pass", "cop", "aux", "expl", "mark", "obl", "advcl", "ccomp", "xcomp"})


def sources_of(cue: Cue, beside_quotation: bool) -> list[Token]:
    """Heads of those who answer for what the cue shows."""
    found = _SOURCES.get(cue.takes, _of_verb)(cue)
    return found or (_neighbour(cue.word) if beside_quotation else [])


def said_by(source: Token, cue: Token) -> Span:
    """The source as the cue's own clause names it: the relative pronoun in `lawmakers who say`, else its phrase."""
    pronoun = _pronoun_for(source, cue)
    if pronoun is not None:
        return span_of(pronoun)
    return phrase_of(source, cue)


def phrase_of(source: Token, cue: Token) -> Span:
    """The noun's phrase with its appositions and relative clauses, less a clause that holds the cue itself."""
    words, waiting = [source], [source]
    while waiting:
        below = [each for each in waiting.pop().children if _belongs(each, source, cue)]
        words += below
        waiting += below
    return _run_around(source, words) or span_of(phrase_span(source))


def _pronoun_for(source: Token, cue: Token) -> Token | None:
    """The relative pronoun that stands for the source in the clause of the cue."""
    clause = next((each for each in (cue, *cue.ancestors) if each.dep_ == "acl:relcl" or each == source), source)
    if clause == source or not source.i < clause.i:
        return None
    subjects = (child for child in clause.children if child.dep_.startswith("nsubj") and child.lower_ in _RELATIVE)
    return next((child for child in subjects if source.i < child.i <= cue.i), None)


def _of_verb(cue: Cue) -> list[Token]:
    subjects = [child for child in cue.word.children if child.dep_ == "nsubj"]
    is_plain = cue.word.tag_ in _FINITE and not any(child.dep_ == "aux:pass" for child in cue.word.children)
    agents = agent_of(cue.word) or (subjects if is_plain else [])
    return [speaker for agent in agents for speaker in _speakers(agent)]


def _of_noun(cue: Cue) -> list[Token]:
    """Its owner, whom it is by or from, or whoever makes it: `Kim made the claim`."""
    noun = cue.word
    owners = possessor_of(noun) or oblique_of(noun, "by", "from")
    makes = noun.dep_ == "obj" and noun.head.lemma_.lower() in reporting_cues()["light"]
    return owners or (agent_of(noun.head) if makes else [])


def _of_adjective(cue: Cue) -> list[Token]:
    """What it is said of; whoever makes it clear or certain; nobody where `it` stands for no one."""
    above = cue.word.head
    if cue.word.dep_ == "amod":
        return [above] if cue.word.i > above.i else []
    if cue.word.dep_ == "xcomp" and above.lemma_ == "make":
        return agent_of(above)
    return [each for each in subject_of(cue.word) if each.lower_ not in _NOBODY]


def _of_phrase(cue: Cue) -> list[Token]:
    """The noun that follows a preposition."""
    doc, end = cue.word.doc, cue.word.i + len(cue.name.split())
    if end >= len(doc):
        return []
    above = [each for each in (doc[end], *doc[end].ancestors) if each.pos_ in _PEOPLE and each.i >= end]
    found = next((each for each in reversed(above) if phrase_span(each).start <= end), None)
    return [found] if found is not None else []


def _of_hedge(cue: Cue) -> list[Token]:
    """Nobody: that the text does not say is what the hedge shows."""
    return []


def _speakers(agent: Token) -> list[Token]:
    """Who made the utterance that is said to say something: `Kim released a statement saying`; else the agent."""
    if agent.lemma_.lower() not in reporting_cues()["noun"] | reporting_cues()["medium"]:
        return [agent]
    makers = agent_of(agent.head) if agent.dep_ == "obj" else []
    return possessor_of(agent) or makers or [agent]


def _neighbour(verb: Token) -> list[Token]:
    """The noun or pronoun that touches a verb beside a quotation, where the parser gave it no subject."""
    if verb.tag_ not in _FINITE:
        return []
    before, after = _beside(verb, -1), _beside(verb, 1)
    found = next((each for each in (before, after) if each is not None and each.pos_ in _PEOPLE), None)
    if found is None or found is before:
        return [found] if found is not None else []
    return [next((each for each in found.ancestors if each.i > verb.i and each.pos_ in _PEOPLE), found)]


def _beside(verb: Token, step: int) -> Token | None:
    place, doc = verb.i + step, verb.doc
    while 0 <= place < len(doc) and step > 0 and doc[place].pos_ in ("DET", "ADJ"):
        place += step
    return doc[place] if 0 <= place < len(doc) else None


def _belongs(child: Token, source: Token, cue: Token) -> bool:
    """Whether a dependent is a part of the phrase: no conjunct or predicate of its head, nothing with the cue in it."""
    if child.head == source and (child.dep_ in _JOINED | _CLAUSAL or _goes_along(child)):
        return False
    return not (child == cue or (cue.i in range(child.left_edge.i, child.right_edge.i + 1) and child.is_ancestor(cue)))


def _goes_along(child: Token) -> bool:
    """Whether a date, or a participle or adjective after a comma, belongs to what is done, not to who does it."""
    if child.dep_ == "nmod" and is_calendar_word(child):
        return True
    first = child.left_edge.i
    set_off = first > 0 and child.doc[first - 1].text == "," and child.i > child.head.i
    return set_off and child.dep_ in ("acl", "amod") and child.tag_ in ("VBG", "JJ")


def _run_around(source: Token, words: list[Token]) -> Span | None:
    """The unbroken run of these words around one of them."""
    doc: Doc = source.doc
    inside = {word.i for word in words}
    first = last = source.i
    while first - 1 in inside or (first > 1 and doc[first - 1].is_punct and first - 2 in inside):
        first -= 1
    while last + 1 in inside or (last + 2 in inside and doc[last + 1].is_punct):
        last += 1
    return stretch(list(doc[first : last + 1]))


_SOURCES: Mapping[Takes, Callable[[Cue], list[Token]]] = {
    "noun": _of_noun, "adjective": _of_adjective, "phrase": _of_phrase, "hedge": _of_hedge,
}  # fmt: skip
