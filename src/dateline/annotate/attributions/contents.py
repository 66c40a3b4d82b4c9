"""The content of a cue: quotations beside it, its clauses, its object, or what follows its preposition."""

from collections.abc import Callable, Mapping, Sequence

from spacy.tokens import Token

from dateline.annotate.attributions.cues import Cue, cue_at
from dateline.annotate.attributions.quoted import Quoted
from dateline.annotate.attributions.sources import phrase_of, sources_of
from dateline.annotate.attributions.stretches import outermost, stretches
from dateline.knowledge.cues import Takes, reporting_cues
from dateline.model import Span
from dateline.nlp.syntax import agent_of, content_of, is_calendar_word, voice_of

_COMPLETING = frozenset({
    "for", "as", "of", "over", "about", "with", "to", "from", "against", "into", "toward", "towards", "that", "by",
    "if", "whether", "than", "on",
})  # fmt: skip
_PREPOSITIONS = frozenset({"of", "about", "on", "for", "over", "against", "to", "with", "in", "at", "that", "by"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_COMMAS = frozenset({",", "”", '"', "''", "’", ",''"})
_OWN = frozenset({"nsubj", "aux", "advmod", "obl", "obl:tmod", "obl:unmarked"})
_PREDICATES = frozenset({"VERB", "AUX"})


def contents_of(cue: Cue, quoted: Quoted) -> list[Span]:
    """The stretches that the cue's source answers for; none where the word is no cue here."""
    return [quoted.whole(each) for each in _CONTENTS[cue.takes](cue, quoted)]


def _of_verb(cue: Cue, quoted: Quoted) -> list[Span]:
    """Quotation beside the verb, else its clause; either may stand before or after."""
    verb = cue.word
    complements = outermost([span for clause in content_of(verb) for span in _clause(clause, verb)])
    clauses = [quoted.whole(clause) for clause in complements or _relative_content(verb)]
    found = quoted.beside(verb, clauses) or clauses or _host_of_aside(verb)
    if voice_of(verb) == "passive" and found and not cue.is_also("addressed"):
        return [*found, *_raised_subject(verb)]
    return found or _of_thing(cue, quoted)


def _of_thing(cue: Cue, quoted: Quoted) -> list[Span]:
    """What a verb of saying, thinking or judging has for its object, else what follows its preposition."""
    verb = cue.word
    if voice_of(verb) == "passive":
        return _of_passive(verb) if agent_of(verb) or cue.takes == "stance" else []
    told = [] if cue.is_also("addressed") or cue.takes == "oblique" else [*_objects(verb)]
    return (_completed(verb, told) or _of_preposition(cue, quoted)) if agent_of(verb) else []


def _of_passive(verb: Token) -> list[Span]:
    """The subject, which is what is said or judged, and what completes it."""
    after = [child for child in verb.children if child.i > verb.i and _completes(child) and child not in agent_of(verb)]
    after = [child for child in after if not any(case.lower_ == "by" for case in child.children)]
    return [*_raised_subject(verb), *(span for child in after for span in _clause(child, verb))]


def _raised_subject(verb: Token) -> list[Span]:
    subjects = [child for child in verb.children if child.dep_ == "nsubj:pass" and child.pos_ != "PRON"]
    return [phrase_of(subject, verb) for subject in subjects]


def _of_preposition(cue: Cue, quoted: Quoted) -> list[Span]:
    """What follows a preposition that the list has with the verb."""
    lemma = cue.name.split()[0]
    phrases = (child for child in cue.word.children if child.i > cue.word.i)
    known = [each for each in phrases if any(_is_listed(lemma, case) for case in _marks(each))]
    return [span for each in known[:1] for span in _clause(each, cue.word, bare=True)]


def _is_listed(lemma: str, preposition: str) -> bool:
    return preposition == "about" or f"{lemma} {preposition}" in reporting_cues()["oblique"]


def _of_adjective(cue: Cue, quoted: Quoted) -> list[Span]:
    return _clauses(cue.word) or _after_preposition(cue.word)


def _of_noun(cue: Cue, quoted: Quoted) -> list[Span]:
    """Its clause, or what it is about, less a by-phrase."""
    clauses = _clauses(cue.word)
    if clauses:
        return clauses
    return _after_preposition(cue.word) if sources_of(cue, False) else []


def _clauses(word: Token) -> list[Span]:
    return outermost([span for clause in content_of(word) for span in _clause(clause, word)])


def _after_preposition(word: Token) -> list[Span]:
    phrases = [child for child in word.children if child.i > word.i and _PREPOSITIONS & set(_marks(child))]
    phrases = [child for child in phrases if "by" not in _marks(child)]
    return [span for each in phrases[:1] for span in _clause(each, word, bare=True)]


def _of_hedge(cue: Cue, quoted: Quoted) -> list[Span]:
    """The noun that an adjective modifies, the clause of an adverb."""
    head = cue.word.head
    if cue.word.pos_ == "VERB":
        clauses = content_of(cue.word)
        return stretches(cue.word.subtree) if clauses and not any(map(cue_at, clauses)) else []
    if cue.word.pos_ == "ADJ":
        return [phrase_of(head, cue.word)] if cue.word.dep_ == "amod" and cue.word.i < head.i else []
    return stretches(head.subtree) if head.pos_ in _PREDICATES and cue_at(head) is None else []


def _of_phrase(cue: Cue, quoted: Quoted) -> list[Span]:
    """The clause that the phrase stands in, before it and after it."""
    sources = sources_of(cue, False)
    if not sources:
        return []
    own = {word.i for word in sources[0].subtree} | set(range(cue.word.i, cue.word.i + len(cue.name.split())))
    clause = next((each for each in sources[0].ancestors if each.pos_ in _PREDICATES), sources[0].sent.root)
    rest = [word for word in _in_order(clause) if word.i not in own]
    before = [word for word in rest if word.i < cue.word.i and not word.is_punct]
    after = [word for word in rest if word.i > cue.word.i and not word.is_punct]
    return [span for side in (before, after) if len(side) > 1 for span in stretches(side)]


def _clause(clause: Token, cue: Token, bare: bool = False) -> list[Span]:
    """The clause's words on the cue's own side; its preposition left out if `bare`; a subject hung on the cue added."""
    words = [word for word in _in_order(clause) if not (bare and word.head == clause and word.dep_ in ("case", "mark"))]
    if clause.i > cue.i:
        return stretches([word for word in [*_strayed(clause, cue), *words] if word.i > cue.i])
    return stretches([word for word in words if word.i < cue.i])


def _strayed(clause: Token, cue: Token) -> list[Token]:
    """The subject of a finite clause without one, which the parser took for the object of the verb of saying."""
    if clause.dep_ != "ccomp" or any(child.dep_.startswith(("nsubj", "csubj", "expl")) for child in clause.children):
        return []
    finite = clause.tag_ in ("VBD", "VBZ", "VBP") or any(child.dep_.startswith("aux") for child in clause.children)
    between = [child for child in _objects(cue) if cue.i < child.i < clause.i]
    is_told = cue.lemma_.lower() in reporting_cues()["addressed"]
    return [word for child in between for word in child.subtree] if finite and not is_told else []


def _in_order(clause: Token) -> list[Token]:
    """All words under one, as they stand in the text; a tree whose lines cross gives them otherwise."""
    return sorted(clause.subtree, key=lambda word: word.i)


def _objects(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ == "obj" and child.i > verb.i]


def _completed(verb: Token, things: Sequence[Token]) -> list[Span]:
    """The objects with the phrases and clauses behind them that say what for, as what, of what."""
    if not things:
        return []
    after = [child for child in verb.children if child.i > things[0].i and _completes(child)]
    return stretches([word for each in (*things, *after) for word in each.subtree if word.i > verb.i])


def _completes(child: Token) -> bool:
    if child.dep_ in ("obj", "xcomp", "ccomp"):
        return True
    return child.dep_ in ("obl", "advcl") and bool(_COMPLETING & set(_marks(child))) and not is_calendar_word(child)


def _marks(word: Token) -> list[str]:
    return [child.lower_ for child in word.children if child.dep_ in ("case", "mark")]


def _relative_content(verb: Token) -> list[Span]:
    """The relative clause that a verb of saying opens: `who he said had backed them`."""
    if verb.dep_ != "acl:relcl":
        return []
    beside = [other for other in verb.head.children if other.dep_ == "acl:relcl" and other.i > verb.i]
    return _clause(beside[0], verb) if beside else []


def _host_of_aside(verb: Token) -> list[Span]:
    """The clause around `he said` between commas; the words before it where the parser hung them elsewhere."""
    if verb.tag_ not in _FINITE or not any(child.dep_ == "nsubj" for child in verb.children):
        return []
    own = {verb.i} | {word.i for child in verb.children if child.dep_ in _OWN for word in child.subtree}
    first, last = min(own), max(own)
    if first == 0 or verb.doc[first - 1].text not in _COMMAS or _objects(verb):
        return []
    host = verb.head if verb.dep_ in ("parataxis", "ccomp", "conj", "appos", "acl:relcl") else verb
    rest = [word for word in _in_order(host) if not first <= word.i <= last]
    after = [word for word in rest if word.i > last] if verb.doc[min(last + 1, len(verb.doc) - 1)].text == "," else []
    before = [word for word in rest if word.i < first]
    return [span for side in (before, after) if len(side) > 1 for span in stretches(side)]


_CONTENTS: Mapping[Takes, Callable[[Cue, Quoted], list[Span]]] = {
    "content": _of_verb, "attitude": _of_verb, "stance": _of_thing, "oblique": _of_preposition,
    "adjective": _of_adjective, "noun": _of_noun, "hedge": _of_hedge, "phrase": _of_phrase,
}  # fmt: skip
