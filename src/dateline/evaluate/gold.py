"""Gold files: JSON lines, one sentence each, in one of several forms."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from dateline.errors import BadRecord, UnreadableFile
from dateline.evaluate.report import Report
from dateline.model import Document, Event
from dateline.stage import Stage

Fields = Mapping[str, Any]
Lines = Sequence[tuple[int, Fields]]
"""Numbers of lines and what stands there."""


class GoldSentence(Protocol):
    """A sentence with what is to be found in it."""

    @property
    def document(self) -> Document: ...


Gold = TypeVar("Gold", bound=GoldSentence)


@dataclass(frozen=True, slots=True)
class Case(Generic[Gold]):
    """A gold sentence and the events that were coded in it."""

    gold: Gold
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Form(Generic[Gold]):
    """A kind of gold file: its fields, how a line is read (ValueError where it is wrong), how its cases are scored."""

    name: str
    fields: frozenset[str]
    read: Callable[[Fields], Gold]
    score: Callable[[Sequence[Case[Gold]]], Report]

    def evaluate(self, path: Path, lines: Lines, stage: Stage) -> Report:
        """Codes the sentences and scores them; a document that the stage loses counts as one without events."""
        sentences = list(self._sentences(path, lines))
        events = {each.id: each.events or () for each in stage(sentence.document for sentence in sentences)}
        return self.score([Case(sentence, events.get(sentence.document.id, ())) for sentence in sentences])

    def _sentences(self, path: Path, lines: Lines) -> Iterator[Gold]:
        seen: set[str] = set()
        for number, fields in lines:
            try:
                sentence = self.read(fields)
            except ValueError as error:
                raise BadRecord(path, str(error), number) from None
            if sentence.document.id in seen:
                raise BadRecord(path, f"the id {sentence.document.id!r} stands on a line before it already", number)
            seen.add(sentence.document.id)
            yield sentence


def read_lines(path: Path) -> Lines:
    """The JSON objects of a file; raises UnreadableFile or, for a line that is none, BadRecord."""
    try:
        written = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(path, f"cannot be read: {error}") from None
    lines = list(_objects(path, written))
    if not lines:
        raise UnreadableFile(path, "holds no sentences")
    return lines


def words(fields: Fields, name: str) -> str:
    """A field that must be a string; ValueError otherwise."""
    value = fields.get(name)
    if not isinstance(value, str):
        raise ValueError(f"its {name} must be a string, not {json.dumps(value)[:40]}")
    return value


def one_of(fields: Fields, name: str, allowed: Iterable[Any]) -> Any:
    """A field that must have one of these values; ValueError otherwise."""
    value = fields.get(name)
    if value not in (known := list(allowed)):
        raise ValueError(f"its {name} must be one of {json.dumps(known)}, not {json.dumps(value)[:40]}")
    return value


def _objects(path: Path, written: Iterable[str]) -> Iterator[tuple[int, Fields]]:
    for number, line in enumerate(written, 1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except json.JSONDecodeError as error:
            raise BadRecord(path, f"not JSON: {error.msg} at column {error.colno}", number) from None
        if not isinstance(fields, dict):
            raise BadRecord(path, "not a JSON object", number)
        yield number, fields
