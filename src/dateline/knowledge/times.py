"""Rules for time expressions, read from data: a pattern, and the name of how its groups make a value."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dateline.knowledge.holidays import holidays
from dateline.knowledge.tables import Record, records, resource

_HOLE = re.compile(r"\{([a-z]+)\}")
_GROUP = re.compile(r"\(\?P<([a-z]+)>")
_FIGURES = {
    "day": r"(?:0?[1-9]|[12]\d|3[01])",
    "lastday": r"(?:0?[1-9]|[12]\d|3[01])",
    "twodigitday": r"[0-3]\d",
    "year": r"(?:1[5-9]|20)\d\d",
    "shortyear": r"\d\d",
    "decade": r"(?:1[5-9]|20)\d0",
    "shortdecade": r"[1-9]0",
    "nthnumber": r"\d{1,3}",
}
_LETTERS = re.compile(r"[^\W\d_]+")
_SAME_WORDS = {"lastmonth": "month"}
"""Classes whose words are those of another, for patterns that need two of them."""
_SPACE = r"[ \u00a0\t\n]"
_SPACES = re.compile(r"\[[^\]]*\]| ")
_REQUIRED = ("id", "cue", "pattern", "value", "examples")
_OPTIONAL = ("cased", "after", "preceded", "tags", "counterexamples")

Words = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One way to write a time.

    `cased` names the group that must be capitalised, `preceded` fits the text before, `tags` are the universal parts of
    speech that the last word may be. Without one of its `cues` near, it is not tried.
    """

    id: str
    pattern: re.Pattern[str]
    value: str
    cased: str | None
    preceded: re.Pattern[str] | None
    tags: frozenset[str] | None
    cues: frozenset[str]
    examples: tuple[tuple[str, ...], ...]
    counterexamples: tuple[str, ...]


@cache
def time_rules(folder: Path | None = None, words: Path | None = None) -> tuple[TimeRule, ...]:
    """All rules in the order of the files; ResourceError where a pattern or a word in braces is wrong."""
    classes = _classes(words)
    paths = sorted((folder or resource("times/en")).glob("*.yaml"))
    return tuple(_rule(record, classes) for path in paths for record in records(path, _REQUIRED, _OPTIONAL))


@cache
def time_words(path: Path | None = None) -> Words:
    """What the words of each class stand for."""
    known = {record.content["name"]: record.content["words"] for record in _records(path) if "words" in record.content}
    known |= {name: known[other] for name, other in _SAME_WORDS.items()}
    return {**known, "holiday": {name: name for name in holidays()}}


@cache
def rules_by_cue() -> Mapping[str, tuple[TimeRule, ...]]:
    """The rules to try near a word in small letters, near `{year}`: four figures, and near `{figure}`: any."""
    found: dict[str, list[TimeRule]] = {}
    for rule in time_rules():
        for cue in rule.cues:
            found.setdefault(cue, []).append(rule)
    return {cue: tuple(rules) for cue, rules in found.items()}


@cache
def time_verbs(path: Path | None = None) -> Mapping[str, frozenset[str]]:
    """Lemmas by what they tell of time: scheduling, implicative, telling, judging, punishing; and phrases: ahead."""
    every = records(path or resource("times/verbs.yaml"), ("name", "words"))
    return {record.content["name"]: frozenset(record.content["words"]) for record in every}


def amount_of(written: str) -> float:
    """The number that figures or words such as "twenty-one" and "a dozen" stand for."""
    plain = " ".join(written.lower().replace(",", "").split())
    known = {**time_words()["number"], **time_words()["someamount"]}
    if plain in known:
        return float(known[plain])
    if plain[0].isdigit():
        return float(plain)
    tens, _, ones = plain.replace("-", " ").partition(" ")
    return float(known[tens] + known[ones])


def _records(path: Path | None) -> list[Record]:
    return list(records(path or resource("times/words.yaml"), ("name",), ("words", "pattern")))


@cache
def _classes(path: Path | None) -> Mapping[str, str]:
    """What stands for each word in braces: a named group, or a part that stands for nothing itself."""
    classes = {name: f"(?P<{name}>{pattern})" for name, pattern in _FIGURES.items()}
    classes |= {name: f"(?P<{name}>{_any_of(words)})" for name, words in time_words(path).items()}
    classes |= {each.content["name"]: each.content["pattern"] for each in _records(path) if "pattern" in each.content}
    number = _any_of(time_words(path)["number"])
    return {**classes, "amount": rf"(?P<amount>\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?|(?:{number})(?:[- ](?:{number}))?)"}


def _any_of(words: Iterable[str]) -> str:
    """The longest words first, so that none hides a longer one."""
    return "|".join(re.escape(word).replace("\\ ", " ") for word in sorted(words, key=len, reverse=True))


def _rule(record: Record, classes: Mapping[str, str]) -> TimeRule:
    content = record.content
    cased = content.get("cased")
    try:
        cues = frozenset(word for cue in content["cue"] for word in _cue_words(cue))
        pattern = _compiled(content["pattern"], classes, ignoring_case=cased is not True)
        preceded = _preceded(content)
    except (re.error, KeyError) as error:
        raise record.wrong(f"pattern: {error}") from error
    return TimeRule(
        id=content["id"],
        pattern=pattern,
        value=content["value"],
        cased=cased if isinstance(cased, str) else None,
        preceded=preceded,
        tags=frozenset(content["tags"]) if "tags" in content else None,
        cues=cues,
        examples=tuple(tuple(map(str, example)) for example in content["examples"]),
        counterexamples=tuple(text for (text,) in content.get("counterexamples", ())),
    )


def _cue_words(cue: str) -> list[str]:
    """The words, in small letters, that a cue stands for: all of a class, but of a feast only the longest of its name."""
    if not cue.startswith("{"):
        return [cue]
    name = cue[1:-1]
    if name in _FIGURES or name == "figure":
        return ["{year}" if name in ("year", "decade") else "{figure}"]
    phrases = [_LETTERS.findall(phrase) for phrase in time_words()[name]]
    longest = [max(parts, key=len) for parts in phrases] if name == "holiday" else []
    return longest or [part for parts in phrases for part in parts]


def _compiled(pattern: str, classes: Mapping[str, str], *, ignoring_case: bool) -> re.Pattern[str]:
    """The pattern with its braces filled in; a space in it is any one white space."""
    filled = _numbered(_HOLE.sub(lambda hole: classes[hole.group(1)], pattern))
    spaced = _SPACES.sub(lambda found: _SPACE if found.group() == " " else found.group(), filled)
    return re.compile(rf"(?<![\w$€£#.,:/-])(?:{spaced})(?!\w|-\w)", re.I if ignoring_case else 0)


def _numbered(pattern: str) -> str:
    """The pattern with a number in the later of groups that have one name: `year`, `year_2`."""
    seen: Counter[str] = Counter()

    def named(group: re.Match[str]) -> str:
        name = group.group(1)
        seen[name] += 1
        return f"(?P<{name}_{seen[name]}>" if seen[name] > 1 else group.group()

    return _GROUP.sub(named, pattern)


def _preceded(content: Mapping[str, Any]) -> re.Pattern[str] | None:
    """What must stand before: a pattern, or one of some words, of which "" is the beginning of a sentence."""
    if "preceded" in content:
        return re.compile(content["preceded"], re.I)
    if "after" not in content:
        return None
    plain = [word for word in content["after"] if word]
    begins = r"|(?:^|[.!?]['\"”’]?)" if "" in content["after"] else ""
    spelled = "|".join(rf"(?<!\w){re.escape(word)}" if word[0].isalpha() else re.escape(word) for word in plain)
    return re.compile(rf"(?:{spelled}{begins})\s*$", re.I)
