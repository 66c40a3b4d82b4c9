"""Words of paragraphs, and the windows of a few sentences in which the network reads them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.model import Span
from dateline.nlp.tokenizer import tokenizer

LONGEST = 110
"""Words in a window, as in training; a longer paragraph is cut, if possible where a sentence seems to end."""

_STOPS = frozenset({".", "!", "?", "…", ".”", '."'})
_CLOSERS = frozenset({'"', "”", "’", "'", ")", "''", "»"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word, where it starts in the document's text, and whether white space stands before it."""

    text: str
    start: int
    space_before: bool

    @property
    def end(self) -> int:
        """Where the word ends in the document's text."""
        return self.start + len(self.text)


def words_of(text: str, paragraph: Span) -> list[Word]:
    """The words of one paragraph, white space left out."""
    words = []
    for token in tokenizer()(paragraph.of(text)):
        if not token.is_space:
            start = paragraph.start + token.idx
            words.append(Word(token.text, start, start == 0 or text[start - 1].isspace()))
    return words


def windows_of(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The paragraph in windows of at most `LONGEST` words, the last cut at a likely sentence end."""
    start = 0
    while len(words) - start > LONGEST:
        end = _last_stop(words, start) or start + LONGEST
        yield words[start:end]
        start = end
    if start < len(words):
        yield words[start:]


def _last_stop(words: Sequence[Word], start: int) -> int | None:
    """The latest place within reach where a stop is followed by a word that may begin a sentence."""
    for end in range(start + LONGEST, start, -1):
        before = end - 1
        while before > start and words[before].text in _CLOSERS:
            before -= 1
        if words[before].text in _STOPS and words[end].space_before and not words[end].text[0].islower():
            return end
    return None


def all_windows(text: str, paragraphs: Iterable[Span]) -> Iterator[Sequence[Word]]:
    """Windows of all paragraphs of a text, in order."""
    for paragraph in paragraphs:
        yield from windows_of(words_of(text, paragraph))
