"""Stages in a row: documents in, documents with more layers out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, runtime_checkable

from dateline.errors import CompositionError
from dateline.model import Document

Stage = Callable[[Iterable[Document]], Iterator[Document]]


class Step(Protocol):
    """Something that adds the layer `gives` to documents that carry the layers `needs`."""

    @property
    def needs(self) -> tuple[str, ...]: ...

    @property
    def gives(self) -> str: ...


@runtime_checkable
class Annotator(Step, Protocol):
    """A step that looks at one document at a time."""

    def __call__(self, document: Document) -> Document: ...


@runtime_checkable
class BatchAnnotator(Step, Protocol):
    """A step that is faster over many documents at once; it keeps their order."""

    def over(self, documents: Iterable[Document]) -> Iterator[Document]: ...


def compose(steps: Sequence[Annotator | BatchAnnotator]) -> Stage:
    """One stage out of many; raises CompositionError where a layer is needed before it is given, or given twice."""
    _check(steps)

    def run(documents: Iterable[Document]) -> Iterator[Document]:
        stream = iter(documents)
        for step in steps:
            stream = step.over(stream) if isinstance(step, BatchAnnotator) else map(step, stream)
        return stream

    return run


def _check(steps: Sequence[Step]) -> None:
    given: set[str] = set()
    for step in steps:
        name = type(step).__name__
        missing = [layer for layer in step.needs if layer not in given]
        if missing:
            raise CompositionError(f"{name} needs {', '.join(missing)}, which no step before it gives")
        if step.gives in given:
            raise CompositionError(f"{name} gives {step.gives}, which a step before it gives already")
        given.add(step.gives)
