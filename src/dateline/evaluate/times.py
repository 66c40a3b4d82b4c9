"""Scores time expressions against the articles of MEANTIME, as TempEval-3 does: words exactly, words, and values.

Only the first sentences of an article have marks, so nothing counts after the last sentence that has one of any kind.
The line with the article's own date ("creation time") says when it was published: it is taken as the date of
publication, and neither its mark nor what is found in it counts, unless `with_own_date` asks for it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

from dateline.errors import BadRecord, UnreadableFile
from dateline.evaluate.typesetting import typeset
from dateline.model import Document, Publication, Span, Timex

_OWN_DATE = "CREATION_TIME"
_HEADLINE = 0


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A marked expression with its TimeML value; `is_own_date` where it says when the article was published."""

    span: Span
    value: str
    is_own_date: bool


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its marked expressions; none was looked for after `end`."""

    document: Document
    times: tuple[GoldTime, ...]
    end: int


@dataclass(frozen=True, slots=True)
class Timing:
    """How the expressions of some articles fared; the counts are of expressions."""

    articles: int
    gold: int
    found: int
    strict: int
    relaxed: int
    value: int

    @property
    def strict_f1(self) -> float:
        """Found with just these words."""
        return _f1(self.strict, self)

    @property
    def relaxed_f1(self) -> float:
        """Found with some of these words."""
        return _f1(self.relaxed, self)

    @property
    def value_f1(self) -> float:
        """Found with some of these words, and with the same value."""
        return _f1(self.value, self)


def timing_of(pairs: Sequence[tuple[GoldArticle, Document]], *, with_own_date: bool = False) -> Timing:
    """The score of coded articles with their gold."""
    counts = [0, 0, 0, 0, 0]
    for article, document in pairs:
        gold, found = _scored(article, document, with_own_date=with_own_date)
        matched = _matched(gold, found)
        strict = sum(one.span == other.span for one, other in matched)
        value = sum(one.value == other.value for one, other in matched)
        one = (len(gold), len(found), strict, len(matched), value)
        counts = [total + count for total, count in zip(counts, one, strict=True)]
    return Timing(len(pairs), *counts)


def read_meantime(folder: Path) -> Iterator[GoldArticle]:
    """The articles below a folder in order of their paths; UnreadableFile where there is none, BadRecord."""
    paths = sorted(folder.rglob("*.xml"))
    if not paths:
        raise UnreadableFile(folder, "no article (*.xml) in it")
    return map(_article, paths)


def _article(path: Path) -> GoldArticle:
    try:
        root = ElementTree.parse(path).getroot()
        sentences = _sentences(root)
        text, spans, ends = _text(sentences)
        marks = [_mark(mark, spans) for mark in root.iter("TIMEX3") if mark.find("token_anchor") is not None]
        numbers = {id: number for number, sentence in sentences.items() for id, _ in sentence}
        last = max((numbers[anchor.attrib["t_id"]] for anchor in root.iter("token_anchor")), default=_HEADLINE)
        published = next((_day(mark, text) for mark in marks if mark.is_own_date), None)
    except OSError as error:
        raise UnreadableFile(path, error.strerror or str(error)) from error
    except (ElementTree.ParseError, KeyError, ValueError) as error:
        raise BadRecord(path, f"no article of MEANTIME: {error!r}") from error
    document = Document(f"{path.parent.name}/{path.stem}", text, Publication(published=published))
    return GoldArticle(document, tuple(marks), ends[last])


def _sentences(root: ElementTree.Element) -> dict[int, list[tuple[str, str]]]:
    """The tokens of each sentence, with their ids."""
    sentences: dict[int, list[tuple[str, str]]] = {}
    for token in root.iter("token"):
        sentences.setdefault(int(token.attrib["sentence"]), []).append((token.attrib["t_id"], token.text or ""))
    return sentences


def _text(sentences: Mapping[int, Sequence[tuple[str, str]]]) -> tuple[str, dict[str, Span], dict[int, int]]:
    """The text, where each token stands, and where each sentence ends; headline and date are paragraphs of their own."""
    text = ""
    spans: dict[str, Span] = {}
    ends: dict[int, int] = {}
    for number, sentence in sentences.items():
        text += ("\n\n" if number <= _HEADLINE + 2 else " ") if text else ""
        written, starts = typeset([word for _, word in sentence])
        for (id, word), start in zip(sentence, starts, strict=True):
            spans[id] = Span(len(text) + start, len(text) + start + len(word))
        text += written
        ends[number] = len(text)
    return text, spans, ends


def _mark(mark: ElementTree.Element, spans: Mapping[str, Span]) -> GoldTime:
    words = [spans[anchor.attrib["t_id"]] for anchor in mark.iter("token_anchor")]
    span = Span(min(word.start for word in words), max(word.end for word in words))
    return GoldTime(span, mark.attrib["value"], mark.attrib["functionInDocument"] == _OWN_DATE)


def _day(mark: GoldTime, text: str) -> date:
    """The day that a mark is of: by its value, else by its words, since one value is not ISO."""
    try:
        return date.fromisoformat(mark.value[:10])
    except ValueError:
        return datetime.strptime(mark.span.of(text), "%B %d, %Y").date()


def _scored(article: GoldArticle, document: Document, *, with_own_date: bool) -> tuple[list[GoldTime], list[Timex]]:
    own = [] if with_own_date else [mark.span for mark in article.times if mark.is_own_date]
    gold = [mark for mark in article.times if mark.span not in own]
    found = [timex for timex in document.times or () if timex.span.end <= article.end]
    return gold, [timex for timex in found if not any(timex.span.overlaps(span) for span in own)]


def _matched(gold: Iterable[GoldTime], found: Iterable[Timex]) -> list[tuple[GoldTime, Timex]]:
    """Pairs that share words, those that share most first; each expression is in one pair at most."""
    every = [(one, other) for one in gold for other in found if one.span.overlaps(other.span)]
    every.sort(key=lambda pair: _shared(pair[0].span, pair[1].span), reverse=True)
    kept: list[tuple[GoldTime, Timex]] = []
    for one, other in every:
        if not any(one is first or other is second for first, second in kept):
            kept.append((one, other))
    return kept


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _f1(right: int, timing: Timing) -> float:
    total = timing.gold + timing.found
    return 2 * right / total if total else 0.0
