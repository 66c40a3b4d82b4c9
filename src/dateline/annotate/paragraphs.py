"""Paragraphs: stretches between blank lines, or single lines where the lines are not merely wrapped."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.model import Span

WIDEST = 100
"""Characters: no one wraps lines wider than this by hand."""

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*$")


def paragraphs_of(text: str) -> Iterator[Span]:
    """The paragraphs of a text in order, without surrounding white space."""
    for block in _blocks(text):
        yield from _unwrapped(text, block) if _is_wrapped(text, block) else block


def _blocks(text: str) -> Iterator[list[Span]]:
    """Neighbouring lines; a blank line parts them."""
    block: list[Span] = []
    for line in _lines(text):
        if block and _is_blank_between(text, block[-1], line):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words)
            yield Span(start, start + len(words))


def _is_blank_between(text: str, line: Span, following: Span) -> bool:
    return len(text[line.end : following.start].replace("\r\n", "\n").translate(_BREAKS).split("\n")) > 2


_BREAKS = str.maketrans(dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n"))


def _is_wrapped(text: str, block: Sequence[Span]) -> bool:
    """Whether breaks fall where lines are full: then most of them stand within a sentence."""
    if max(map(len, block)) > WIDEST:
        return False
    within = sum(not _SENTENCE_END.search(line.of(text)) for line in block[:-1])
    return 2 * within > len(block) - 1


def _unwrapped(text: str, block: Sequence[Span]) -> Iterator[Span]:
    """Lines joined wherever the next word would not have fitted on the line, or begins in lower case."""
    width = max(map(len, block))
    start = block[0].start
    for line, following in pairwise(block):
        word = following.of(text).split(maxsplit=1)[0]
        if len(line) + 1 + len(word) <= width and not word[0].islower():
            yield Span(start, line.end)
            start = following.start
    yield Span(start, block[-1].end)
