"""Workers who code documents, wherever they live: results in the order of the inputs, the dead replaced."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from dateline.errors import DatelineError, InputError, RunError
from dateline.model import CoderInfo, Document
from dateline.run.job import Failed, Outcome, unread
from dateline.run.worker import Answer, Greeting

WINDOW = 16
"""Inputs for each worker that may be under way or wait for an earlier one; bounds the memory."""
CHANCES = 2
"""How often a document may take its worker with it; the worker of the first may have died of something else."""
STILLBORN = 3
"""Workers in a row that may die before they have greeted."""

Mark = TypeVar("Mark")
Item = TypeVar("Item")


class Died(Exception):
    """A worker is no more; the text says how it ended."""


class Hand(Protocol):
    """One worker as seen from here; it greets once, and then answers each document it is given."""

    def give(self, document: Document) -> None:
        """Raises Died where nobody takes it."""

    def answer(self) -> Greeting | Answer:
        """What it has said; raises Died where it ended instead."""

    def close(self) -> None: ...


class Engine(Protocol):
    """Where workers live."""

    @property
    def count(self) -> int: ...

    def start(self) -> Hand: ...

    def wait(self, hands: Sequence[Hand]) -> Sequence[Hand]:
        """Those of them, at least one, that have an answer or have died."""


@dataclass(slots=True)
class _Task:
    """A document, its place among the inputs, and how many workers died over it."""

    number: int
    document: Document
    deaths: int = 0


class _Turns(Generic[Item]):
    """Puts what comes in any order back into the order of its numbers."""

    def __init__(self) -> None:
        self.next = 0
        self._early: dict[int, Item] = {}

    def due(self, arrived: Mapping[int, Item]) -> Iterator[Item]:
        """Those whose turn has come, with what has arrived now."""
        self._early.update(arrived)
        while self.next in self._early:
            self.next += 1
            yield self._early.pop(self.next - 1)


class Crew:
    """As many workers as the engine has room for, each with one document at a time."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.window = WINDOW * engine.count
        self._identity: CoderInfo | None = None
        self._tasks: dict[Hand, _Task | None] = {}
        self._idle: list[Hand] = []
        self._again: deque[_Task] = deque()
        self._stillborn = 0
        self._arrived: dict[int, Outcome] = {}

    def __enter__(self) -> "Crew":
        for _ in range(self.engine.count):
            self._hire()
        return self

    def __exit__(self, *_: object) -> None:
        for hand in self._tasks:
            hand.close()

    @property
    def identity(self) -> CoderInfo:
        """What makes the records; waits for the first worker."""
        while self._identity is None:
            self._listen()
        return self._identity

    def code(self, inputs: Iterable[Document | InputError | Mark]) -> Iterator[Outcome | Mark]:
        """One outcome for each document and each error, in order; anything else passes through in its place."""
        turns = _Turns[Outcome | Mark]()
        for number, item in enumerate(inputs):
            while number - turns.next >= self.window or (isinstance(item, Document) and not self._idle):
                yield from turns.due(self._listen())
            if isinstance(item, Document):
                self._give(_Task(number, item))
            else:
                yield from turns.due({number: unread(item) if isinstance(item, InputError) else item})
        while self._again or any(self._tasks.values()):
            yield from turns.due(self._listen())

    def _hire(self) -> None:
        self._tasks[self.engine.start()] = None

    def _give(self, task: _Task) -> None:
        hand = self._idle.pop()
        try:
            hand.give(task.document)
        except Died:  # before it began: no fault of the document
            self._dismiss(hand)
            self._again.append(task)
        else:
            self._tasks[hand] = task

    def _listen(self) -> Mapping[int, Outcome]:
        """What there is once somebody has answered or died; what lies waiting is given to whoever is free."""
        waited_for = [hand for hand in self._tasks if hand not in self._idle]
        for hand in self.engine.wait(waited_for):
            try:
                self._hear(hand, hand.answer())
            except Died as death:
                self._bury(hand, str(death))
        while self._again and self._idle:
            self._give(self._again.popleft())
        arrived, self._arrived = self._arrived, {}
        return arrived

    def _hear(self, hand: Hand, answer: Greeting | Answer) -> None:
        if isinstance(answer, DatelineError):
            raise answer
        if isinstance(answer, CoderInfo):
            self._welcome(answer)
        elif task := self._tasks[hand]:
            self._arrived[task.number] = answer
        self._tasks[hand] = None
        self._idle.append(hand)

    def _welcome(self, identity: CoderInfo) -> None:
        """One output has one maker: a worker with other rules or another version must not take part."""
        self._identity = self._identity or identity
        self._stillborn = 0
        if identity != self._identity:
            raise RunError(f"workers differ: one codes with {identity}, another with {self._identity}")

    def _bury(self, hand: Hand, ending: str) -> None:
        task = self._tasks[hand]
        self._dismiss(hand)
        if task is None:
            self._stillborn += 1
            if self._stillborn >= STILLBORN:
                raise RunError(f"{self._stillborn} workers in a row ended before they could code: {ending}")
            return
        task.deaths += 1
        if task.deaths < CHANCES:
            self._again.append(task)
            return
        reason = f"could not be coded: its worker ended {task.deaths} times: {ending}"
        self._arrived[task.number] = Failed(InputError(task.document.id, reason))

    def _dismiss(self, hand: Hand) -> None:
        hand.close()
        del self._tasks[hand]
        self._hire()
