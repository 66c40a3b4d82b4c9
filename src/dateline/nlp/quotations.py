"""What stands between quotation marks."""

import re
from collections.abc import Iterator

from dateline.model import Span

_MARK = re.compile(r"''|``|[\"“”„«»]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_OPENING, _CLOSING = "“„«", "”»"
_PARAGRAPH = re.compile(r"[^\n]+")


def quotations(text: str) -> tuple[Span, ...]:
    """Quoted stretches without their marks, in order; one left open runs to its paragraph's end."""
    return tuple(
        quoted
        for paragraph in _PARAGRAPH.finditer(text)
        for quoted in _quoted(text, Span(paragraph.start(), paragraph.end()))
    )


def _quoted(text: str, paragraph: Span) -> Iterator[Span]:
    """Double marks pair first; single ones count only where the paragraph has no double ones."""
    marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    double = [mark for mark in marks if mark.group() not in "‘’'"]
    single = [] if double else _paired_singles([mark for mark in marks if mark.group() in "‘’'"])
    start: int | None = None
    for mark in double or single:
        if start is None and mark.group() not in _CLOSING:
            start = mark.end()
        elif start is not None and mark.group() not in _OPENING:
            yield Span(start, mark.start())
            start = None
    if start is not None and double:
        yield Span(start, paragraph.end)


def _paired_singles(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """Single marks that open and close in turn; stray apostrophes drop out."""
    paired: list[re.Match[str]] = []
    for mark in marks:
        opens = mark.group() == "‘" or (mark.group() == "'" and not _follows_word(mark))
        if opens != (len(paired) % 2 == 1):
            paired.append(mark)
    return paired[: len(paired) - len(paired) % 2]


def _follows_word(mark: re.Match[str]) -> bool:
    return mark.start() > 0 and not mark.string[mark.start() - 1].isspace()
