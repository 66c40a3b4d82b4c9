"""What coordinated verbs and nouns share."""

import pytest

from dateline.nlp import syntax
from tests import make
from tests.nlp.ask import agents, patients, words

TABLE = """
    Troops NNS nsubj   seized
    seized VBD root
    and    CC  cc      burned
    burned VBD conj    seized
    the    DT  det     town
    town   NN  obj     {}
    on     IN  case    Friday
    Friday NNP obl     {}
"""


@pytest.mark.parametrize("owner", ["seized", "burned"])
def test_verbs_share_subject_object_and_phrases(owner: str) -> None:
    doc = make.parse(TABLE.format(owner, owner))
    for verb in make.tokens(doc, "seized burned"):
        assert words(syntax.agent_of(verb)) == "Troops"
        assert words(syntax.patient_of(verb)) == "town"
        assert words(syntax.oblique_of(verb, "on")) == "Friday"


def test_an_object_before_the_second_verb_is_not_shared() -> None:
    doc = make.parse("""
        Troops NNS nsubj seized
        seized VBD root
        towns  NNS obj   seized
        and    CC  cc    marched
        marched VBD conj seized
    """)
    assert (agents(doc, "marched"), patients(doc, "marched")) == ("Troops", "")


def test_passives_share_subject_auxiliary_and_agent() -> None:
    doc = make.parse("""
        He       PRP nsubj:pass arrested
        was      VBD aux:pass   arrested
        arrested VBN root
        and      CC  cc         charged
        charged  VBN conj       arrested
        by       IN  case       police
        police   NNS obl:agent  charged
    """)
    for verb in make.tokens(doc, "arrested charged"):
        assert (words(syntax.agent_of(verb)), words(syntax.patient_of(verb))) == ("police", "He")


def test_a_later_participle_is_active_after_have() -> None:
    doc = make.parse("""
        Rebels NNS nsubj  seized
        have   VBP aux    seized
        seized VBN root
        towns  NNS obj    seized
        and    CC  cc     fled
        fled   VBN conj   seized
    """)
    assert syntax.voice_of(make.token(doc, "fled")) == "active"
    assert syntax.tense_of(make.token(doc, "fled")) == "past"
    assert agents(doc, "fled") == "Rebels"


def test_a_verb_hung_on_the_object_still_finds_the_subject() -> None:
    doc = make.parse("""
        He      PRP nsubj seized
        seized  VBD root
        towns   NNS obj   seized
        and     CC  cc    marched
        marched VBD conj  towns
    """)
    assert agents(doc, "marched") == "He"
    assert patients(doc, "seized") == "towns"


def test_a_list_parsed_as_apposition_is_a_list() -> None:
    doc = make.parse("""
        China  NNP nsubj  signed
        ,      ,   punct  India
        India  NNP appos  China
        and    CC  cc     Iran
        Iran   NNP conj   China
        signed VBD root
    """)
    assert agents(doc, "signed") == "China India Iran"
    assert words(syntax.coordinated(make.token(doc, "India"))) == "China India Iran"
    assert syntax.apposition_of(make.token(doc, "China")) == []


def test_an_apposition_is_not_a_list() -> None:
    doc = make.parse("""
        Huerta   NNP nsubj  spoke   PER
        ,        ,   punct  minister
        the      DT  det    minister
        minister NN  appos  Huerta
        ,        ,   punct  minister
        and      CC  cc     Xi
        Xi       NNP conj   Huerta  PER
        spoke    VBD root
    """)
    assert agents(doc, "spoke") == "Huerta Xi"
    assert words(syntax.apposition_of(make.token(doc, "Huerta"))) == "minister"
