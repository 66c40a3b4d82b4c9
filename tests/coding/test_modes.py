"""How an act was done."""

from dateline.coding.coder import EventCoder
from tests.coding.telling import events_of, only_event, told

WITH = """
    Ghana    NNP nsubj attacked LOC
    attacked VBD root
    Togo     NNP obj  attacked LOC
    with     IN  case mortars
    mortars  NNS obl  attacked
"""


def test_a_cue_in_the_clause_gives_the_mode_and_its_score(coder: EventCoder) -> None:
    event = only_event(coder, told(WITH, "Ghana", "Togo"))
    assert (event.modes, event.score) == (("explosives",), -9.5)


def test_without_a_cue_there_is_no_mode(coder: EventCoder) -> None:
    event = only_event(coder, told(WITH.replace("mortars", "fists"), "Ghana", "Togo"))
    assert (event.modes, event.score) == ((), -9)


def test_a_cue_in_another_clause_tells_nothing(coder: EventCoder) -> None:
    table = """
        Ghana    NNP nsubj attacked LOC
        attacked VBD root
        Togo     NNP obj  attacked LOC
        while    IN  mark sold
        Mali     NNP nsubj sold LOC
        sold     VBD advcl attacked
        mortars  NNS obl  sold
    """
    assert only_event(coder, told(table, "Ghana", "Togo")).modes == ()


def test_joined_verbs_keep_their_cues_apart(coder: EventCoder) -> None:
    table = """
        Ghana   NNP nsubj raided LOC
        raided  VBD root
        Togo    NNP obj raided LOC
        and     CC  cc  bombed
        bombed=attack VBD conj raided
        Mali    NNP obj bombed LOC
        with    IN  case mortars
        mortars NNS obl bombed
    """
    raid, attack = events_of(coder, told(table, "Ghana", "Togo", "Mali"))
    assert (raid.modes, attack.modes) == ((), ("explosives",))


def test_the_mode_of_the_rule_goes_before_that_of_a_cue(coder: EventCoder) -> None:
    table = """
        Ghana NNP nsubj met LOC
        met   VBD root
        Togo  NNP obj met LOC
        by    IN  case telephone
        telephone NN obl met
        at    IN  case airport
        an    DT  det airport
        airport NN obl met
    """
    event = only_event(coder, told(table, "Ghana", "Togo"))
    assert (event.modes, event.score) == (("visit", "phone"), 4)
