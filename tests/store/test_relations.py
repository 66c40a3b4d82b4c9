"""Relations in the store: both sides come back as they can be known again, with date, words and voice."""

from dataclasses import replace
from datetime import date

from dateline.model import CoderInfo, Document, Publication, Relation
from dateline.store.opening import open_store
from dateline.store.reading import open_reader
from dateline.store.relations import Party, Report, reports_in
from tests.export.examples import CODER
from tests.make import actor, span, text_document

TEXT = "Mali is no longer in the Sahel\nPact, said President Idris Kone."


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


def _reports(db: str, *codings: tuple[Document, CoderInfo]) -> tuple[Report, ...]:
    with open_store(db) as store:
        for document, coder in codings:
            store.add(document, [], coder)
    with open_reader(db) as reader:
        return reports_in(reader)


def test_reports_come_back_with_both_sides(db: str) -> None:
    left, held = _reports(db, (coded_document(), CODER))
    assert left == Report(
        "member-of", Party("Mali", "MLI"), Party("Sahel Pact", "IGO", "Q7"), None, negated=True, voice="Idris Kone",
        words="Mali is no longer in the Sahel Pact", document_id="document-1", title="Out", publisher="Paper",
        published=date(2024, 5, 2), rule="by-hand",
    )  # fmt: skip
    assert (held.subject.name, held.of, held.office, held.voice) == (
        "Idris Kone", Party("Mali", "MLI"), "President", None,
    )  # fmt: skip


def test_adding_twice_changes_nothing_and_the_last_coding_counts(db: str) -> None:
    assert len(_reports(db, (coded_document(), CODER), (coded_document(), CODER))) == 2
    fewer = replace(coded_document(), relations=(coded_document().relations or ())[:1])
    newer = replace(CODER, rules_hash="ba9876543210")
    assert [each.kind for each in _reports(db, (fewer, newer))] == ["member-of"]


def test_another_text_drops_them(db: str) -> None:
    _reports(db, (coded_document(), CODER))
    assert _reports(db, (text_document("Nothing.", events=(), relations=()), CODER)) == ()
