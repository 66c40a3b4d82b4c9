"""Workers that are processes of this machine."""

import signal
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from dateline.config import Settings
from dateline.model import Document
from dateline.run.crew import Died, Hand
from dateline.run.worker import Answer, Greeting, Worker

PATIENCE = 5.0
"""Seconds that a worker has to end by itself."""


@dataclass(frozen=True, slots=True)
class LocalEngine:
    """Starts fresh processes, which share nothing with this one: a fork would copy the threads' locks."""

    settings: Settings
    count: int

    def start(self) -> Hand:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self.settings), daemon=True)
        process.start()
        theirs.close()  # so that the worker's death ends the connection
        return LocalHand(process, ours)

    def wait(self, hands: Sequence[Hand]) -> Sequence[Hand]:
        by_connection = {hand.connection: hand for hand in hands if isinstance(hand, LocalHand)}
        return [by_connection[each] for each in wait(list(by_connection)) if isinstance(each, Connection)]


@dataclass(frozen=True, slots=True, eq=False)
class LocalHand:
    """A process and the connection to it."""

    process: SpawnProcess
    connection: "Connection[Document | None, Greeting | Answer]"

    def give(self, document: Document) -> None:
        try:
            self.connection.send(document)
        except OSError:
            raise Died(self._ending()) from None

    def answer(self) -> Greeting | Answer:
        try:
            return self.connection.recv()
        except (EOFError, OSError):
            raise Died(self._ending()) from None

    def close(self) -> None:
        """The end of the connection is the sign to leave; a worker in the midst of an article is not waited for."""
        self.connection.close()
        self.process.terminate()
        self.process.join(PATIENCE)

    def _ending(self) -> str:
        self.process.join(PATIENCE)
        code = self.process.exitcode
        if code is not None and code < 0:
            return f"killed by {signal.Signals(-code).name}" + (", perhaps for lack of memory" if code == -9 else "")
        return f"exit status {code}"


def _serve(connection: "Connection[Greeting | Answer, Document]", settings: Settings) -> None:
    """Greets, then answers until there is nobody to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who started us decides
    worker = Worker(settings)
    try:
        connection.send(worker.greet())
        while True:
            connection.send(worker.code(connection.recv()))
    except (EOFError, OSError):
        return
