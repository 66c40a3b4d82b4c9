"""From a sentence to events and the account of them."""

from datetime import date

from dateline.coding.coder import EventCoder
from dateline.model import Publication, Section, Span, Timex
from tests.coding.telling import events_of, only_event, only_trace, reports, told
from tests.make import parse, span

ATTACKED = """
    Ghana    NNP nsubj attacked LOC
    attacked VBD root
    Togo     NNP obj   attacked LOC
    .        .   punct attacked
"""
RAINED = """
    It     PRP nsubj rained
    rained VBD root
    .      .   punct rained
"""


def test_an_event_has_the_words_that_it_comes_from(coder: EventCoder) -> None:
    given = told(RAINED + "\n" + ATTACKED, "Ghana", "Togo")
    event = only_event(coder, given)
    assert event.trigger.span.of(given.text) == "attacked"
    assert (event.sentence.of(given.text), event.sentence_index) == ("Ghana attacked Togo.", 1)
    assert (event.quad, event.score, event.cameo, event.goldstein) == (4, -9, "190", -9.0)


def test_the_span_of_a_trigger_runs_over_all_its_words(coder: EventCoder) -> None:
    given = told(
        """
        Ghana  NNP nsubj opened LOC
        opened VBD root
        fire   NN  obj  opened
        on     IN  case Togo
        Togo   NNP obl  opened LOC
        """,
        "Ghana",
        "Togo",
    )
    assert only_event(coder, given).trigger.span.of(given.text) == "opened fire on"


def test_the_same_words_have_the_same_id_whatever_comes_after(coder: EventCoder) -> None:
    first = only_event(coder, told(ATTACKED, "Ghana", "Togo"))
    longer = told(ATTACKED + "\n" + RAINED, "Ghana", "Togo", publication=Publication(published=date(2024, 7, 10)))
    assert only_event(coder, longer).id == first.id


def test_ids_differ_between_documents_acts_and_people(coder: EventCoder) -> None:
    met = ATTACKED.replace("attacked", "met")
    given = [
        told(ATTACKED, "Ghana", "Togo"),
        told(ATTACKED, "Ghana", "Togo", id="document-2"),
        told(ATTACKED, "Ghana"),
        told(met, "Ghana", "Togo"),
        told(RAINED + "\n" + ATTACKED, "Ghana", "Togo"),
    ]
    assert len({only_event(coder, document).id for document in given}) == len(given)


def test_an_announced_meeting_is_an_agreement_to_meet(coder: EventCoder) -> None:
    given = told("Ghana NNP nsubj meet LOC\n will MD aux meet\n meet VB root\n Togo NNP obj meet LOC", "Ghana", "Togo")
    event = only_event(coder, given)
    assert (event.type, event.quad, event.cameo, event.factuality.status) == ("AGREE", 1, "03", "planned")


CUT = """
    Ghana   NNP nsubj suspend LOC
    will    MD  aux  suspend
    suspend VB  root
    aid     NN  obj  suspend
    to      IN  case Togo
    Togo    NNP nmod aid LOC
    {}
"""


def test_an_announced_sanction_is_a_threat_unless_its_day_is_named(coder: EventCoder) -> None:
    """The operator that makes it a sanction has happened only when it has a time of its own."""
    undated = told(CUT.format(""), "Ghana", "Togo", publication=Publication(published=date(2024, 7, 10)))
    dated = told(CUT.format("Monday NNP obl:unmarked suspend"), "Ghana", "Togo")
    monday = Timex(span(dated.text, "Monday"), date(2024, 7, 15), date(2024, 7, 15), "day", "by-hand", "publication")
    dated = told(CUT.format("Monday NNP obl:unmarked suspend"), "Ghana", "Togo", times=(monday,))
    assert reports(coder, undated) == ["Ghana THREATEN Togo (planned)"]
    assert reports(coder, dated) == ["Ghana SANCTION Togo (planned)"]


def test_aid_for_nobody_is_no_event_where_the_ontology_asks_for_a_recipient(coder: EventCoder) -> None:
    given = told("Ghana NNP nsubj helped LOC\n helped VBD root", "Ghana")
    assert reports(coder, given) == []
    assert only_trace(coder, given).reason == "trigger without a recipient"
    attack = told("Ghana NNP nsubj attacked LOC\n attacked VBD root", "Ghana")
    assert reports(coder, attack) == ["Ghana ASSAULT"]


def test_joined_verbs_are_two_events_of_one_actor(coder: EventCoder) -> None:
    given = told(
        """
        Ghana    NNP nsubj attacked LOC
        attacked VBD root
        Togo     NNP obj attacked LOC
        and      CC  cc  helped
        helped   VBD conj attacked
        Mali     NNP obj helped LOC
        """,
        "Ghana",
        "Togo",
        "Mali",
    )
    assert reports(coder, given) == ["Ghana ASSAULT Togo", "Ghana AID Mali"]


def test_the_trace_of_an_event_names_all_that_made_it(coder: EventCoder) -> None:
    given = told(ATTACKED, "Ghana", "Togo")
    trace = only_trace(coder, given)
    (attempt,) = trace.attempts
    slots = [[each.of(given.text) for each in slot] for slot in (attempt.actor, attempt.recipient)]
    assert (attempt.trigger.rule, slots, attempt.outcome) == ("assault.attack", [["Ghana"], ["Togo"]], "ASSAULT")
    assert attempt.is_event and trace.reason is None


def test_a_sentence_without_a_trigger_says_so(coder: EventCoder) -> None:
    trace = only_trace(coder, told(RAINED))
    assert (trace.reason, trace.attempts) == ("no trigger", ())


def test_the_section_of_an_event_is_that_of_its_sentence(coder: EventCoder) -> None:
    doc = parse(ATTACKED + "\n" + RAINED)
    lead, body = Section(Span(0, 20), "lead", "by-hand"), Section(Span(21, len(doc.text)), "body", "by-hand")
    assert [event.section for event in events_of(coder, told(doc, "Ghana", "Togo", sections=(body, lead)))] == ["lead"]
