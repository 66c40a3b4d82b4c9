"""Quotations without a cue of their own: the same speaker goes on, in the paragraph or over several."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.annotate.attributions.quoted import Quoted, is_taken
from dateline.model import Attribution, Span

_MARKS = "\"“”„«»'‘’` \n\r\t,."
_CLOSING = frozenset("\"”»'’")


def continued(shown: Sequence[Attribution], quoted: Quoted) -> Iterator[Attribution]:
    """One for each quotation that goes on after, or is finished by, a direct one of a known speaker."""
    said = [each for each in shown if each.kind == "direct" and each.source is not None]
    loose = [quote for quote in quoted.quotes if not is_taken(quote, shown) and _stands_alone(quote, quoted)]
    for quote in loose:
        before = [each for each in said if each.content.end <= quote.start]
        last = max(before, key=lambda each: each.content.end, default=None)
        if last is not None and (rule := _goes_on(quoted.text, last, quote)):
            said.append(replace(last, content=quote, kind="direct", rule=rule))
            yield said[-1]
    for quote in reversed(loose):
        after = [each for each in said if each.content.start >= quote.end]
        ended = min(after, key=lambda each: each.content.start, default=None)
        if ended is not None and _is_left_open(quoted.text, quote, ended.content):
            said.append(replace(ended, content=quote, kind="direct", rule="attribution.continued"))
            yield said[-1]


def _stands_alone(quote: Span, quoted: Quoted) -> bool:
    """Whether it is long enough to say something, or a sentence of its own."""
    words = quote.of(quoted.text).strip()
    return quoted.is_long(quote) or (words[:1].isupper() and words[-1:] in (".", "!", "?"))


def _goes_on(text: str, last: Attribution, quote: Span) -> str | None:
    """In the same paragraph whatever stands between; in the next one, where it holds the quotation alone."""
    done = max(last.content.end, last.cue.end if last.cue else 0, last.source.end if last.source else 0)
    if "\n" not in text[last.content.end : quote.start]:
        return "attribution.continued"
    if not text[min(done, quote.start) : quote.start].strip(_MARKS) and _ends_paragraph(text, quote):
        return "attribution.free-standing"
    return None


def _is_left_open(text: str, quote: Span, following: Span) -> bool:
    """Whether no mark closes it before the paragraph ends and the next one opens the quotation again."""
    between = text[quote.end : following.start]
    return "\n" in between and not between.strip(_MARKS) and not _CLOSING & set(between[: between.index("\n")])


def _ends_paragraph(text: str, quote: Span) -> bool:
    """Whether nothing follows the quotation in its paragraph."""
    end = text.find("\n", quote.end)
    return not text[quote.end : end if end >= 0 else len(text)].strip(_MARKS)
