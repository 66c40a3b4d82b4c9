"""Predicates by what follows from them for their content."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from spacy.tokens import Token

from dateline.knowledge.tables import Record, records, resource
from dateline.model import Status
from dateline.nlp.embedding import EmbeddingKind
from dateline.nlp.syntax import particle_of, tense_of

_PARTS: Mapping[str, str] = {"verbs": "VERB", "nouns": "NOUN", "adjectives": "ADJ"}


@dataclass(frozen=True, slots=True)
class Signature:
    """What becomes of a content whose predicate is affirmed, and of one whose predicate is denied."""

    id: str
    affirmed: Status
    denied: Status
    at: frozenset[EmbeddingKind]
    tense: str | None = None
    """The only tense of the predicate in which it is so; None for all."""

    def content_of(self, held: Status) -> Status:
        """What becomes of the content of a predicate with that status."""
        if held == "actual" or self.affirmed == self.denied:
            return self.affirmed
        if held == "negated":
            return self.denied
        if self.affirmed == "actual":
            return held
        return "possible" if self.affirmed == "negated" else self.affirmed


@dataclass(frozen=True, slots=True)
class Predicates:
    """Signatures by part of speech and lemma, with its particle or preposition if it has one."""

    index: Mapping[tuple[str, str], Sequence[Signature]]

    def signature_of(self, predicate: Token, kind: EmbeddingKind, marker: str) -> Signature | None:
        """The signature of a predicate for a content of that kind, joined to it by that marker."""
        part = "VERB" if predicate.pos_ == "AUX" else predicate.pos_
        lemma = predicate.lemma_.lower()
        joints = [joint for joint in (particle_of(predicate), marker) if joint]
        for written in (*(f"{lemma} {joint}" for joint in joints), lemma):
            for signature in self.index.get((part, written), ()):
                if kind in signature.at and signature.tense in (None, tense_of(predicate)):
                    return signature
        return None


@cache
def predicates(path: Path | None = None) -> Predicates:
    """The packaged signatures; ResourceError where a record is wrong."""
    index: dict[tuple[str, str], list[Signature]] = defaultdict(list)
    keys = ("id", "note", "affirmed", "denied", "at", "verbs", "nouns", "adjectives", "examples")
    for record in records(path or resource("en/predicates.yaml"), keys, ("tense",)):
        signature = _signature(record)
        for key, part in _PARTS.items():
            for word in dict.fromkeys(record.content[key]):
                index[part, word].append(signature)
    return Predicates(dict(index))


def _signature(record: Record) -> Signature:
    content = record.content
    for status in (content["affirmed"], content["denied"]):
        if status not in get_args(Status):
            raise record.wrong(f"no status: {status!r}")
    if wrong := [kind for kind in content["at"] if kind not in get_args(EmbeddingKind)]:
        raise record.wrong(f"no kind of content: {', '.join(wrong)}")
    at, tense = frozenset(content["at"]), content.get("tense")
    return Signature(content["id"], content["affirmed"], content["denied"], at, tense)
