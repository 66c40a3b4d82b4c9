"""Voice, tense, modality, negation, condition and question."""

import pytest

from dateline.nlp import syntax
from tests import make
from tests.nlp.ask import agents


@pytest.mark.parametrize(
    ("auxiliaries", "verb", "tense", "modal"),
    [
        ("", "left/VBD", "past", None),
        ("", "leaves/VBZ", "present", None),
        ("has/VBZ", "left/VBN", "past", None),
        ("is/VBZ", "leaving/VBG", "present", None),
        ("will/MD", "leave/VB", "future", "will"),
        ("'ll/MD", "leave/VB", "future", "will"),
        ("may/MD", "leave/VB", "none", "may"),
        ("may/MD have/VB", "left/VBN", "past", "may"),
        ("would/MD", "leave/VB", "none", "would"),
        ("did/VBD", "leave/VB", "past", None),
    ],
)
def test_tense_and_modality(auxiliaries: str, verb: str, tense: str, modal: str | None) -> None:
    word, tag = verb.split("/")
    rows = [f"{each.replace('/', ' ')} aux {word}" for each in auxiliaries.split()]
    doc = make.parse("\n".join([f"Mali NNP nsubj {word}", *rows, f"{word} {tag} root"]))
    assert (syntax.tense_of(make.token(doc, word)), syntax.modal_of(make.token(doc, word))) == (tense, modal)


def test_a_bare_conjunct_shares_modal_and_negation() -> None:
    doc = make.parse("""
        He     PRP nsubj  attack
        will   MD  aux    attack
        not    RB  advmod attack
        attack VB  root
        or     CC  cc     retreat
        retreat VB conj   attack
    """)
    retreat = make.token(doc, "retreat")
    assert (syntax.modal_of(retreat), syntax.tense_of(retreat)) == ("will", "future")
    assert syntax.negation_of(retreat) == make.token(doc, "not")


def test_a_contrast_ends_a_negation() -> None:
    doc = make.parse("""
        did    VBD aux    fight
        not    RB  advmod fight
        fight  VB  root
        but    CC  cc     flee
        flee   VB  conj   fight
    """)
    assert syntax.is_negated(make.token(doc, "fight"))
    assert not syntax.is_negated(make.token(doc, "flee"))


@pytest.mark.parametrize(
    "table",
    [
        "No DT det men\nmen NNS nsubj died\ndied VBD root",
        "Nobody NN/PRON nsubj died\ndied VBD root",
        "without IN mark died\ndied VBG root",
        "never RB advmod died\ndied VBD root",
    ],
)
def test_other_negations(table: str) -> None:
    assert syntax.is_negated(make.token(make.parse(table), "died"))


def test_a_condition_reaches_down_through_complements() -> None:
    doc = make.parse("""
        If      IN  mark  decides
        Mali    NNP nsubj decides
        decides VBZ advcl pay
        to      TO  mark  leave
        leave   VB  xcomp decides
        we      PRP nsubj pay
        pay     VBP root
    """)
    assert syntax.conditional_of(make.token(doc, "leave")) == make.token(doc, "If")
    assert syntax.conditional_of(make.token(doc, "pay")) is None


def test_questions() -> None:
    doc = make.parse("Will MD aux leave\nMali NNP nsubj leave\nleave VB root\n? . punct leave")
    assert syntax.is_question(make.token(doc, "leave"))


def test_particles() -> None:
    for label in ("compound:prt", "advmod"):
        doc = make.parse(f"carried VBD root\nout RP {label} carried\nraids NNS obj carried")
        assert syntax.particle_of(make.token(doc, "carried")) == "out"


def test_a_noun_said_of_a_subject() -> None:
    doc = make.parse("Wagner NNP nsubj group\nis VBZ cop group\na DT det group\ngroup NN root")
    assert syntax.is_noun_predicate(make.token(doc, "group"))
    assert not syntax.is_noun_predicate(make.token(doc, "Wagner"))
    assert agents(doc, "group") == "Wagner"
