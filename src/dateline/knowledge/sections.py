"""Rules that tell the parts of an article by their words, read from data."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from dateline.knowledge.tables import Record, records, resource
from dateline.model import SectionKind

_HOLE = re.compile(r"\{(\w+)\}")
_LETTER = r"[\w'’.-]"
_SHAPES = {
    "CAPITALS": r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{2,}(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ'’.-]*){0,3}",
    "place": rf"[A-ZÀ-Þ]{_LETTER}+(?:[ /](?:(?:de|del|la|al|el|of|the) )?[A-ZÀ-Þ]{_LETTER}*){{0,3}}",
}
_DAY = r"(?:(?:{month})\.? \d{1,2}|\d{1,2} (?:{month})\.?)(?:,? \d{4})?"


@dataclass(frozen=True, slots=True)
class SectionRule:
    """One way to know a kind of section; its examples are paragraphs, each with the part that the rule takes.

    A rule that `opens` holds only until the story has begun.
    """

    id: str
    kind: SectionKind
    pattern: re.Pattern[str]
    opens: bool
    examples: tuple[tuple[str, str], ...]
    counterexamples: tuple[str, ...]


@cache
def section_rules(path: Path | None = None, words: Path | None = None) -> tuple[SectionRule, ...]:
    """All rules in the order of the file; ResourceError where a kind, a pattern or a word in braces is wrong."""
    known = _words(words or resource("sections/words.yaml"))
    every = records(
        path or resource("sections/en.yaml"),
        ("id", "kind", "pattern", "examples"),
        ("cased", "opens", "counterexamples"),
    )
    return tuple(_rule(record, known) for record in every)


def _words(path: Path) -> Mapping[str, str]:
    """What each word in braces stands for, as a pattern."""
    lists = {record.content["name"]: record.content["words"] for record in records(path, ("name", "words"))}
    found = {name: "|".join(sorted(map(re.escape, words), key=len, reverse=True)) for name, words in lists.items()}
    return {**found, **_SHAPES, "day": _filled(_DAY, found)}


def _rule(record: Record, words: Mapping[str, str]) -> SectionRule:
    content = record.content
    if content["kind"] not in get_args(SectionKind):
        raise record.wrong(f"no kind of section {content['kind']!r}")
    try:
        cased = content.get("cased", True)
        pattern = re.compile(_filled(content["pattern"], words), re.S if cased else re.S | re.I)
    except (re.error, KeyError) as error:
        raise record.wrong(f"pattern: {error}") from error
    return SectionRule(
        id=content["id"],
        kind=content["kind"],
        pattern=pattern,
        opens=content.get("opens", False),
        examples=tuple(map(_example, content["examples"])),
        counterexamples=tuple(content.get("counterexamples", ())),
    )


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    """The pattern with its braces filled in; braces that count, such as {0,2}, stay."""

    def filling(hole: re.Match[str]) -> str:
        name = hole.group(1)
        return hole.group() if name.isdecimal() else words[name]

    return _HOLE.sub(filling, pattern)


def _example(written: str | list[str]) -> tuple[str, str]:
    """The paragraph, and the part that is taken: all of it unless another is given."""
    return (written, written) if isinstance(written, str) else (written[0], written[1])
