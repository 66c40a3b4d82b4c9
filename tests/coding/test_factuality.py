"""Whether an act happened, and by which words."""

import pytest
from spacy.tokens import Doc

from dateline.coding.coder import EventCoder
from dateline.model import Document, Status
from tests.coding.telling import only_event, reports, told


def attacked(before: str, verb: str = "attack VB", after: str = "") -> Document:
    """ "Ghana ... attack Togo ..."; the words between are given as rows."""
    word = verb.split()[0]
    rows = [f"Ghana NNP nsubj {word} LOC", *before.split(", "), f"{verb} root", f"Togo NNP obj {word} LOC"]
    return told("\n".join(filter(None, [*rows, *after.split(", ")])), "Ghana", "Togo")


def status_and_cues(coder: EventCoder, given: Document) -> tuple[Status, list[tuple[str, str]]]:
    factuality = only_event(coder, given).factuality
    return factuality.status, [(cue.span.of(given.text), cue.rule) for cue in factuality.cues]


def test_an_act_that_is_simply_told_happened(coder: EventCoder) -> None:
    assert status_and_cues(coder, attacked("", "attacked VBD")) == ("actual", [])


@pytest.mark.parametrize(
    ("given", "status", "cue"),
    [
        (attacked("did VBD aux attack, not RB advmod attack"), "negated", ("not", "factuality.negation")),
        (attacked("never RB advmod attacked", "attacked VBD"), "negated", ("never", "factuality.negation")),
        (
            attacked("no RB advmod longer, longer RB advmod attacks", "attacks VBZ"),
            "negated",
            ("no", "factuality.negation"),
        ),
        (attacked("should MD aux attack, not RB advmod attack"), "hypothetical", ("not", "factuality.advice")),
        (attacked("may MD aux attack"), "possible", ("attack", "factuality.modal")),
        (attacked("might MD aux attack, soon RB advmod attack"), "possible", ("attack", "factuality.modal")),
        (attacked("will MD aux attack"), "planned", ("attack", "factuality.modal")),
        (attacked("would MD aux attack"), "hypothetical", ("attack", "factuality.modal")),
        (attacked("reportedly RB advmod attacked", "attacked VBD"), "possible", ("reportedly", "factuality.modifier")),
        (attacked("", "attacked VBD", "? . punct attacked"), "possible", ("attacked", "factuality.question")),
    ],
)
def test_a_word_takes_it_back_and_is_kept_as_evidence(
    coder: EventCoder, given: Document, status: Status, cue: tuple[str, str]
) -> None:
    assert status_and_cues(coder, given) == (status, [cue])


def test_not_only_denies_nothing(coder: EventCoder) -> None:
    given = attacked("not RB advmod attacked, only RB advmod attacked", "attacked VBD")
    assert status_and_cues(coder, given) == ("actual", [])


def test_a_denial_within_a_condition_is_no_denial(coder: EventCoder) -> None:
    given = attacked("if IN mark attack, does VBZ aux attack, not RB advmod attack", "attack VB")
    assert status_and_cues(coder, given) == ("hypothetical", [("if", "factuality.condition")])


@pytest.mark.parametrize(
    ("main", "marker", "status"),
    [
        ("stay VB", "until IN mark attacks", "planned"),
        ("stay VB", "while IN mark attacks", "actual"),
    ],
)
def test_what_is_waited_for_is_still_to_come(coder: EventCoder, main: str, marker: str, status: Status) -> None:
    table = f"""
        Guards  NNS nsubj stay
        will    MD  aux   stay
        {main} root
        {marker}
        Ghana   NNP nsubj attacks LOC
        attacks VBZ advcl stay
        Togo    NNP obj attacks LOC
    """
    assert status_and_cues(coder, told(table, "Ghana", "Togo"))[0] == status


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ("has VBZ root\n yet RB advmod has\n to TO mark attack\n attack VB xcomp has", "negated"),
        ("is VBZ cop weak\n too RB advmod weak\n weak JJ root\n to TO mark attack\n attack VB xcomp weak", "negated"),
        ("is VBZ cop weak\n weak JJ root\n to TO mark attack\n attack VB xcomp weak", "planned"),
    ],
)
def test_what_is_still_to_be_done_is_not_done(coder: EventCoder, rows: str, status: Status) -> None:
    head = rows.rpartition(" ")[2]
    given = told(f"Ghana NNP nsubj {head} LOC\n {rows}\n Togo NNP obj attack LOC", "Ghana", "Togo")
    assert coder.tools.factualities.status_of(next(word for word in parse_of(given) if word.text == "attack")) == status


def parse_of(given: Document) -> Doc:
    assert given.parse is not None
    return given.parse


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ("any DT det attack\n attack NN nsubj begins\n begins VBZ root", "hypothetical"),
        ("no DT det attack\n attack NN nsubj began\n began VBD root", "negated"),
        ("an DT det attack\n attack NN nsubj begin\n may MD aux begin\n begin VB root", "possible"),
        ("the DT det plan\n attack NN compound plan\n plan NN nsubj failed\n failed VBD root", "planned"),
        ("attack VB root\n the DT det town\n town NN obj attack", "planned"),
    ],
)
def test_any_predicate_has_a_status(coder: EventCoder, rows: str, status: Status) -> None:
    attack = next(word for word in parse_of(told(rows)) if word.text == "attack")
    assert coder.tools.factualities.status_of(attack) == status


def test_a_condition_makes_it_hypothetical(coder: EventCoder) -> None:
    given = told(
        """
        If      IN  mark attacks
        Ghana   NNP nsubj attacks LOC
        attacks VBZ advcl flee
        Togo    NNP obj attacks LOC
        people  NNS nsubj flee
        flee    VBP root
        """,
        "Ghana",
        "Togo",
    )
    assert status_and_cues(coder, given) == ("hypothetical", [("If", "factuality.condition")])


def test_a_reported_would_is_a_plan(coder: EventCoder) -> None:
    given = told(
        """
        Ruiz   NNP nsubj said PER
        said   VBD root
        Ghana  NNP nsubj attack LOC
        would  MD  aux attack
        attack VB  ccomp said
        Togo   NNP obj attack LOC
        """,
        "Ghana",
        "Togo",
    )
    assert reports(coder, given) == ["Ghana ASSAULT Togo (planned)"]


def test_a_denial_is_stronger_than_a_doubt(coder: EventCoder) -> None:
    given = attacked("reportedly RB advmod attack, did VBD aux attack, not RB advmod attack")
    assert status_and_cues(coder, given)[0] == "negated"


def launched(rows: str) -> Document:
    """ "Ghana launched ... attack on Togo"."""
    noun = f"{rows}\n attack NN obj launched\n on IN case Togo\n Togo NNP nmod attack LOC"
    return told(f"Ghana NNP nsubj launched LOC\n launched VBD root\n {noun}", "Ghana", "Togo")


@pytest.mark.parametrize(
    ("rows", "report"),
    [
        ("an DT det attack", "Ghana ASSAULT Togo"),
        ("no DT det attack", "Ghana ASSAULT Togo (negated)"),
        ("a DT det attack\n foiled JJ amod attack", "Ghana ASSAULT Togo (negated)"),
        ("an DT det attack\n alleged JJ amod attack", "Ghana ASSAULT Togo (possible)"),
    ],
)
def test_a_noun_is_denied_or_doubted_by_its_own_words(coder: EventCoder, rows: str, report: str) -> None:
    assert reports(coder, launched(rows)) == [report]


def test_a_noun_is_denied_with_the_verb_that_carries_it(coder: EventCoder) -> None:
    table = """
        Ghana  NNP nsubj launch LOC
        did    VBD aux launch
        not    RB  advmod launch
        launch VB  root
        an     DT  det attack
        attack NN  obj launch
        on     IN  case Togo
        Togo   NNP nmod attack LOC
    """
    assert reports(coder, told(table, "Ghana", "Togo")) == ["Ghana ASSAULT Togo (negated)"]


def test_two_denials_make_a_deed(coder: EventCoder) -> None:
    table = """
        Ghana  NNP nsubj fail LOC
        did    VBD aux fail
        not    RB  advmod fail
        fail   VB  root
        to     TO  mark attack
        attack VB  xcomp fail
        Togo   NNP obj attack LOC
    """
    assert reports(coder, told(table, "Ghana", "Togo")) == ["Ghana ASSAULT Togo"]


def test_a_denied_promise_of_help_is_a_refusal_that_happened(coder: EventCoder) -> None:
    given = attacked("will MD aux help, not RB advmod help", "help VB")
    event = only_event(coder, given)
    assert (event.type, event.modes, event.factuality.status) == ("REJECT", ("assist",), "actual")


def test_help_that_was_not_given_is_no_refusal(coder: EventCoder) -> None:
    given = attacked("did VBD aux help, not RB advmod help", "help VB")
    assert reports(coder, given) == ["Ghana AID Togo (negated)"]


def test_a_failed_act_that_was_denied_is_none_the_more_a_deed(coder: EventCoder) -> None:
    table = """
        Ghana  NNP nsubj launch LOC
        did    VBD aux launch
        not    RB  advmod launch
        launch VB  root
        the    DT  det attack
        foiled JJ  amod attack
        attack NN  obj launch
    """
    assert reports(coder, told(table, "Ghana")) == ["Ghana ASSAULT (negated)"]
