"""Quotation marks: what they hold, which of it stands beside a verb, and what they make of a content."""

from collections.abc import Sequence
from typing import Literal

from spacy.tokens import Doc, Token

from dateline.annotate.attributions.cues import is_reporting
from dateline.model import Attribution, Span
from dateline.nlp.quotations import quotations
from dateline.nlp.spans import span_of, words_of
from dateline.nlp.syntax import sentence_of

Kind = Literal["direct", "indirect", "mixed"]
_GOES_ON = frozenset(",?!—–'")
FEW_WORDS = 4
"""A quotation shorter than this is words within a clause, not something said on its own."""


class Quoted:
    """A parse with its quotations."""

    def __init__(self, doc: Doc, text: str) -> None:
        self.doc, self.text, self.quotes = doc, text, quotations(text)
        self._lengths = {quote: len(self._words(quote)) for quote in self.quotes}

    def is_long(self, quote: Span) -> bool:
        """Whether it says something on its own."""
        return self._lengths[quote] >= FEW_WORDS

    def kind_of(self, content: Span) -> Kind:
        """Direct where a quotation fills the content, mixed where it fills a part."""
        inside = [quote for quote in self.quotes if quote.overlaps(content)]
        if not inside:
            return "indirect"
        covered = inside[0].start <= content.start + 1 and inside[-1].end >= content.end - 2
        return "direct" if covered else "mixed"

    def beside(self, verb: Token, clauses: Sequence[Span]) -> list[Span]:
        """Whole quotations in the verb's sentence, unless one of its clauses has words before them."""
        if not self.quotes:
            return []
        sentence, own = span_of(sentence_of(verb)), span_of(verb)
        if any(quote.covers(own) for quote in self.quotes):
            return []
        sentence = self._with_quotation_before(sentence)
        long = [quote for quote in self.quotes if quote.overlaps(sentence) and self.is_long(quote)]
        if any(clause.start < quote.start - 2 and clause.covers(quote) for clause in clauses for quote in long):
            return []
        return long if long and _is_nearest(verb, long) else []

    def whole(self, clause: Span) -> Span:
        """The clause up to the end of a quotation that begins in it: no parser ends a clause within one rightly."""
        ends = (quote.end for quote in self.quotes if clause.start < quote.start < clause.end)
        return Span(clause.start, max(clause.end, *ends, clause.end))

    def _with_quotation_before(self, sentence: Span) -> Span:
        """The sentence with a quotation that ends in a comma, where the parser has parted them."""
        text = self.text
        before = text[max(sentence.start - 4, 0) : sentence.start].strip(" ")
        touches = [quote for quote in self.quotes if 0 <= sentence.start - quote.end <= 4] if before else []
        return Span(touches[-1].end - 1, sentence.end) if touches and before[-2:-1] in _GOES_ON else sentence

    def _words(self, span: Span) -> list[Token]:
        return [word for word in words_of(self.doc, span) if not word.is_punct and not word.is_space]


def is_taken(quote: Span, shown: Sequence[Attribution]) -> bool:
    """Whether a content holds it; voices heard within the quotation hold none of it."""
    return any(quote.overlaps(each.content) and not (each.cue and quote.covers(each.cue)) for each in shown)


def _is_nearest(verb: Token, quotes: Sequence[Span]) -> bool:
    """Whether the verb's clause touches a quotation: no other verb of saying may stand nearer."""
    between = [word for word in sentence_of(verb) if is_reporting(word)]
    outside = [word for word in between if not any(quote.covers(span_of(word)) for quote in quotes)]
    return min(outside, key=lambda word: _distance(word, quotes), default=verb).i == verb.i


def _distance(word: Token, quotes: Sequence[Span]) -> int:
    end = word.idx + len(word)
    return min(min(abs(word.idx - quote.end), abs(quote.start - end)) for quote in quotes)
