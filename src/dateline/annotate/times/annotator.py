"""The times layer: matches in order of the text, each read with what stands before it."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from re import Match
from typing import Any

from dateline.annotate.times.direction import direction_of
from dateline.annotate.times.matching import Found, matches
from dateline.annotate.times.offsets import days_of, offset_of
from dateline.annotate.times.reading import Context, Groups, Reading
from dateline.annotate.times.values import ON_A_DAY, VALUES
from dateline.knowledge.calendar import Days
from dateline.knowledge.times import TimeRule, time_words
from dateline.model import Anchor, Document, Section, Span, Timex

OLDEST_DATELINE = timedelta(days=7)
"""How long before publication a dateline's day may lie to be the article's own."""
_FIRST_SECTIONS = 3
"""Among these a line with nothing but a date says when the article was written."""
_NEAR = 250
"""Characters that stand for a sentence or two where nothing was parsed."""


@dataclass(frozen=True, slots=True)
class TimeAnnotator:
    """Time expressions with values and days; without a date of publication or of the dateline, relative ones stay open."""

    needs: tuple[str, ...] = ("sections", "parse")
    gives: str = "times"

    def __call__(self, document: Document) -> Document:
        return replace(document, times=_Reader(document).read())


class _Reader:
    """Reads the expressions of one document; `today` changes when a dateline tells its day."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._sections: Sequence[Section] = document.sections or ()
        self._today = document.publication.published
        self._anchor: Anchor = "publication"
        self._found: list[Timex] = []
        parse = document.parse
        self._sentences = [sentence.start_char for sentence in parse.sents] if parse is not None else []

    def read(self) -> tuple[Timex, ...]:
        """Times of day come last, since they ask for the day of the words around them."""
        every = matches(self._document.text, self._document.parse, self._sections)
        for rule, match in (*self._of_day(every, False), *self._of_day(every, True)):
            timex = self._timex(rule, match)
            self._found.append(timex)
            self._begin_at(timex)
        return tuple(sorted(self._found, key=lambda timex: timex.span))

    @staticmethod
    def _of_day(every: Sequence[Found], wanted: bool) -> list[Found]:
        return [(rule, match) for rule, match in every if (rule.value in ON_A_DAY) is wanted]

    def _timex(self, rule: TimeRule, match: Match[str]) -> Timex:
        span = Span(match.start(), match.end())
        reading = _read(rule, match, self._context(span))
        start, end = reading.days or (None, None)
        timex = Timex(span, start, end, reading.granularity, rule.id, reading.anchor, reading.value, reading.kind)
        return self._counted(timex, reading.length) if reading.length else timex

    def _counted(self, timex: Timex, length: str) -> Timex:
        """A length with the event it is counted from, and the day that this comes to."""
        offset = offset_of(self._document.parse, timex.span, length)
        if offset is None or self._document.parse is None:
            return timex
        start, end = days_of(self._document.parse, offset, self._found) or (None, None)
        return replace(timex, offset=offset, anchor="event", start=start, end=end)

    def _context(self, span: Span) -> Context:
        before = self._before(span)
        return Context(
            today=self._today,
            anchor=self._anchor,
            before=_days(before) if before else None,
            is_near=before is not None and self._is_near(before.span, span),
            beside=self._beside(span),
            direction=direction_of(self._document.parse, span, in_headline=self._kind_at(span) == "headline"),
        )

    def _before(self, span: Span) -> Timex | None:
        """The last time told before, other than in the dateline."""
        told = (
            timex for timex in self._found
            if _days(timex) and timex.kind in ("date", "time") and timex.span.end <= span.start
            and self._kind_at(timex.span) not in ("dateline", "headline") and not self._is_line(timex.span)
        )  # fmt: skip
        return max(told, key=lambda timex: timex.span, default=None)

    def _beside(self, span: Span) -> date | None:
        """The nearest day in the same sentence."""
        here = [
            timex for timex in self._found
            if timex.start and timex.start == timex.end and self._sentences_between(timex.span, span) == 0
        ]  # fmt: skip
        nearest = min(here, key=lambda timex: abs(timex.span.start - span.start), default=None)
        return nearest.start if nearest else None

    def _is_near(self, before: Span, span: Span) -> bool:
        return self._sentences_between(before, span) <= 1

    def _sentences_between(self, one: Span, other: Span) -> int:
        first, last = sorted((one.start, other.start))
        if not self._sentences:
            return int(last - first > _NEAR)
        return bisect_right(self._sentences, last) - bisect_right(self._sentences, first)

    def _kind_at(self, span: Span) -> str | None:
        return next((section.kind for section in self._sections if section.span.overlaps(span)), None)

    def _is_line(self, span: Span) -> bool:
        """Whether a paragraph at the top is this date and nothing else."""
        return any(section.span == span for section in self._sections[:_FIRST_SECTIONS])

    def _begin_at(self, timex: Timex) -> None:
        """Takes the day of a dateline, or of a line with a date alone, for today."""
        tells = self._kind_at(timex.span) == "dateline" or self._is_line(timex.span)
        if not tells or timex.start is None or timex.start != timex.end or timex.kind != "date":
            return
        published = self._document.publication.published
        if published is None or timedelta(0) < published - timex.start <= OLDEST_DATELINE:
            self._today, self._anchor = timex.start, "dateline"


def _read(rule: TimeRule, match: Match[str], context: Context) -> Reading:
    try:
        return VALUES[rule.value](_groups(match), context)
    except (ValueError, OverflowError):  # 31 June, or a year out of reach: words of time without a day
        return Reading(None)


def _groups(match: Match[str]) -> Groups:
    """The groups that matched, words replaced by what they stand for."""
    words = time_words()
    matched = ((name.partition("_")[0], written) for name, written in match.groupdict().items() if written)
    found = {name: " ".join(written.lower().split()) for name, written in matched}
    return {name: _meaning(name, written, words) for name, written in found.items()}


def _meaning(name: str, written: str, words: Mapping[str, Mapping[str, Any]]) -> Any:
    if name in words:
        return words[name][written]
    return int(written) if written.isdigit() else written


def _days(timex: Timex) -> Days | None:
    return (timex.start, timex.end) if timex.start and timex.end else None
