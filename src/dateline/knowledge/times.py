"""Rules for time expressions, read from data: a pattern, and the name of how its groups make a value."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dateline.knowledge.tables import Record, records, resource

_HOLE = re.compile(r"\{([a-z]+)\}")
_DIGITS = {"day": r"(?:0?[1-9]|[12]\d|3[01])", "year": r"(?:1[5-9]|20)\d\d", "count": r"\d{1,3}"}


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One way to write a time; `cased` names the group that must be capitalised."""

    id: str
    pattern: re.Pattern[str]
    value: str
    cased: str | None
    examples: tuple[tuple[str, ...], ...]
    counterexamples: tuple[str, ...]


@cache
def time_rules(path: Path | None = None, words: Path | None = None) -> tuple[TimeRule, ...]:
    """All rules in the order of the file; ResourceError where a pattern or a word in braces is wrong."""
    known = time_words(words)
    every = records(
        path or resource("times/en.yaml"), ("id", "pattern", "value", "examples"), ("cased", "counterexamples")
    )
    return tuple(_rule(record, known) for record in every)


@cache
def time_words(path: Path | None = None) -> Mapping[str, Mapping[str, Any]]:
    """What the words of each class stand for."""
    every = records(path or resource("times/words.yaml"), ("name", "words"))
    return {record.content["name"]: record.content["words"] for record in every}


def _rule(record: Record, words: Mapping[str, Mapping[str, Any]]) -> TimeRule:
    content = record.content
    cased = content.get("cased")
    try:
        pattern = re.compile(r"(?<![\w-])(?:" + _filled(content["pattern"], words) + ")", 0 if cased is True else re.I)
    except (re.error, KeyError) as error:
        raise record.wrong(f"pattern: {error}") from error
    return TimeRule(
        id=content["id"],
        pattern=pattern,
        value=content["value"],
        cased=cased if isinstance(cased, str) else None,
        examples=tuple(tuple(example) for example in content["examples"]),
        counterexamples=tuple(text for (text,) in content.get("counterexamples", ())),
    )


def _filled(pattern: str, words: Mapping[str, Mapping[str, Any]]) -> str:
    """The pattern with its braces filled in, the longest words first."""

    def group(hole: re.Match[str]) -> str:
        name = hole.group(1)
        inner = _DIGITS.get(name) or "|".join(sorted(map(re.escape, words[name]), key=len, reverse=True))
        return f"(?P<{name}>{inner})"

    return _HOLE.sub(group, pattern)
