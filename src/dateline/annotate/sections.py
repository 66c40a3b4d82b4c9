"""Sections: the paragraphs of an article, each with what it is for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from dateline.annotate.paragraphs import paragraphs_of
from dateline.knowledge.sections import SectionRule, section_rules
from dateline.model import Document, Section, SectionKind, Span

LONGEST_HEADLINE = 25
"""Words."""
LONGEST_SUBHEADING = 10
"""Words."""
LONGEST_PARTICLE = 4
"""Letters of a word that title case may leave small: with, from, over."""
FEWEST_CAPITALS = 4
"""Long words that it takes to tell title case."""

_SENTENCE_END = re.compile(r"[.…,;:]\W*$")
_ANY_END = re.compile(r"[.…,;:?!]\W*$")
_OPENS_LIKE_HEADING = re.compile(r"[\"'“‘(]?[A-ZÀ-Þ0-9]")
_WORD = re.compile(r"[^\W\d_]+")
_RUNNING: SectionKind = "body"


@dataclass(frozen=True, slots=True)
class SectionAnnotator:
    """Adds the `sections` layer: in order, apart, covering all text but white space."""

    rules: tuple[SectionRule, ...] = field(default_factory=section_rules, repr=False)
    needs: tuple[str, ...] = ()
    gives: str = "sections"

    def __call__(self, document: Document) -> Document:
        found = find_sections(document.text, self.rules, document.publication.title)
        return replace(document, sections=tuple(found))


def find_sections(text: str, rules: Sequence[SectionRule], title: str | None = None) -> list[Section]:
    """The sections of a text; a first paragraph that reads like `title` is the headline."""
    told: list[Section] = []
    for span in paragraphs_of(text):
        told += _told(text, span, rules, begun=any(section.kind == _RUNNING for section in told))
    return _led(_headed(text, told, title))


def _told(text: str, span: Span, rules: Sequence[SectionRule], *, begun: bool) -> Iterator[Section]:
    """The paragraph by the first rule that tells it, or as body; a dateline and what follows it are two sections."""
    words = span.of(text)
    found = ((rule, match) for rule in rules if not (rule.opens and begun) and (match := rule.pattern.match(words)))
    rule, match = next(found, (None, None))
    if rule is None or match is None:
        yield Section(span, _RUNNING, "section.running")
    elif rule.kind != "dateline":
        yield Section(span, rule.kind, rule.id)
    else:
        rest = words[match.end() :].lstrip()
        yield Section(Span(span.start, span.start + len(match.group().rstrip())), "dateline", rule.id)
        if rest:
            yield Section(Span(span.end - len(rest), span.end), _RUNNING, "section.running")


def _headed(text: str, sections: Sequence[Section], title: str | None) -> list[Section]:
    """The sections with headline and subheadings, which are told by their shape and by the text after them."""
    running = [number for number, section in enumerate(sections) if section.kind == _RUNNING]
    found = list(sections)
    for number in running[:-1]:
        if number and sections[number - 1].kind == "dateline":
            continue
        section, words = sections[number], sections[number].span.of(text)
        if number == running[0] and (_is_same(words, title) or _is_headline(words)):
            found[number] = replace(section, kind="headline", rule="section.headline")
        elif number != running[0] and _is_subheading(words):
            found[number] = replace(section, kind="subheading", rule="section.subheading")
    return found


def _led(sections: Sequence[Section]) -> list[Section]:
    """The sections with the lead: the first running paragraph, or all up to the one that has the dateline."""
    running = [number for number, section in enumerate(sections) if section.kind == _RUNNING]
    dated = (number for number in running if number and sections[number - 1].kind == "dateline")
    last = next(dated, running[0] if running else -1)
    leads = {number for number in running if number <= last}
    return [
        replace(section, kind="lead", rule="section.lead") if number in leads else section
        for number, section in enumerate(sections)
    ]


def _is_headline(words: str) -> bool:
    """Whether a first paragraph is short and either no sentence or in title case."""
    is_short = len(words.split()) <= LONGEST_HEADLINE
    return is_short and (not _SENTENCE_END.search(words) or _is_title_case(words))


def _is_subheading(words: str) -> bool:
    is_short = len(words.split()) <= LONGEST_SUBHEADING
    return is_short and bool(_OPENS_LIKE_HEADING.match(words)) and not _ANY_END.search(words)


def _is_title_case(words: str) -> bool:
    """Whether all long words have a capital, and there are enough of them to tell."""
    long = [word for word in _WORD.findall(words) if len(word) > LONGEST_PARTICLE]
    return len(long) >= FEWEST_CAPITALS and all(word[0].isupper() for word in long)


def _is_same(words: str, title: str | None) -> bool:
    return title is not None and words.split() == title.split()
