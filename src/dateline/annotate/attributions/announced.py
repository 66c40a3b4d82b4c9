"""Quotations that a colon announces: after a sentence of any verb, or after a name that opens the line."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from dateline.annotate.attributions.quoted import Quoted, is_taken
from dateline.annotate.attributions.sources import phrase_of
from dateline.model import Attribution, Span
from dateline.nlp.spans import span_of, words_of
from dateline.nlp.syntax import agent_of

_SPEAKER = re.compile(r"^[^\S\n]*((?:[A-Z][\w.'’-]*[^\S\n]?){1,5}):[^\S\n]+(\S.*?)[^\S\n]*$", re.MULTILINE)
_MARKS = "\"“”„«»'‘’` \n\r\t"
_PREDICATES = frozenset({"VERB", "AUX"})


def announced(shown: Sequence[Attribution], quoted: Quoted) -> Iterator[Attribution]:
    """One for each quotation after a colon, and each line after a speaker's name, whose words nobody has yet."""
    yield from _after_sentences(shown, quoted)
    yield from _after_names(shown, quoted)


def _after_sentences(shown: Sequence[Attribution], quoted: Quoted) -> Iterator[Attribution]:
    text = quoted.text
    for quote in quoted.quotes:
        before = text[: quote.start].rstrip(_MARKS)
        if not before.endswith(":") or not quoted.is_long(quote) or is_taken(quote, shown):
            continue
        verb = words_of(quoted.doc, Span(len(before) - 1, len(before)))[0].sent.root
        sources = agent_of(verb) if verb.pos_ in _PREDICATES and not quote.covers(span_of(verb)) else []
        for source in sources:
            said = phrase_of(source, verb)
            yield Attribution(said, span_of(verb), quote, "direct", "attribution.announced", span_of(source))


def _after_names(shown: Sequence[Attribution], quoted: Quoted) -> Iterator[Attribution]:
    for line in _SPEAKER.finditer(quoted.text):
        content = _without_marks(quoted.text, Span(*line.span(2)))
        name = words_of(quoted.doc, Span(*line.span(1)))
        if not _is_named(quoted.doc, name.start, name.end) or len(content) == 0 or is_taken(content, shown):
            continue
        kind = quoted.kind_of(content)
        yield Attribution(Span(*line.span(1)), None, content, kind, "attribution.named", span_of(name.root))


def _is_named(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are the name of somebody who can speak."""
    return end > start and all(word.ent_type_ in ("PER", "ORG") for word in doc[end - 1 : end])


def _without_marks(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_MARKS))
    return Span(start, max(start, span.start + len(words.rstrip(_MARKS))))
