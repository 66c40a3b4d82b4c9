"""Attributions: who says so, shown by which cue, for which stretch of text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from dateline.knowledge.cues import reporting_cues
from dateline.model import Attribution, Document, Span, Status
from dateline.nlp.quotations import quotations
from dateline.nlp.spans import span_of, words_of
from dateline.nlp.syntax import agent_of, content_of, particle_of, phrase_span, possessor_of, sentence_of

Kind = Literal["direct", "indirect", "mixed"]
_TALKING = frozenset({"i", "we", "you"})
_FEW_WORDS = 4
"""A quotation shorter than this is words within a clause, not something said on its own."""


@dataclass(frozen=True, slots=True)
class AttributionAnnotator:
    """Sources, cues and contents, in the order of their contents; `status_of` says whether a verb or noun happened."""

    status_of: Callable[[Token], Status]
    needs: tuple[str, ...] = ("sections", "parse")
    gives: str = "attributions"

    def __call__(self, document: Document) -> Document:
        assert document.parse is not None
        found = _Reader(document.parse, quotations(document.text), self.status_of).read()
        found.sort(key=lambda each: (each.content.start, each.content.end))
        return replace(document, attributions=tuple(found))


class _Reader:
    """One parse with its quotations."""

    def __init__(self, doc: Doc, quotes: Sequence[Span], status_of: Callable[[Token], Status]) -> None:
        self._doc, self._text, self._quotes, self._status_of = doc, doc.text, quotes, status_of

    def read(self) -> list[Attribution]:
        shown = [found for word in self._doc for found in self._shown_by(word) if not self._is_speaker_of_it(found)]
        return [*shown, *self._continued(shown)]

    def _is_speaker_of_it(self, found: Attribution) -> bool:
        """Whether it is `I think` or `you say` within a quotation: the speaker's own, who has said it already."""
        if found.source is None or found.source.of(self._text).lower() not in _TALKING:
            return False
        return any(quote.covers(found.source) for quote in self._quotes)

    def _shown_by(self, word: Token) -> Iterator[Attribution]:
        cues = reporting_cues()
        verb = _verb(word) if word.pos_ == "VERB" else frozenset()
        if verb & cues["content"]:
            yield from self._with_status(word, self._of_verb(word))
        elif verb & cues["quotation"]:
            yield from self._with_status(word, self._of_stance(word))
        elif word.pos_ == "NOUN" and word.lemma_.lower() in cues["noun"]:
            yield from self._with_status(word, self._of_noun(word))
        elif (phrase := _phrase_at(word)) is not None and (source := _noun_after(phrase)) is not None:
            yield from self._of_phrase(phrase, source)

    def _with_status(self, cue: Token, found: Iterator[Attribution]) -> Iterator[Attribution]:
        for each in found:
            yield replace(each, status=self._status_of(cue))

    def _of_verb(self, verb: Token) -> Iterator[Attribution]:
        """Quotation beside the verb, else its clause; either may stand before or after."""
        complements = _outermost([_clause_span(clause, verb) for clause in content_of(verb)])
        clauses = [self._whole(clause) for clause in complements or _relative_content(verb)]
        contents = self._quoted_beside(verb, clauses) or clauses or _host_of_aside(verb) or _thing_said(verb)
        sources: Sequence[Token | None] = [each for agent in agent_of(verb) for each in _speakers(agent)] or [None]
        for content in contents:
            for source in sources:
                yield self._attribution(source, span_of(verb), content, "attribution.verb")

    def _of_stance(self, verb: Token) -> Iterator[Attribution]:
        """The verb's own complements, where some of their words are quoted."""
        sentence, own = span_of(sentence_of(verb)), span_of(verb)
        beside = [quote for quote in self._quotes if quote.overlaps(sentence) and not quote.covers(own)]
        quoted = [quote for quote in beside if any(_head_above(verb, word) for word in self._words(quote))]
        if not quoted:
            return
        content = Span(min(self._after(verb), quoted[0].start), quoted[-1].end)
        for source in agent_of(verb):
            yield self._attribution(source, span_of(verb), content, "attribution.stance")

    def _of_noun(self, noun: Token) -> Iterator[Attribution]:
        for owner in possessor_of(noun):
            for clause in content_of(noun):
                yield self._attribution(owner, span_of(noun), _clause_span(clause, noun), "attribution.noun")

    def _of_phrase(self, phrase: Words, source: Token) -> Iterator[Attribution]:
        """The rest of the sentence after a phrase that opens it, else what stands before the phrase."""
        sentence = sentence_of(source)
        before = [word for word in sentence if word.i < phrase.start and not word.is_punct]
        after = [word for word in sentence if word.i >= phrase_span(source).end and not word.is_punct]
        rest = before if len(before) > 1 else after
        if rest:
            content = Span(rest[0].idx, _end(rest[-1]))
            yield self._attribution(source, span_of(phrase), content, "attribution.according-to")

    def _attribution(self, source: Token | None, cue: Span, content: Span, rule: str) -> Attribution:
        said = span_of(phrase_span(source)) if source is not None else None
        return Attribution(said, cue, content, self._kind(content), rule)

    def _kind(self, content: Span) -> Kind:
        """Direct where a quotation fills the content, mixed where it fills a part."""
        inside = [quote for quote in self._quotes if quote.overlaps(content)]
        if not inside:
            return "indirect"
        covered = inside[0].start <= content.start + 1 and inside[-1].end >= content.end - 2
        return "direct" if covered else "mixed"

    def _quoted_beside(self, verb: Token, clauses: Sequence[Span]) -> list[Span]:
        """Whole quotations in the verb's sentence, unless one of its clauses has words before them."""
        sentence, own = span_of(sentence_of(verb)), span_of(verb)
        if any(quote.covers(own) for quote in self._quotes):
            return []
        beside = [quote for quote in self._quotes if quote.overlaps(sentence)]
        long = [quote for quote in beside if len(self._words(quote)) >= _FEW_WORDS]
        if any(clause.start < quote.start - 2 and clause.covers(quote) for clause in clauses for quote in long):
            return []
        return long if long and _is_near(verb, long) else []

    def _whole(self, clause: Span) -> Span:
        """The clause up to the end of a quotation that begins in it: no parser ends a clause within one rightly."""
        ends = (quote.end for quote in self._quotes if clause.start < quote.start < clause.end)
        return Span(clause.start, max(clause.end, *ends, clause.end))

    def _continued(self, shown: Sequence[Attribution]) -> Iterator[Attribution]:
        """Quotations without a cue of their own, in the paragraph of one that has: the same source goes on."""
        taken = [each.content for each in shown]
        for quote in self._quotes:
            if any(quote.overlaps(content) for content in taken) or len(self._words(quote)) < _FEW_WORDS:
                continue
            before = [each for each in shown if each.kind == "direct" and each.content.end <= quote.start]
            last = max(before, key=lambda each: each.content.end, default=None)
            if last is not None and "\n" not in self._text[last.content.end : quote.start]:
                yield replace(last, content=quote, rule="attribution.continued")

    def _words(self, span: Span) -> list[Token]:
        return [word for word in words_of(self._doc, span) if not word.is_punct and not word.is_space]

    def _after(self, verb: Token) -> int:
        follows = next((word for word in verb.doc[verb.i + 1 :] if not word.is_punct), verb)
        return int(follows.idx)


def _verb(word: Token) -> frozenset[str]:
    """The verb's lemma, alone and with its particle."""
    lemma, particle = word.lemma_.lower(), particle_of(word)
    return frozenset((lemma, f"{lemma} {particle}")) if particle else frozenset((lemma,))


def _phrase_at(word: Token) -> Words | None:
    """A prepositional cue that begins with the word."""
    ends = ((len(cue.split()), cue) for cue in reporting_cues()["phrase"])
    runs = (word.doc[word.i : word.i + count] for count, cue in ends if cue.startswith(word.lower_))
    return next((run for run in runs if run.text.lower() in reporting_cues()["phrase"]), None)


def _noun_after(phrase: Words) -> Token | None:
    """The head of the noun phrase that follows a preposition."""
    if phrase.end >= len(phrase.doc):
        return None
    word = phrase.doc[phrase.end]
    above = [each for each in (word, *word.ancestors) if each.pos_ in ("NOUN", "PROPN", "PRON") and each.i >= word.i]
    return next((each for each in reversed(above) if phrase_span(each).start <= phrase.end), None)


def _clause_span(clause: Token, cue: Token) -> Span:
    """The clause's words, its conjunction and outer punctuation left out, the cue's own side of the comma only."""
    words = [word for word in _in_order(clause) if not word.is_space]
    words = [word for word in words if word.i > cue.i] if clause.i > cue.i else [w for w in words if w.i < cue.i]
    while words and (words[0].is_punct or (words[0].dep_ == "mark" and words[0].lower_ == "that")):
        words = words[1:]
    while words and words[-1].is_punct:
        words = words[:-1]
    return Span(words[0].idx, _end(words[-1])) if words else span_of(clause)


def _in_order(clause: Token) -> list[Token]:
    """All words under one, as they stand in the text; a tree whose lines cross gives them otherwise."""
    return sorted(clause.subtree, key=lambda word: word.i)


def _relative_content(verb: Token) -> list[Span]:
    """The relative clause that a verb of saying opens: `who he said had backed them`."""
    if verb.dep_ != "acl:relcl":
        return []
    beside = [other for other in verb.head.children if other.dep_ == "acl:relcl" and other.i > verb.i]
    return [_clause_span(other, verb) for other in beside[:1]]


def _host_of_aside(verb: Token) -> list[Span]:
    """The clause that `he said`, set between commas or at its end, belongs to."""
    if verb.dep_ != "parataxis":
        return []
    own = {word.i for word in verb.subtree}
    rest = [word for word in _in_order(verb.head) if word.i not in own and not word.is_punct and not word.is_space]
    return [Span(rest[0].idx, _end(rest[-1]))] if rest else []


def _thing_said(verb: Token) -> list[Span]:
    """What a verb of saying or thinking has for its object: `denied the accusations`."""
    things = [child for child in verb.children if child.dep_ == "obj" and child.pos_ in ("NOUN", "PROPN")]
    is_told = _verb(verb) & reporting_cues()["addressed"]
    return [] if is_told or not agent_of(verb) else [_clause_span(thing, verb) for thing in things]


def _speakers(agent: Token) -> list[Token]:
    """Who made the utterance that is said to say something: `Kim released a statement saying`; else the agent."""
    if agent.lemma_.lower() not in reporting_cues()["noun"] | reporting_cues()["medium"]:
        return [agent]
    makers = agent_of(agent.head) if agent.dep_ == "obj" else []
    return possessor_of(agent) or makers or [agent]


def _outermost(spans: Sequence[Span]) -> list[Span]:
    return [span for span in spans if not any(other != span and other.covers(span) for other in spans)]


def _is_near(verb: Token, quotes: Sequence[Span]) -> bool:
    """Whether the verb's clause touches a quotation: no other finite clause may stand between."""
    sentence = sentence_of(verb)
    between = [word for word in sentence if word.pos_ == "VERB" and _verb(word) & reporting_cues()["content"]]
    outside = [word for word in between if not any(quote.covers(span_of(word)) for quote in quotes)]
    return min(outside, key=lambda word: _distance(word, quotes), default=verb).i == verb.i


def _distance(word: Token, quotes: Sequence[Span]) -> int:
    return min(min(abs(word.idx - quote.end), abs(quote.start - _end(word))) for quote in quotes)


def _head_above(verb: Token, word: Token) -> bool:
    """Whether the word hangs on the verb without another reporting verb between."""
    for each in word.ancestors:
        if each.i == verb.i:
            return True
        if each.pos_ == "VERB" and _verb(each) & (reporting_cues()["content"] | reporting_cues()["quotation"]):
            return False
    return False


def _end(word: Token) -> int:
    return int(word.idx) + len(word)
