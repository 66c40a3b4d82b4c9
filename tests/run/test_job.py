"""One bad document costs itself and nothing else."""

from collections.abc import Iterable, Iterator

import pytest

from dateline.errors import BadRecord, ResourceError, UnsupportedLanguage
from dateline.model import Document
from dateline.run.job import Coded, Failed, Skipped, code_all


def _stage(documents: Iterable[Document]) -> Iterator[Document]:
    for document in documents:
        if document.text == "bad":
            raise ValueError("no such thing")
        yield document


def test_a_document_that_breaks_a_stage_is_filed_and_the_rest_is_coded() -> None:
    documents = [Document(str(i), "bad" if i in (1, 70) else "good") for i in range(100)]
    outcomes = list(code_all(_stage, documents))
    assert [o.document.id for o in outcomes if isinstance(o, Coded)] == [str(i) for i in range(100) if i not in (1, 70)]
    failed = [o.error for o in outcomes if isinstance(o, Failed)]
    assert [error.where for error in failed] == ["1", "70"]
    assert failed[0].reason == "could not be coded: ValueError: no such thing"


def test_unreadable_input_fails_and_another_language_is_skipped() -> None:
    inputs = [BadRecord("a.jsonl", "lacks text", 3), UnsupportedLanguage("b.txt", "is German"), Document("c", "good")]
    outcomes = list(code_all(_stage, inputs))
    assert [type(outcome) for outcome in outcomes] == [Failed, Skipped, Coded]


def test_a_wrong_resource_ends_the_run_because_it_would_fail_every_document() -> None:
    def stage(documents: Iterable[Document]) -> Iterator[Document]:
        raise ResourceError("rules.yaml", "not YAML", 3)

    with pytest.raises(ResourceError, match="rules.yaml:3: not YAML"):
        list(code_all(stage, [Document("a", "good")]))


def test_where_nothing_could_be_read_nothing_is_coded() -> None:
    def stage(documents: Iterable[Document]) -> Iterator[Document]:
        raise AssertionError("was called")

    assert [type(outcome) for outcome in code_all(stage, [BadRecord("a.jsonl", "lacks text", 3)])] == [Failed]
