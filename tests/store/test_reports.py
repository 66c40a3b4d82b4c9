"""Relations in the store: both sides come back as they can be known again, with date, words and voice."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dateline.model import Document, Publication, Relation
from dateline.store.duck import DuckStore
from dateline.store.opening import open_store
from dateline.store.reading import DuckReader
from dateline.store.reports import Party, Report, reports_in
from tests.export.examples import CODER
from tests.make import actor, span, text_document

TEXT = "Mali is no longer in the Sahel\nPact, said President Idris Kone."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DuckStore]:
    with open_store(tmp_path / "news.duckdb") as opened:
        yield opened


def coded_document() -> Document:
    """A text that tells of an office and, in somebody's words, of a pact that was left."""
    words = span(TEXT, "Mali is no longer in the Sahel\nPact")
    leaving = Relation("member-of", "c1", "c2", None, words, "by-hand", negated=True, voice="c3")
    holding = Relation("holds-office", "c3", "MLI", "President", span(TEXT, "President Idris Kone"), "by-hand")
    return text_document(
        TEXT,
        publication=Publication(title="Out", publisher="Paper", published=date(2024, 5, 2)),
        actors=(
            actor("c1", "the Malian government", "state", country="MLI"),
            actor("c2", "Sahel Pact", "organisation", country="IGO", wikidata="Q7"),
            actor("c3", "Idris Kone", country="MLI"),
        ),
        events=(),
        relations=(leaving, holding),
    )


def test_reports_come_back_with_both_sides(store: DuckStore) -> None:
    store.add(coded_document(), [], CODER)
    left, held = reports_in(DuckReader(store.connection))
    assert left == Report(
        "member-of", Party("Mali", "MLI"), Party("Sahel Pact", "IGO", "Q7"), None, negated=True, voice="Idris Kone",
        words="Mali is no longer in the Sahel Pact", document_id="document-1", title="Out", publisher="Paper",
        published=date(2024, 5, 2), rule="by-hand",
    )  # fmt: skip
    assert (held.subject.name, held.of, held.office, held.voice) == (
        "Idris Kone", Party("Mali", "MLI"), "President", None,
    )  # fmt: skip


def test_adding_twice_changes_nothing_and_another_coding_replaces_them(store: DuckStore) -> None:
    for _ in range(2):
        store.add(coded_document(), [], CODER)
    assert len(reports_in(DuckReader(store.connection))) == 2
    fewer = replace(coded_document(), relations=(coded_document().relations or ())[:1])
    store.add(fewer, [], replace(CODER, rules_hash="ba9876543210"))
    assert [each.kind for each in reports_in(DuckReader(store.connection))] == ["member-of"]


def test_another_text_drops_them(store: DuckStore) -> None:
    store.add(coded_document(), [], CODER)
    store.add(text_document("Nothing.", events=(), relations=()), [], CODER)
    assert reports_in(DuckReader(store.connection)) == ()
