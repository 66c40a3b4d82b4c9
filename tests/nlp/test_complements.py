"""Clauses without a subject of their own, and what governs them."""

import pytest

from dateline.nlp import syntax
from tests import make
from tests.nlp.ask import agents, contents, patients, words


def test_subject_and_object() -> None:
    doc = make.parse("""
        Iran    NNP nsubj  agreed
        agreed  VBD root
        to      TO  mark   free
        free    VB  xcomp  agreed
        men     NNS obj    free
        and     CC  cc     order
        order   VB  conj   free
        troops  NNS obj    order
        to      TO  mark   leave
        leave   VB  xcomp  order
    """)
    assert agents(doc, "free") == agents(doc, "order") == "Iran"
    assert agents(doc, "leave") == "troops"
    assert contents(doc, "agreed") == "free order"
    assert syntax.governor_of(make.token(doc, "order")) == make.token(doc, "agreed")
    assert syntax.has_infinitive_marker(make.token(doc, "order"))


def test_a_passive_governor_passes_its_subject_on() -> None:
    doc = make.parse("""
        He      PRP nsubj:pass forced
        was     VBD aux:pass   forced
        forced  VBN root
        by      IN  case       army
        army    NN  obl:agent  forced
        to      TO  mark       resign
        resign  VB  xcomp      forced
    """)
    assert agents(doc, "resign") == "He"


@pytest.mark.parametrize(("verb", "who"), [("promised", "Xi"), ("told", "Abe")])
def test_promises_are_kept_by_who_makes_them(verb: str, who: str) -> None:
    doc = make.parse(f"Xi NNP nsubj {verb}\n{verb} VBD root\nAbe NNP obj {verb}\nto TO mark go\ngo VB xcomp {verb}")
    assert agents(doc, "go") == who


@pytest.mark.parametrize("label", ["xcomp", "advcl"])
def test_call_on_somebody(label: str) -> None:
    doc = make.parse(f"""
        Rome   NNP nsubj   called
        called VBD root
        on     IN  case    Iran
        Iran   NNP obl     called
        to     TO  mark    stop
        stop   VB  {label} called
    """)
    assert agents(doc, "stop") == "Iran"
    assert contents(doc, "called") == "stop"


@pytest.mark.parametrize(("verb", "preposition"), [("accused", "of"), ("barred", "from"), ("blamed", "for")])
@pytest.mark.parametrize("clause", ["advcl {verb}", "acl Chad"])
def test_gerunds_after_prepositions_belong_to_the_object(verb: str, preposition: str, clause: str) -> None:
    doc = make.parse(f"""
        Rome    NNP nsubj {verb}
        {verb}  VBD root
        Chad    NNP obj   {verb}
        {preposition} IN mark arming
        arming  VBG {clause.format(verb=verb)}
        rebels  NNS obj   arming
    """)
    assert agents(doc, "arming") == "Chad"
    assert contents(doc, verb) == "arming"


def test_a_purpose_belongs_to_the_subject() -> None:
    doc = make.parse("""
        Chad   NNP nsubj  closed
        closed VBD root
        ports  NNS obj    closed
        to     TO  mark   stop
        stop   VB  advcl  closed
        rebels NNS obj    stop
    """)
    assert agents(doc, "stop") == "Chad"
    assert contents(doc, "closed") == ""


def test_results_and_circumstances() -> None:
    doc = make.parse("""
        After   IN   mark  seizing
        seizing VBG  advcl hit
        towns   NNS  obj   seizing
        ,       ,    punct seizing
        rebels  NNS  nsubj hit
        hit     VBD  root
        Kano    NNP  obj   hit
        ,       ,    punct killing
        killing VBG  advcl hit
        two     CD   obj   killing
    """)
    assert agents(doc, "seizing") == agents(doc, "killing") == "rebels"


def test_a_comma_parts_a_participle_from_the_object() -> None:
    doc = make.parse("""
        Rebels  NNS nsubj hit
        hit     VBD root
        Kano    NNP obj   hit
        ,       ,   punct killing
        killing VBG acl   Kano
        two     CD  obj   killing
    """)
    assert agents(doc, "killing") == "Rebels"


def test_the_result_of_a_passive_is_its_agents() -> None:
    doc = make.parse("""
        Kano    NNP nsubj:pass hit
        was     VBD aux:pass   hit
        hit     VBN root
        by      IN  case       rebels
        rebels  NNS obl:agent  hit
        killing VBG advcl      hit
    """)
    assert agents(doc, "killing") == "rebels"


def test_a_participle_before_the_main_clause_is_passive() -> None:
    doc = make.parse("""
        Backed VBN advcl     struck
        by     IN  case      Iran
        Iran   NNP obl:agent Backed
        rebels NNS nsubj     struck
        struck VBD root
    """)
    assert (agents(doc, "Backed"), patients(doc, "Backed")) == ("Iran", "rebels")


def test_infinitives_of_nouns_belong_to_their_owner() -> None:
    doc = make.parse("""
        His      PRP$ nmod:poss decision
        decision NN   nsubj     shook
        to       TO   mark      leave
        leave    VB   acl       decision
        shook    VBD  root
        Rome     NNP  obj       shook
    """)
    assert agents(doc, "leave") == "His"
    assert contents(doc, "decision") == "leave"
    assert syntax.governor_of(make.token(doc, "leave")) == make.token(doc, "decision")


def test_or_to_who_takes_the_decision() -> None:
    doc = make.parse("""
        Mali NNP nsubj took
        took VBD root
        steps NNS obj  took
        to   TO  mark  leave
        leave VB acl   steps
    """)
    assert agents(doc, "leave") == "Mali"


def test_or_to_those_under_pressure() -> None:
    doc = make.parse("""
        pressure NN  root
        on       IN  case Mali
        Mali     NNP nmod pressure
        to       TO  mark leave
        leave    VB  acl  pressure
    """)
    assert agents(doc, "leave") == "Mali"


def test_a_headline_infinitive() -> None:
    doc = make.parse("Mali NNP root\nto TO mark leave\nleave VB acl Mali\nbloc NN obj leave")
    assert agents(doc, "leave") == "Mali"
    assert contents(doc, "Mali") == ""


def test_what_a_copula_says_of_an_aim() -> None:
    doc = make.parse("""
        aim     NN  nsubj:outer protect
        is      VBZ cop         protect
        to      TO  mark        protect
        protect VB  root
    """)
    assert contents(doc, "aim") == "protect"


def test_a_predicate_adjective() -> None:
    doc = make.parse("""
        Rome     NNP nsubj critical
        is       VBZ cop   critical
        critical JJ  root
        of       IN  case  plan
        plan     NN  obl   critical
    """)
    assert agents(doc, "critical") == "Rome"
    assert words(syntax.oblique_of(make.token(doc, "critical"), "of")) == "plan"
    assert syntax.tense_of(make.token(doc, "critical")) == "present"
