"""What an event is about."""

from pathlib import Path

import pytest

from dateline.coding.coder import EventCoder
from dateline.coding.contexts import load_contexts
from dateline.errors import ResourceError
from dateline.model import Section, Span
from dateline.resources.ontology import load_ontology
from tests.coding.telling import only_event, told
from tests.make import parse
from tests.resources.rulebook import CONTEXTS, line_of, write_ontology


def contexts(coder: EventCoder, *nouns: str) -> tuple[str, ...]:
    doc = parse("\n".join(["spoke VBD root", *(f"{noun} NN obl spoke" for noun in nouns)]))
    return coder.tools.contexts(doc, Span(0, len(doc.text)))


def test_a_strong_word_is_enough_and_a_weak_one_needs_another(coder: EventCoder) -> None:
    assert contexts(coder, "army") == ("military",)
    assert contexts(coder, "border") == ()
    assert contexts(coder, "border", "general") == ("military",)


def test_one_weak_word_twice_is_still_one(coder: EventCoder) -> None:
    assert contexts(coder, "border", "border") == ()


def test_a_context_yields_to_a_more_specific_one_only_where_that_is_found(coder: EventCoder) -> None:
    assert contexts(coder, "army", "terrorist") == ("terrorism",)
    assert contexts(coder, "army", "tariff") == ("military", "economic")


PARAGRAPHS = """
    Ghana    NNP nsubj attacked LOC
    attacked VBD root
    Togo     NNP obj   attacked LOC
    .        .   punct attacked

    The      DT  det   army
    army     NN  nsubj marched
    marched  VBD root

    Tariffs  NNS nsubj rose
    rose     VBD root
"""


def test_the_words_of_the_paragraph_count_and_no_others(coder: EventCoder) -> None:
    doc = parse(PARAGRAPHS, "Ghana attacked Togo. The army marched Tariffs rose")
    paragraph = Section(Span(0, doc.text.index("Tariffs")), "body", "by-hand")
    assert only_event(coder, told(doc, "Ghana", "Togo", sections=(paragraph,))).contexts == ("military",)
    assert only_event(coder, told(doc, "Ghana", "Togo")).contexts == ()


def test_a_context_that_the_ontology_lacks_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "contexts.yaml"
    path.write_text(CONTEXTS.replace("context: economic", "context: gardening"), encoding="utf-8")
    with pytest.raises(ResourceError) as refused:
        load_contexts(path, load_ontology(write_ontology(tmp_path)))
    assert str(refused.value) == f"{path}:{line_of(CONTEXTS, 'economic')}: no context 'gardening' in small"
