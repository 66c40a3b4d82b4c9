"""Answers are kept as long as nothing is written; both databases."""

from pathlib import Path

import pytest

from dateline.store import remembering
from dateline.store.asking import ask
from dateline.store.opening import open_store
from dateline.store.reading import Answer, Reader, open_reader
from dateline.store.remembering import Memory
from tests.export.examples import CODER, raid_document
from tests.store.databases import fill

QUESTION = "SELECT id FROM events WHERE event = ? ORDER BY id"


class Counting:
    """A reader that counts what it is asked."""

    def __init__(self, reader: Reader) -> None:
        self.reader, self.dialect, self.asked = reader, reader.dialect, 0

    def ask(self, sql: str, parameters: tuple[object, ...] = ()) -> Answer:
        self.asked += sql == QUESTION
        return self.reader.ask(sql, parameters)

    def ask_freely(self, sql: str) -> Answer:
        return self.reader.ask_freely(sql)


def test_a_question_is_asked_once(reader: Reader) -> None:
    counting, memory = Counting(reader), Memory()
    first, again = (ask(memory.of(counting), QUESTION, ("AID",)) for _ in range(2))
    assert first == again != [] and counting.asked == 1
    assert ask(memory.of(counting), QUESTION, ("ASSAULT",)) != first and counting.asked == 2


def test_what_is_written_is_seen(tmp_path: Path) -> None:
    db, memory = fill(str(tmp_path / "news.duckdb")), Memory()
    with open_reader(db) as reader:
        before = ask(memory.of(reader), QUESTION, ("ASSAULT",))
    with open_store(db) as store:
        store.add(raid_document(), [], CODER)
        store.database.execute("DELETE FROM events WHERE id = 'e-0'")
    with open_reader(db) as reader:
        assert len(ask(memory.of(reader), QUESTION, ("ASSAULT",))) == len(before) - 1


def test_a_long_answer_passes_whole(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "BATCHES", 0)
    counting, memory = Counting(reader), Memory()
    first, again = (ask(memory.of(counting), QUESTION, ("AID",)) for _ in range(2))
    assert first == again != [] and counting.asked == 2


def test_what_nobody_asked_for_longest_makes_room(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "ROOM", 1)
    counting, memory = Counting(reader), Memory()
    for _ in range(2):
        ask(memory.of(counting), QUESTION, ("AID",))
    assert counting.asked == 2


def test_what_is_forgotten_is_asked_again(reader: Reader) -> None:
    counting, memory = Counting(reader), Memory()
    for _ in range(2):
        ask(memory.of(counting), QUESTION, ("AID",))
        memory.forget()
    assert counting.asked == 2
