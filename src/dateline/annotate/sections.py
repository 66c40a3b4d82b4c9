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

_ENDS_LIKE_HEADING = re.compile(r"[^.…,;:][\"'”’)\]]*$")
_OPENS_LIKE_HEADING = re.compile(r"[\"'“‘(]?[A-ZÀ-Þ0-9]")
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
    told = [section for span in paragraphs_of(text) for section in _told(text, span, rules)]
    return _led(_headed(text, told, title))


def _told(text: str, span: Span, rules: Sequence[SectionRule]) -> Iterator[Section]:
    """The paragraph by the first rule that tells it, or as body; a dateline and what follows it are two sections."""
    words = span.of(text)
    for rule in rules:
        if match := rule.pattern.match(words):
            break
    else:
        yield Section(span, _RUNNING, "section.running")
        return
    if rule.kind != "dateline":
        yield Section(span, rule.kind, rule.id)
        return
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
        if number == running[0] and (_is_same(words, title) or _is_heading(words, LONGEST_HEADLINE)):
            found[number] = replace(section, kind="headline", rule="section.headline")
        elif number != running[0] and words[-1] not in "?!" and _is_heading(words, LONGEST_SUBHEADING):
            found[number] = replace(section, kind="subheading", rule="section.subheading")
    return found


def _led(sections: Sequence[Section]) -> list[Section]:
    """The sections with the lead: the first running paragraph, or all up to the one that has the dateline."""
    dateline = next((number for number, section in enumerate(sections) if section.kind == "dateline"), None)
    running = [number for number, section in enumerate(sections) if section.kind == _RUNNING]
    last = next((number for number in running if dateline is not None and number > dateline), *running[:1])
    return [
        replace(section, kind="lead", rule="section.lead") if number in running and number <= last else section
        for number, section in enumerate(sections)
    ]


def _is_heading(words: str, longest: int) -> bool:
    return bool(
        len(words.split()) <= longest and _OPENS_LIKE_HEADING.match(words) and _ENDS_LIKE_HEADING.search(words)
    )


def _is_same(words: str, title: str | None) -> bool:
    return title is not None and words.split() == title.split()
