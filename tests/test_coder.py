"""`Coder`: what goes in as a text comes out of the stage as a document."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from dateline import Coder, Document, Publication, UsageError


def _coded(documents: Iterable[Document]) -> Iterator[Document]:
    return (replace(document, events=()) for document in documents)


@pytest.fixture
def coder() -> Coder:
    return Coder(cast(Any, SimpleNamespace(code=_coded)))


@pytest.mark.parametrize("published", ["2023-07-04", date(2023, 7, 4)])
def test_a_text_is_coded_with_its_date(coder: Coder, published: str | date) -> None:
    document = coder("Rebels fled.", published=published)
    assert (document.text, document.publication, document.events) == (
        "Rebels fled.",
        Publication(published=date(2023, 7, 4)),
        (),
    )


def test_without_a_date_there_is_none(coder: Coder) -> None:
    assert coder("Rebels fled.").publication.published is None


def test_a_date_that_is_none_is_refused(coder: Coder) -> None:
    with pytest.raises(UsageError, match="not 'soon'"):
        coder("Rebels fled.", published="soon")


def test_documents_keep_their_order_and_ids(coder: Coder) -> None:
    documents = [Document(str(number), "Rebels fled.") for number in range(100)]
    assert [document.id for document in coder.pipe(documents)] == [document.id for document in documents]
