"""Common nouns by what a pronoun takes them for: persons, groups, states, settlements, times."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from dateline.knowledge.roles import Gender
from dateline.knowledge.tables import records, resource

NounKind = Literal["person", "group", "state", "settlement", "area", "time"]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun with its kind, and its gender where the word tells it."""

    word: str
    kind: NounKind
    gender: Gender | None


@cache
def nouns(path: Path | None = None) -> Mapping[str, Noun]:
    """Nouns by lemma; ResourceError for a word given twice or a kind that is none."""
    found: dict[str, Noun] = {}
    for record in records(path or resource("actors/nouns.yaml"), ("kind", "words"), ("gender",)):
        if record.content["kind"] not in get_args(NounKind):
            raise record.wrong(f"no kind of noun: {record.content['kind']!r}")
        for word in record.content["words"]:
            if word in found:
                raise record.wrong(f"{word!r} is given twice")
            found[word] = Noun(word, record.content["kind"], record.content.get("gender"))
    return found
