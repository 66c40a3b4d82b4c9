"""Workers answer in any order and may die; what comes out does not show it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest

from dateline.errors import BadRecord, ResourceError, RunError
from dateline.model import CoderInfo, Document
from dateline.run.crew import CHANCES, Crew, Died, Hand
from dateline.run.job import Coded, Failed, Outcome
from dateline.run.worker import Answer, Greeting

CODER = CoderInfo("1", "plover", "a-model", "0123")
DOCUMENTS = [Document(str(number), f"text {number}") for number in range(100)]


@dataclass(eq=False)
class Scripted:
    """A hand that greets, and dies over the documents whose ids are deadly."""

    greeting: Greeting | Died
    deadly: list[str]
    answers: list[Greeting | Answer | Died] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.answers.append(self.greeting)

    def give(self, document: Document) -> None:
        dies = document.id in self.deadly
        if dies:
            self.deadly.remove(document.id)
        self.answers.append(Died("killed") if dies else Coded(document))

    def answer(self) -> Greeting | Answer:
        answer = self.answers.pop()
        if isinstance(answer, Died):
            raise answer
        return answer

    def close(self) -> None:
        pass


@dataclass
class LastFirst:
    """An engine whose youngest worker always answers first."""

    count: int = 3
    deadly: list[str] = field(default_factory=list)
    greetings: list[Greeting | Died] = field(default_factory=list)
    started: int = 0

    def start(self) -> Hand:
        self.started += 1
        return Scripted(self.greetings.pop(0) if self.greetings else CODER, self.deadly)

    def wait(self, hands: Sequence[Hand]) -> Sequence[Hand]:
        return [hands[-1]]


def _coded(engine: LastFirst, documents: Sequence[Document] = DOCUMENTS) -> list[Outcome]:
    with Crew(engine) as crew:
        return [each for each in crew.code(documents) if isinstance(each, Coded | Failed)]


def test_outcomes_come_in_the_order_of_the_inputs() -> None:
    assert _coded(LastFirst()) == [Coded(each) for each in DOCUMENTS]


def test_what_is_no_document_keeps_its_place() -> None:
    error = BadRecord("a.jsonl", "lacks text", 3)
    inputs = [error, DOCUMENTS[0], "a mark", error, DOCUMENTS[1], "the end"]
    with Crew(LastFirst()) as crew:
        found = list(crew.code(inputs))
    first, second = map(Coded, DOCUMENTS[:2])
    assert found == [Failed(error), first, "a mark", Failed(error), second, "the end"]


def test_a_document_whose_worker_dies_once_is_coded_by_another() -> None:
    engine = LastFirst(deadly=["7", "8", "60"])
    assert _coded(engine) == [Coded(each) for each in DOCUMENTS]
    assert engine.started == engine.count + 3


def test_a_document_that_kills_its_workers_fails_alone_in_its_place() -> None:
    outcomes = _coded(LastFirst(deadly=["7"] * CHANCES))
    (place,) = [place for place, each in enumerate(outcomes) if isinstance(each, Failed)]
    assert place == 7 and len(outcomes) == len(DOCUMENTS)
    assert isinstance(outcomes[7], Failed)
    assert outcomes[7].error.where == "7"
    assert outcomes[7].error.reason == "could not be coded: its worker ended 2 times: killed"


def test_every_document_may_kill_its_workers_and_the_run_still_ends() -> None:
    deadly = [each.id for each in DOCUMENTS] * CHANCES
    assert all(isinstance(each, Failed) for each in _coded(LastFirst(deadly=deadly)))


def test_workers_that_die_before_they_greet_end_the_run() -> None:
    with pytest.raises(RunError, match="3 workers in a row ended before they could code: no memory"):
        _coded(LastFirst(greetings=[Died("no memory")] * 9))


def test_a_wrong_resource_ends_the_run() -> None:
    with pytest.raises(ResourceError, match="rules.yaml:3: not YAML"):
        _coded(LastFirst(count=1, greetings=[ResourceError("rules.yaml", "not YAML", 3)]))


def test_a_worker_of_another_version_is_refused() -> None:
    newer = CoderInfo("2", "plover", "a-model", "0123")
    with pytest.raises(RunError, match="workers differ"):
        _coded(LastFirst(count=1, deadly=["7"], greetings=[CODER, newer]))


def test_no_more_is_read_than_the_window_holds() -> None:
    read: list[str] = []

    def inputs() -> Iterator[Document]:
        for each in DOCUMENTS:
            read.append(each.id)
            yield each

    with Crew(LastFirst(count=1)) as crew:
        next(crew.code(inputs()))
        assert len(read) <= crew.window + 1
