"""The coder over whole documents, and how it is loaded."""

from pathlib import Path

import pytest

from dateline.coding.coder import PROMOTIONAL, EventCoder, load_event_coder
from dateline.errors import ResourceError
from dateline.model import Section, Span
from dateline.stage import Annotator
from tests.coding.telling import reports, told
from tests.make import parse
from tests.resources.rulebook import LEXICONS, ONTOLOGY, write_ontology, write_rules

TWICE = """
    Ghana    NNP nsubj attacked LOC
    attacked VBD root
    .        .   punct attacked

    Togo     NNP nsubj met LOC
    met      VBD root
    .        .   punct met
"""


def test_events_come_in_the_order_of_the_text_and_the_rest_stays(coder: EventCoder) -> None:
    given = told(TWICE, "Ghana", "Togo")
    coded = coder(given)
    assert [event.sentence_index for event in coded.events or ()] == [0, 1]
    assert (coded.text, coded.actors, given.events) == (given.text, given.actors, None)


def test_a_document_without_acts_has_an_empty_layer(coder: EventCoder) -> None:
    assert coder(told("It PRP nsubj rained\n rained VBD root")).events == ()


def test_promotional_lines_are_not_coded(coder: EventCoder) -> None:
    doc = parse(TWICE)
    promo = Section(Span(0, doc.text.index(" Togo")), "promo", "by-hand")
    given = told(doc, "Ghana", "Togo", sections=(promo,))
    assert reports(coder, given) == ["Togo CONSULT"]
    assert [trace.reason for trace in coder.explain(given)] == [PROMOTIONAL, None]


def test_there_is_an_account_of_every_sentence(coder: EventCoder) -> None:
    given = told(TWICE, "Togo")
    assert [(trace.index, trace.reason) for trace in coder.explain(given)] == [
        (0, "trigger without an actor"),
        (1, None),
    ]


def test_it_is_an_annotator_that_gives_events(coder: EventCoder) -> None:
    assert isinstance(coder, Annotator)
    assert coder.gives == "events" and {"parse", "actors", "attributions"} <= set(coder.needs)


def test_a_folder_of_one_s_own_makes_a_coder_of_one_s_own(tmp_path: Path) -> None:
    """An analyst renames a type in the ontology and its rules, and touches no Python."""
    ontology = ONTOLOGY.replace("CONSULT", "PARLEY")
    rules = write_rules(tmp_path)
    consult = rules / "events/consult.yaml"
    consult.write_text(consult.read_text(encoding="utf-8").replace("CONSULT", "PARLEY"), encoding="utf-8")
    own = load_event_coder(rules, write_ontology(tmp_path, ontology))
    assert reports(own, told(TWICE, "Togo")) == ["Togo PARLEY"]


def test_words_of_a_status_are_those_of_the_lexicons_named_for_it(tmp_path: Path) -> None:
    lexicons = LEXICONS.replace("status-possible: [alleged, reportedly]", "status-planned: [upcoming]")
    own = load_event_coder(write_rules(tmp_path, lexicons=lexicons), write_ontology(tmp_path))
    assert own.tools.factualities.words == {"planned": {"upcoming"}, "negated": {"foiled"}}


def test_rules_that_do_not_fit_the_ontology_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="no type 'PLAN' in small"):
        load_event_coder(write_rules(tmp_path, aid="type: PLAN\nrules: []\n"), write_ontology(tmp_path))


def test_the_packaged_rules_load() -> None:
    packaged = load_event_coder()
    assert {rule.type for rule in packaged.rulebook.rules} >= {"ASSAULT", "CONSULT", None}
    assert packaged.ontology.types.keys() >= {"AGREE", "THREATEN", "ASSAULT"}
