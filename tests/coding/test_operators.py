"""Words that take another act as content, alone and nested."""

from dateline.coding.coder import EventCoder
from tests.coding.telling import only_event, only_trace, reports, told

TO = """
    Ghana  NNP nsubj {0} LOC
    {0}    VBD root
    to     TO  mark {1}
    {1}    VB  xcomp {0}
    Togo   NNP obj  {1} LOC
"""


def say(coder: EventCoder, said: str, done: str) -> list[str]:
    """What "Ghana *said* to *do* Togo" reports."""
    return reports(coder, told(TO.format(said, done), "Ghana", "Togo"))


def test_a_threat_is_a_deed_of_its_own_with_the_mode_of_what_it_threatens(coder: EventCoder) -> None:
    event = only_event(coder, told(TO.format("threatened", "attack"), "Ghana", "Togo"))
    assert (event.type, event.modes, event.factuality.status) == ("THREATEN", ("violence",), "actual")
    assert (event.score, event.cameo, event.goldstein) == (-4, "138", -7.0)
    assert [operator.rule for operator in event.operators] == ["operator.threaten"]
    assert event.trigger.rule == "assault.attack"


def test_an_operator_leaves_acts_alone_that_it_does_not_take(coder: EventCoder) -> None:
    assert say(coder, "promised", "attack") == ["Ghana ASSAULT Togo (planned)"]


def test_the_narrowest_name_for_an_act_decides(coder: EventCoder) -> None:
    """For `suspend`, AID goes before `hostile`, and both before `any`."""
    assert say(coder, "suspended", "help") == ["Ghana SANCTION Togo"]
    assert say(coder, "suspended", "attack") == ["Ghana CONCEDE Togo"]
    assert say(coder, "suspended", "meet") == []


def test_a_promise_of_help_is_an_agreement(coder: EventCoder) -> None:
    assert say(coder, "promised", "help") == ["Ghana AGREE Togo"]


def test_a_refusal_has_the_mode_of_what_it_refuses(coder: EventCoder) -> None:
    event = only_event(coder, told(TO.format("refused", "help"), "Ghana", "Togo"))
    assert (event.type, event.modes, event.score) == ("REJECT", ("assist",), -1.5)


def test_an_operator_may_tell_only_whether_the_act_happened(coder: EventCoder) -> None:
    assert say(coder, "planned", "attack") == ["Ghana ASSAULT Togo (planned)"]
    assert say(coder, "failed", "attack") == ["Ghana ASSAULT Togo (negated)"]


def test_operators_nest_from_the_inside_out(coder: EventCoder) -> None:
    given = told(
        """
        Ghana      NNP nsubj threatened LOC
        threatened VBD root
        to         TO  mark suspend
        suspend    VB  xcomp threatened
        aid        NN  obj  suspend
        to         IN  case Togo
        Togo       NNP nmod aid LOC
        """,
        "Ghana",
        "Togo",
    )
    event = only_event(coder, given)
    assert reports(coder, given) == ["Ghana THREATEN Togo"]
    assert [operator.rule for operator in event.operators] == ["operator.halt", "operator.threaten"]
    assert event.modes == ("relations",)


def test_a_plan_to_fail_and_a_failure_to_plan_differ(coder: EventCoder) -> None:
    table = """
        Ghana NNP nsubj {0} LOC
        {0}   VBD root
        to    TO  mark {1}
        {1}   VB  xcomp {0}
        to    TO  mark attack
        attack VB xcomp {1}
        Togo  NNP obj attack LOC
    """
    assert reports(coder, told(table.format("planned", "fail"), "Ghana", "Togo")) == ["Ghana ASSAULT Togo (planned)"]
    assert reports(coder, told(table.format("failed", "plan"), "Ghana", "Togo")) == ["Ghana ASSAULT Togo (negated)"]


OF = """
    Ghana     NNP nsubj accused LOC
    accused   VBD root
    Togo      NNP obj  accused LOC
    of        IN  mark attacking
    attacking VBG advcl accused
    Mali      NNP obj  attacking LOC
"""


def test_an_accusation_is_actual_and_the_deed_in_it_only_possible(coder: EventCoder) -> None:
    found = reports(coder, told(OF, "Ghana", "Togo", "Mali"))
    assert sorted(found) == ["Ghana ACCUSE Togo", "Togo ASSAULT Mali (possible)"]


def test_a_request_swallows_what_it_asks_for(coder: EventCoder) -> None:
    given = told(
        """
        Ghana NNP nsubj urged LOC
        urged VBD root
        Togo  NNP obj  urged LOC
        to    TO  mark help
        help  VB  xcomp urged
        Mali  NNP obj  help LOC
        """,
        "Ghana",
        "Togo",
        "Mali",
    )
    assert reports(coder, given) == ["Ghana REQUEST Togo"]
    assert only_event(coder, given).modes == ("assist",)


def test_a_request_without_an_addressee_goes_to_whom_its_content_names(coder: EventCoder) -> None:
    table = """
        Ghana    NNP nsubj demanded LOC
        demanded VBD root
        that     IN  mark help
        Togo     NNP nsubj help LOC
        help     VB  ccomp demanded
    """
    assert reports(coder, told(table, "Ghana", "Togo")) == ["Ghana REQUEST Togo"]


def test_an_operator_may_undo_an_act(coder: EventCoder) -> None:
    table = """
        Ghana     NNP nsubj prevented LOC
        prevented VBD root
        an        DT  det attack
        attack    NN  obj prevented
        on        IN  case Togo
        Togo      NNP nmod attack LOC
    """
    assert reports(coder, told(table, "Ghana", "Togo")) == []


def test_an_operator_without_an_act_is_idle_and_the_trace_says_so(coder: EventCoder) -> None:
    given = told("Rain NN nsubj threatened\n threatened VBD root")
    trace = only_trace(coder, given)
    assert (trace.reason, [attempt.trigger.rule for attempt in trace.attempts]) == (
        "operator without an act",
        ["operator.threaten"],
    )


def test_a_threat_that_was_not_made_is_denied(coder: EventCoder) -> None:
    table = TO.format("threaten", "attack").replace("VBD root", "VB root")
    given = told(
        table.replace("    threaten ", "    did VBD aux threaten\n    not RB advmod threaten\n    threaten ", 1),
        "Ghana",
        "Togo",
    )
    assert reports(coder, given) == ["Ghana THREATEN Togo (negated)"]


def test_a_threat_not_to_do_something_is_a_threat_all_the_same(coder: EventCoder) -> None:
    table = TO.format("threatened", "attack").replace("    to ", "    not RB advmod attack\n    to ")
    assert reports(coder, told(table, "Ghana", "Togo")) == ["Ghana THREATEN Togo"]


def test_a_plan_not_to_attack_denies_the_attack(coder: EventCoder) -> None:
    table = TO.format("planned", "attack").replace("    to ", "    not RB advmod attack\n    to ")
    assert reports(coder, told(table, "Ghana", "Togo")) == ["Ghana ASSAULT Togo (negated)"]


def test_an_operator_takes_an_act_through_the_verb_that_carries_it(coder: EventCoder) -> None:
    table = """
        Ghana      NNP nsubj threatened LOC
        threatened VBD root
        to         TO  mark launch
        launch     VB  xcomp threatened
        an         DT  det attack
        attack     NN  obj launch
        on         IN  case Togo
        Togo       NNP nmod attack LOC
    """
    assert reports(coder, told(table, "Ghana", "Togo")) == ["Ghana THREATEN Togo"]
