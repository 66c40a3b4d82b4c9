"""Times: expressions of date and duration, as the days they cover, anchored at publication."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from re import Match
from typing import Any, cast

from spacy.tokens import Doc, Token

from dateline.knowledge.calendar import Days, around, month_of, nearest_year, shifted
from dateline.knowledge.times import TimeRule, time_rules, time_words
from dateline.model import Anchor, Document, Granularity, Span, Timex
from dateline.nlp.spans import words_of
from dateline.nlp.syntax import has_infinitive_marker, tense_of

_LAST_NIGHT = -1


@dataclass(frozen=True, slots=True)
class TimeAnnotator:
    """Time expressions with the days they cover; without a publication date relative ones stay open."""

    needs: tuple[str, ...] = ("sections", "parse")
    gives: str = "times"

    def __call__(self, document: Document) -> Document:
        found: list[Timex] = []
        for rule, match in _matches(document.text, document.parse):
            found.append(_timex(rule, match, document, found))
        return replace(document, times=tuple(found))


@dataclass(frozen=True, slots=True)
class _Context:
    """From where to count: the day of publication, the last time in the text, and whether the clause looks ahead."""

    today: date | None
    before: Days | None
    future: bool


@dataclass(frozen=True, slots=True)
class _Value:
    """The days of an expression, or None where it stays relative."""

    days: Days | None
    granularity: Granularity
    anchor: Anchor


Groups = Mapping[str, Any]


def _matches(text: str, parse: Doc | None) -> list[tuple[TimeRule, Match[str]]]:
    """Matches that do not overlap, in order of the text: the longest first, then the earlier rule's."""
    every = [(rule, match) for rule in time_rules() for match in rule.pattern.finditer(text)]
    kept: list[tuple[TimeRule, Match[str]]] = []
    for rule, match in sorted(every, key=lambda found: found[1].start() - found[1].end()):
        apart = all(match.end() <= other.start() or other.end() <= match.start() for _, other in kept)
        if apart and _is_cased(rule, match) and not (parse and _in_name(parse, match)):
            kept.append((rule, match))
    return sorted(kept, key=lambda found: found[1].start())


def _is_cased(rule: TimeRule, match: Match[str]) -> bool:
    return rule.cased is None or match.group(rule.cased)[0].isupper()


def _in_name(parse: Doc, match: Match[str]) -> bool:
    """Whether the words belong to a person or an organisation: `Theresa May`, `the Sunday Times`."""
    words = words_of(parse, Span(match.start(), match.end()))
    return any(word.ent_type_ in ("PER", "ORG") for word in words)


def _timex(rule: TimeRule, match: Match[str], document: Document, found: Sequence[Timex]) -> Timex:
    context = _Context(document.publication.published, _last_days(found), _looks_ahead(document.parse, match))
    try:
        value = _VALUES[rule.value](_groups(match), context)
    except (ValueError, OverflowError):  # 31 June, or a year out of reach: words of time without a day
        value = _Value(None, "day", "none")
    start, end = value.days or (None, None)
    anchor = value.anchor if value.days else "none"
    return Timex(Span(match.start(), match.end()), start, end, value.granularity, rule.id, anchor)


def _last_days(found: Iterable[Timex]) -> Days | None:
    days = [(timex.start, timex.end) for timex in found if timex.start and timex.end]
    return days[-1] if days else None


def _groups(match: Match[str]) -> Groups:
    """The groups that matched, words replaced by what they stand for."""
    words = time_words()
    groups: dict[str, Any] = {}
    for name, written in match.groupdict().items():
        if written is not None:
            plain = written.lower()
            groups[name] = words[name][plain] if name in words else int(plain) if plain.isdigit() else plain
    groups.setdefault("month", groups.pop("monthnumber", None))
    return groups


def _looks_ahead(parse: Doc | None, match: Match[str]) -> bool:
    """Whether the clause around the words is future or an infinitive."""
    words = words_of(parse, Span(match.start(), match.end())) if parse is not None else None
    if not words:
        return False
    verb = next((each for each in (words[0], *words[0].ancestors) if each.pos_ == "VERB"), None)
    return verb is not None and _is_future(verb)


def _is_future(verb: Token) -> bool:
    return tense_of(verb) == "future" or has_infinitive_marker(verb)


def _date(groups: Groups, context: _Context) -> _Value:
    """A day and month; without a year, the nearest that fits."""
    if "year" in groups:
        day = date(groups["year"], groups["month"], groups["day"])
        return _Value((day, day), "day", "text")
    if context.today is None:
        return _Value(None, "day", "none")
    year = nearest_year(context.today, groups["month"], groups["day"], context.future)
    day = date(year, groups["month"], groups["day"])
    return _Value((day, day), "day", "publication")


def _month(groups: Groups, context: _Context) -> _Value:
    if "year" in groups:
        return _Value(month_of(groups["year"], groups["month"]), "month", "text")
    if context.today is None:
        return _Value(None, "month", "none")
    month = groups["month"]
    number = month if isinstance(month, int) else time_words()["month"][str(month).lower()]
    ahead = context.future or number > context.today.month
    year = context.today.year if ahead and number >= context.today.month else context.today.year + int(ahead)
    past = number > context.today.month + 4 and not context.future
    return _Value(month_of(year - int(past), number), "month", "publication")


def _shifted_month(groups: Groups, context: _Context) -> _Value:
    """`last October` is the latest before this month, `next June` the first after it."""
    if context.today is None:
        return _Value(None, "month", "none")
    month, shift, today = groups["month"], groups["shift"], context.today
    later = {-1: -int(month >= today.month), 0: 0, 1: int(month <= today.month)}[shift]
    return _Value(month_of(today.year + later, month), "month", "publication")


def _weekday(groups: Groups, context: _Context) -> _Value:
    """The last such day up to publication; the next where the clause or `next` looks ahead."""
    if context.today is None:
        return _Value(None, "day", "none")
    today, shift = context.today, groups.get("shift")
    back = (today.weekday() - groups["weekday"]) % 7
    if shift == 1 or (context.future and shift != -1):
        day = today + timedelta(days=(-back) % 7 or 7 * int(shift == 1))
    else:
        day = today - timedelta(days=back or 7 * int(shift == -1))
    return _Value((day, day), "day", "publication")


def _nearby(groups: Groups, context: _Context) -> _Value:
    if context.today is None:
        return _Value(None, "day", "none")
    step = _LAST_NIGHT if "lastnight" in groups else groups.get("nearby", 0)
    day = context.today + timedelta(days=step)
    return _Value((day, day), "day", "publication")


def _shifted_unit(groups: Groups, context: _Context) -> _Value:
    unit = cast(Granularity, groups["unit"])
    if context.today is None:
        return _Value(None, unit, "none")
    return _Value(around(shifted(context.today, unit, groups["shift"]), unit), unit, "publication")


def _weekend(groups: Groups, context: _Context) -> _Value:
    """Saturday and Sunday: the last ones begun, or those of the week meant."""
    if context.today is None:
        return _Value(None, "day", "none")
    shift, today = groups.get("shift"), context.today
    back = (today.weekday() - 5) % 7
    ahead = shift == 1 or shift == 0 or context.future
    saturday = today + timedelta(days=(-back) % 7) if ahead else today - timedelta(days=back)
    return _Value((saturday, saturday + timedelta(days=1)), "day", "publication")


def _season(groups: Groups, context: _Context) -> _Value:
    """Three months; `last` is the latest that is over, `this` the one of this year."""
    if context.today is None:
        return _Value(None, "quarter", "none")
    for year in (context.today.year + 1, context.today.year, context.today.year - 1, context.today.year - 2):
        start = date(year, groups["season"], 1)
        end = shifted(start, "quarter", 1) - timedelta(days=1)
        fits = {-1: end < context.today, 0: start.year <= context.today.year, 1: start > context.today}
        if fits[groups["shift"]]:
            return _Value((start, end), "quarter", "publication")
    return _Value(None, "quarter", "none")


def _ago(groups: Groups, context: _Context) -> _Value:
    unit = cast(Granularity, groups["unit"])
    if context.today is None:
        return _Value(None, unit, "none")
    return _Value(around(shifted(context.today, unit, -_count(groups)), unit), unit, "publication")


def _span(groups: Groups, context: _Context) -> _Value:
    """The days up to publication, or from the day after it on."""
    unit = cast(Granularity, groups["unit"])
    if context.today is None:
        return _Value(None, unit, "none")
    one = timedelta(days=1)
    if groups["shift"] in (1, "next", "coming"):
        return _Value((context.today + one, shifted(context.today, unit, _count(groups))), unit, "publication")
    return _Value((shifted(context.today, unit, -_count(groups)) + one, context.today), unit, "publication")


def _from_text(groups: Groups, context: _Context) -> _Value:
    """Counted from the time before it in the text."""
    unit = cast(Granularity, groups.get("unit", "day"))
    if context.before is None:
        return _Value(None, unit, "none")
    step = -1 if "previous" in groups.values() or groups.get("around") == "before" else 1
    count = _count(groups) * groups["direction"] if "direction" in groups else step
    return _Value(around(shifted(context.before[0], unit, count), unit), unit, "text")


def _quarter(groups: Groups, context: _Context) -> _Value:
    year = groups.get("year") or (context.today.year if context.today else None)
    if year is None:
        return _Value(None, "quarter", "none")
    first = date(year, groups["ordinal"] * 3 - 2, 1)
    return _Value(around(first, "quarter"), "quarter", "text" if "year" in groups else "publication")


def _year(groups: Groups, context: _Context) -> _Value:
    return _Value(around(date(groups["year"], 1, 1), "year"), "year", "text")


def _decade(groups: Groups, context: _Context) -> _Value:
    return _Value(around(date(groups["decade"], 1, 1), "decade"), "decade", "text")


def _count(groups: Groups) -> int:
    return int(groups["number"] if "number" in groups else groups["count"])


_VALUES: Mapping[str, Callable[[Groups, _Context], _Value]] = {
    "date": _date,
    "month": _month,
    "shifted-month": _shifted_month,
    "weekday": _weekday,
    "nearby": _nearby,
    "shifted-unit": _shifted_unit,
    "weekend": _weekend,
    "season": _season,
    "ago": _ago,
    "span": _span,
    "from-text": _from_text,
    "quarter": _quarter,
    "year": _year,
    "decade": _decade,
}
