"""Quotations without a cue of their own: the same speaker goes on, in the paragraph or over several."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.annotate.attributions.quoted import Quoted
from dateline.model import Attribution, Span

_MARKS = "\"“”„«»'‘’` \n\r\t,."


def continued(shown: Sequence[Attribution], quoted: Quoted) -> Iterator[Attribution]:
    """One for each quotation that follows a direct one of a known speaker; several may follow each other."""
    said = [each for each in shown if each.kind == "direct" and each.source is not None]
    for quote in quoted.quotes:
        if any(quote.overlaps(each.content) for each in shown) or not quoted.is_long(quote):
            continue
        before = [each for each in said if each.content.end <= quote.start]
        last = max(before, key=lambda each: each.content.end, default=None)
        if last is not None and (rule := _goes_on(quoted.doc.text, last, quote)):
            found = replace(last, content=quote, kind="direct", rule=rule)
            said.append(found)
            yield found


def _goes_on(text: str, last: Attribution, quote: Span) -> str | None:
    """In the same paragraph whatever stands between; in the next one, where it holds the quotation alone."""
    done = max(last.content.end, last.cue.end if last.cue else 0, last.source.end if last.source else 0)
    between = text[last.content.end : quote.start]
    if "\n" not in between:
        return "attribution.continued"
    if not text[min(done, quote.start) : quote.start].strip(_MARKS) and _ends_paragraph(text, quote):
        return "attribution.free-standing"
    return None


def _ends_paragraph(text: str, quote: Span) -> bool:
    """Whether nothing follows the quotation in its paragraph."""
    end = text.find("\n", quote.end)
    return not text[quote.end : end if end >= 0 else len(text)].strip(_MARKS)
