"""Codes what a round over feeds finds and keeps it, a batch at a time, so that it may be killed at any time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from typing import Protocol

from dateline.errors import InputError, UsageError
from dateline.export.record import records_of
from dateline.export.shape import Record
from dateline.feeds.pace import Stopped
from dateline.feeds.round import Found
from dateline.feeds.subscription import Sleep, Subscription
from dateline.model import CoderInfo, Document
from dateline.run.coding import Coding
from dateline.run.job import Coded, Failed, Outcome

TRIES, WAIT = 30, 10.0
"""How often an output that cannot be opened is tried again, and seconds between."""
BATCH = 32
"""Pages that are fetched, coded and kept together; a kill costs no more than asking for them again."""


class Output(Protocol):
    """Where articles, their records and failures are kept, each once."""

    def is_coded(self, document: Document, coder: CoderInfo) -> bool: ...

    def add(self, document: Document, records: Sequence[Record], coder: CoderInfo) -> None: ...

    def fail(self, errors: Iterable[InputError]) -> None: ...

    def forgive(self, places: Sequence[str]) -> None: ...


Opening = Callable[[], AbstractContextManager[Output]]
"""Opens an output; on leaving all is written to it."""


@dataclass(slots=True)
class Counts:
    """What came of a round: articles by what became of them, feeds that had not changed, and whether it was stopped."""

    coded: int = 0
    known: int = 0
    skipped: int = 0
    failed: int = 0
    events: int = 0
    unchanged: int = 0
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Watch:
    """A coder, an output that is open only while something is written to it, and what tells a user how it goes: in
    lines, and by counting what is found as it comes."""

    coding: Coding
    output: Opening
    tell: Callable[[str], None]
    counted: Callable[[Iterator[Found]], Iterator[Found]] = iter

    def rounds(self, feeds: Subscription, interval: float) -> Iterator[Counts]:
        """What came of each round, one in so many seconds, until one is stopped."""
        while True:
            began = feeds.clock()
            counts = self.go(feeds)
            yield counts
            if counts.stopped:
                return
            try:
                feeds.sleep(max(0.0, began + interval - feeds.clock()))
            except Stopped:
                return

    def go(self, feeds: Subscription) -> Counts:
        """One round; where it is stopped early, what was fetched is kept."""
        counts, visit = Counts(), feeds.round()
        for batch in _batches(self.counted(visit.found()), counts):
            try:
                with ExitStack() as stack:
                    self._keep(batch, self._opened(stack, feeds.sleep), counts)
            except Stopped:  # while the output was in use: a later run fetches these again
                counts.stopped = True
                break
            for found in batch:
                visit.settle(found)
            feeds.save()
        counts.unchanged = visit.unchanged
        feeds.save()
        return counts

    def _opened(self, stack: ExitStack, sleep: Sleep) -> Output:
        """The output, waited for where it is in use; it could be opened at the start, so that it may well be again."""
        for _ in range(TRIES):
            try:
                return stack.enter_context(self.output())
            except UsageError as error:
                self.tell(f"waiting: {error}")
                sleep(WAIT)
        return stack.enter_context(self.output())

    def _keep(self, batch: Sequence[Found], output: Output, counts: Counts) -> None:
        output.forgive([found.entry.link if found.entry else found.feed.url for found in batch])
        failures: list[InputError] = []
        for outcome in self.coding.code(list(self._unknown(batch, output, counts))):
            if isinstance(outcome, Coded):
                self._add(outcome.document, output, counts)
            else:
                failures += self._complaint(outcome, counts)
        output.fail(failures)
        self.tell(f"{counts.coded} coded, {counts.skipped} skipped, {counts.failed} failed")

    def _unknown(self, batch: Sequence[Found], output: Output, counts: Counts) -> Iterator[Document | InputError]:
        """What a run that was killed has kept, but not taken note of, is left out."""
        for item in (found.item for found in batch):
            if isinstance(item, Document) and output.is_coded(item, self.coding.identity):
                counts.known += 1
            elif item is not None:
                yield item

    def _add(self, document: Document, output: Output, counts: Counts) -> None:
        records = records_of(document, self.coding.identity)
        output.add(document, records, self.coding.identity)
        counts.coded += 1
        counts.events += len(records)

    def _complaint(self, outcome: Outcome, counts: Counts) -> list[InputError]:
        """What is to be kept as a failure; what was skipped on purpose is none."""
        if isinstance(outcome, Failed):
            counts.failed += 1
            self.tell(f"failed: {outcome.error}")
            return [outcome.error]
        if not isinstance(outcome, Coded):
            counts.skipped += 1
            self.tell(f"skipped: {outcome.error}")
        return []


def _batches(found: Iterator[Found], counts: Counts) -> Iterator[list[Found]]:
    batch: list[Found] = []
    while True:
        try:
            each = next(found, None)
        except Stopped:
            counts.stopped = True
            each = None
        if each:
            batch.append(each)
        if batch and (each is None or len(batch) == BATCH):
            yield batch
            batch = []
        if each is None:
            return
