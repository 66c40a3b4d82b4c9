"""Between spaCy's tokens and this project's spans."""

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from dateline.model import Span


def span_of(words: Token | Words) -> Span:
    """Where a token or a run of tokens stands in the text."""
    if isinstance(words, Token):
        return Span(words.idx, words.idx + len(words))
    return Span(words.start_char, words.end_char)


def words_of(doc: Doc, span: Span) -> Words:
    """The tokens that a span touches; empty where it touches none."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    return words if words is not None else doc[0:0]


def head_of(doc: Doc, span: Span) -> Token:
    """The token that governs a span's words; ValueError where it has none."""
    words = words_of(doc, span)
    if not len(words):
        raise ValueError(f"no word between {span.start} and {span.end}")
    return words.root


def before(word: Token, count: int = 3) -> list[str]:
    """The words just before one, in its sentence."""
    return [each.text for each in word.doc[max(word.sent.start, word.i - count) : word.i]]
