"""Rules for relations: the words that tell them and the questions that lead to both sides."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from dateline.knowledge.tables import Record, records, resource
from dateline.model import RelationKind

_REQUIRED = ("id", "kind", "subject", "of", "examples", "counterexamples")
_OPTIONS = ("negated", "tense", "without")
_PARTS: Mapping[str, str] = {"verbs": "VERB", "nouns": "NOUN"}


@dataclass(frozen=True, slots=True)
class RelationRule:
    """A kind of relation with the questions for its subject and for what it is related to, tried in turn.

    `of` leads to the office where the relation is one; the verb must be in the `tense`, and no clause on it begins with a
    word of `without`.
    """

    id: str
    kind: RelationKind
    subject: tuple[str, ...]
    of: tuple[str, ...]
    negated: bool
    tense: str | None
    without: frozenset[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@cache
def relation_rules(path: Path | None = None) -> Mapping[tuple[str, str], Sequence[RelationRule]]:
    """Rules by part of speech and lemma; ResourceError for a kind that is none."""
    index: dict[tuple[str, str], list[RelationRule]] = defaultdict(list)
    for record in records(path or resource("en/relations.yaml"), _REQUIRED, (*_PARTS, *_OPTIONS)):
        rule = _rule(record)
        for key, part in _PARTS.items():
            for word in record.content.get(key, ()):
                index[part, word].append(rule)
    return dict(index)


def _rule(record: Record) -> RelationRule:
    content = record.content
    if content["kind"] not in get_args(RelationKind):
        raise record.wrong(f"no kind of relation: {content['kind']!r}")
    return RelationRule(
        id=content["id"],
        kind=content["kind"],
        subject=tuple(content["subject"]),
        of=tuple(content["of"]),
        negated=content.get("negated", False),
        tense=content.get("tense"),
        without=frozenset(content.get("without", ())),
        examples=tuple(content["examples"]),
        counterexamples=tuple(content["counterexamples"]),
    )


@cache
def ending_rules() -> frozenset[str]:
    """The rules that tell of an end, as `quit` does, rather than that something never was."""
    return frozenset(rule.id for rules in relation_rules().values() for rule in rules if rule.negated)
