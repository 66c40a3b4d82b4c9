"""Who fills the slots of an act."""

from dateline.coding.coder import EventCoder
from dateline.coding.participants import UNIDENTIFIED
from dateline.model import Document
from tests.coding.telling import only_event, only_trace, reports, told
from tests.make import actor, chain, document, mention, span


def test_active_and_passive_say_the_same(coder: EventCoder) -> None:
    active = told("Ghana NNP nsubj attacked LOC\n attacked VBD root\n Togo NNP obj attacked LOC", "Ghana", "Togo")
    passive = told(
        """
        Togo     NNP nsubj:pass attacked LOC
        was      VBD aux:pass attacked
        attacked VBN root
        by       IN  case Ghana
        Ghana    NNP obl:agent attacked LOC
        """,
        "Ghana",
        "Togo",
    )
    assert reports(coder, active) == reports(coder, passive) == ["Ghana ASSAULT Togo"]


def test_a_noun_has_its_possessor_and_its_preposition(coder: EventCoder) -> None:
    given = told(
        """
        Ghana  NNP nmod:poss attack LOC
        's     POS case Ghana
        attack NN  nsubj ended
        on     IN  case Togo
        Togo   NNP nmod attack LOC
        ended  VBD root
        """,
        "Ghana",
        "Togo",
    )
    assert reports(coder, given) == ["Ghana ASSAULT Togo"]


def test_a_light_verb_and_its_noun_are_one_act(coder: EventCoder) -> None:
    given = told(
        """
        Ghana    NNP nsubj launched LOC
        launched VBD root
        an       DT  det  attack
        attack   NN  obj  launched
        on       IN  case Togo
        Togo     NNP nmod attack LOC
        """,
        "Ghana",
        "Togo",
    )
    assert reports(coder, given) == ["Ghana ASSAULT Togo"]


def test_those_who_meet_are_all_actors(coder: EventCoder) -> None:
    met = told("Ghana NNP nsubj met LOC\n met VBD root\n Togo NNP obj met LOC", "Ghana", "Togo")
    talked = told(
        """
        Ghana  NNP nsubj talked LOC
        and    CC  cc   Mali
        Mali   NNP conj Ghana B-LOC
        talked VBD root
        with   IN  case Togo
        Togo   NNP obl  talked LOC
        """,
        "Ghana",
        "Mali",
        "Togo",
    )
    assert reports(coder, met) == ["Ghana, Togo CONSULT"]
    assert reports(coder, talked) == ["Ghana, Mali, Togo CONSULT"]


def test_all_who_are_joined_fill_a_slot_in_the_order_of_the_text(coder: EventCoder) -> None:
    given = told(
        """
        Ghana    NNP nsubj attacked LOC
        attacked VBD root
        Togo     NNP obj  attacked LOC
        and      CC  cc   Mali
        Mali     NNP conj Togo LOC
        """,
        "Mali",
        "Togo",
        "Ghana",
    )
    assert reports(coder, given) == ["Ghana ASSAULT Togo, Mali"]


HIMSELF = "Ruiz NNP nsubj helped PER\n helped VBD root\n himself PRP obj helped"


def pronoun(table: str, word: str, name: str) -> Document:
    """A document in which a pronoun stands for somebody named in it."""
    bare = document(table)
    people = mention(bare.text, name, label="PER"), mention(bare.text, word, form="pronoun")
    return document(table, mentions=people, chains=(chain("1", *people),), actors=(actor("1", name),))


def test_nobody_is_both_actor_and_recipient(coder: EventCoder) -> None:
    given = pronoun(HIMSELF, "himself", "Ruiz")
    assert reports(coder, given) == []
    assert only_trace(coder, given).reason == "trigger without a recipient"


def test_a_pronoun_is_shown_by_the_name_before_it_in_its_sentence(coder: EventCoder) -> None:
    table = """
        Ruiz NNP nsubj stayed PER
        stayed VBD root
        and CC cc attacked
        he PRP nsubj attacked
        attacked VBD conj stayed
        towns NNS obj attacked
    """
    event = only_event(coder, pronoun(table, "he", "Ruiz"))
    assert event.actor[0].span == span("Ruiz stayed", "Ruiz")


def test_a_pronoun_whose_name_stands_in_another_sentence_is_shown_itself(coder: EventCoder) -> None:
    table = """
        Ruiz NNP nsubj stayed PER
        stayed VBD root

        Yesterday NN obl:unmarked attacked
        he PRP nsubj attacked
        attacked VBD root
        towns NNS obj attacked
    """
    given = pronoun(table, "he", "Ruiz")
    (participant,) = only_event(coder, given).actor
    assert (participant.span.of(given.text), participant.actor.name) == ("he", "Ruiz")


def test_an_adjective_names_a_state(coder: EventCoder) -> None:
    given = told(
        "Ghanaian JJ amod troops\n troops NNS nsubj attacked\n attacked VBD root\n Togo NNP obj attacked LOC", "Togo"
    )
    (participant,) = only_event(coder, given).actor
    assert participant.span.of(given.text) == "Ghanaian"
    assert (participant.actor.kind, participant.actor.country, participant.actor.chain_id) == (
        "state",
        "GHA",
        "state-GHA",
    )
    assert participant.actor.link_score < 1


def test_an_act_without_an_actor_is_no_event(coder: EventCoder) -> None:
    given = told("Togo NNP nsubj:pass attacked LOC\n was VBD aux:pass attacked\n attacked VBN root", "Togo")
    assert reports(coder, given) == []
    trace = only_trace(coder, given)
    assert trace.reason == "trigger without an actor"
    (attempt,) = trace.attempts
    assert ([each.of(given.text) for each in attempt.recipient], attempt.is_event) == (["Togo"], False)


def test_a_certain_act_has_an_unnamed_actor_of_the_sector_that_its_rule_names(coder: EventCoder) -> None:
    given = told("Ruiz NNP nsubj:pass killed PER\n was VBD aux:pass killed\n killed VBN root", persons=["Ruiz"])
    event = only_event(coder, given)
    (nobody,) = event.actor
    assert (nobody.actor.rule, nobody.actor.sector, nobody.actor.link_score) == (UNIDENTIFIED, ("UNK",), 0)
    assert nobody.span == event.trigger.span


def test_words_that_refer_to_no_actor_fill_nothing(coder: EventCoder) -> None:
    """A mention whose chain has no actor, such as a storm, attacks nobody."""
    bare = told("Storms NNS nsubj attacked\n attacked VBD root\n Togo NNP obj attacked LOC", "Togo")
    assert reports(coder, bare) == []


def test_the_words_that_a_thing_is_told_by_name_the_recipient(coder: EventCoder) -> None:
    table = """
        Ghana  NNP nsubj blamed LOC
        blamed VBD root
        a      DT  det plan
        plan   NN  obj blamed
        for    IN  case Togo
        Togo   NNP nmod plan LOC
    """
    assert reports(coder, told(table, "Ghana", "Togo")) == ["Ghana ACCUSE Togo"]
