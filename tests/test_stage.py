"""Stages run in the order given, and an order that cannot work is refused."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import pytest

from dateline.errors import CompositionError
from dateline.model import Document, Section, Span
from dateline.stage import compose


@dataclass(frozen=True)
class Whole:
    """One section over the text."""

    needs: tuple[str, ...] = ()
    gives: str = "sections"

    def __call__(self, document: Document) -> Document:
        return replace(document, sections=(Section(Span(0, len(document.text)), "body", "test"),))


@dataclass(frozen=True)
class Nobody:
    """No mentions, many documents at a time."""

    needs: tuple[str, ...] = ("sections",)
    gives: str = "mentions"

    def over(self, documents: Iterable[Document]) -> Iterator[Document]:
        for document in documents:
            assert document.sections is not None
            yield replace(document, mentions=())


def test_each_step_sees_the_layers_before_it_and_order_is_kept() -> None:
    stage = compose([Whole(), Nobody()])
    coded = list(stage([Document("a", "One."), Document("b", "Two.")]))
    assert [document.id for document in coded] == ["a", "b"]
    assert all(document.sections and document.mentions == () for document in coded)


def test_stages_are_lazy() -> None:
    def endless() -> Iterator[Document]:
        while True:
            yield Document("a", "One.")

    assert next(compose([Whole()])(endless())).sections


def test_a_layer_needed_before_it_is_given_is_named() -> None:
    with pytest.raises(CompositionError, match="Nobody needs sections"):
        compose([Nobody(), Whole()])


def test_a_layer_given_twice_is_named() -> None:
    with pytest.raises(CompositionError, match="gives sections, which a step before it gives already"):
        compose([Whole(), Whole()])
