"""Answers kept as long as nothing is written, so that what everybody asks is asked of the database once."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from threading import Lock
from typing import TYPE_CHECKING

from dateline.store.asking import ask
from dateline.store.dialects import Dialect
from dateline.store.reading import Answer, Reader

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Schema

BATCHES = 4
"""An answer of more is not kept."""
ROOM = 64_000_000
"""Bytes of answers that are kept."""

_WATERMARK = """
    SELECT (SELECT count(*) FROM codings) AS codings, (SELECT max(coded) FROM codings) AS coded,
        (SELECT count(*) FROM reviews) AS reviews, (SELECT count(*) FROM review_items) AS items,
        (SELECT count(gold) FROM review_items) AS gold, (SELECT count(*) FROM story_members) AS members,
        (SELECT count(*) FROM merged_events) AS merged
"""
_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """The whole of an answer."""

    schema: "Schema"
    batches: "Sequence[RecordBatch]"

    def __iter__(self) -> "Iterator[RecordBatch]":
        return iter(self.batches)

    @property
    def size(self) -> int:
        return sum(batch.nbytes for batch in self.batches)


@dataclass(frozen=True, slots=True)
class PassingAnswer:
    """An answer that is too long to keep; it can be read once."""

    schema: "Schema"
    batches: "Iterator[RecordBatch]"

    def __iter__(self) -> "Iterator[RecordBatch]":
        return self.batches


@dataclass(slots=True)
class Memory:
    """Answers of one state of a database, those asked for last at the end."""

    _watermark: object = None
    _answers: "OrderedDict[_Key, KeptAnswer]" = field(default_factory=OrderedDict)
    _size: int = 0
    _lock: Lock = field(default_factory=Lock)

    def forget(self) -> None:
        """Drops all answers, where somebody here has written whatever it be."""
        with self._lock:
            self._watermark, self._size = None, 0
            self._answers.clear()

    def of(self, reader: Reader) -> "RememberingReader":
        """A reader that asks only what this memory has not kept; forgets everything where the database has changed."""
        (watermark,) = ask(reader, _WATERMARK)
        with self._lock:
            if watermark != self._watermark:
                self._watermark, self._size = watermark, 0
                self._answers.clear()
        return RememberingReader(reader, self, watermark)

    def recall(self, watermark: object, key: _Key) -> KeptAnswer | None:
        """The answer to a question to the database in this state."""
        with self._lock:
            found = self._answers.get(key) if watermark == self._watermark else None
            if found:
                self._answers.move_to_end(key)
            return found

    def keep(self, watermark: object, key: _Key, answer: KeptAnswer) -> None:
        """Keeps an answer, and drops those that nobody has asked for longest where there is no room."""
        with self._lock:
            if watermark != self._watermark or key in self._answers:
                return
            self._answers[key] = answer
            self._size += answer.size
            while self._size > ROOM:
                _, dropped = self._answers.popitem(last=False)
                self._size -= dropped.size


@dataclass(frozen=True, slots=True)
class RememberingReader:
    """Answers from a memory what it has kept."""

    reader: Reader
    memory: Memory
    watermark: object

    @property
    def dialect(self) -> Dialect:
        return self.reader.dialect

    def ask(self, sql: str, parameters: Sequence[object] = ()) -> Answer:
        """The answer to Dateline's own question."""
        key = (sql, *(tuple(each) if isinstance(each, list) else each for each in parameters))
        kept = self.memory.recall(self.watermark, key)
        if kept:
            return kept
        answer = self.reader.ask(sql, parameters)
        batches = iter(answer)
        first = list(islice(batches, BATCHES + 1))
        if len(first) > BATCHES:
            return PassingAnswer(answer.schema, chain(first, batches))
        found = KeptAnswer(answer.schema, first)
        self.memory.keep(self.watermark, key, found)
        return found

    def ask_freely(self, sql: str) -> Answer:
        """The answer to a user's question, which is not kept."""
        return self.reader.ask_freely(sql)
