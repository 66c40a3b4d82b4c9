"""Noun phrases: owners, modifiers, prepositions, extent and names."""

import pytest

from dateline.nlp import syntax
from tests import make
from tests.nlp.ask import agents, patients, words


def test_owners_agents_and_patients() -> None:
    doc = make.parse("""
        Mali      NNP nmod:poss removal
        's        POS case      Mali
        removal   NN  root
        of        IN  case      envoys
        envoys    NNS nmod      removal
        and       CC  cc        staff
        staff     NN  conj      envoys
    """)
    assert (agents(doc, "removal"), patients(doc, "removal")) == ("Mali", "envoys staff")
    assert words(syntax.possessor_of(make.token(doc, "removal"))) == "Mali"


def test_beside_a_by_the_owner_undergoes() -> None:
    doc = make.parse("""
        Bazoum  NNP nmod:poss removal
        's      POS case      Bazoum
        removal NN  root
        by      IN  case      guards
        guards  NNS nmod      removal
    """)
    assert (agents(doc, "removal"), patients(doc, "removal")) == ("guards", "Bazoum")


def test_capitals_own_small_letters_do_not() -> None:
    doc = make.parse("""
        the     DT det      strike
        heavy   JJ amod     strike
        Israeli JJ amod     strike
        air     NN compound strike
        strike  NN root
    """)
    assert agents(doc, "strike") == "Israeli"
    assert words(syntax.modifiers_of(make.token(doc, "strike"))) == "heavy Israeli air"


def test_a_bare_conjunct_shares_the_owner() -> None:
    doc = make.parse("""
        Mali  NNP nmod:poss calm
        's    POS case      Mali
        calm  NN  root
        and   CC  cc        unity
        unity NN  conj      calm
        and   CC  cc        fears
        our   PRP$ nmod:poss fears
        fears NNS conj      calm
    """)
    assert words(syntax.possessor_of(make.token(doc, "unity"))) == "Mali"
    assert words(syntax.possessor_of(make.token(doc, "fears"))) == "our"


def test_between_two() -> None:
    doc = make.parse("""
        talks   NNS root
        between IN  case  Oslo
        Oslo    NNP nmod  talks
        and     CC  cc    Rome
        Rome    NNP conj  Oslo
    """)
    assert words(syntax.oblique_of(make.token(doc, "talks"), "between", "with")) == "Oslo Rome"


def test_another_preposition_parts_conjuncts() -> None:
    doc = make.parse("""
        protests NNS root
        for      IN  case  Oslo
        Oslo     NNP nmod  protests
        or       CC  cc    Rome
        against  IN  case  Rome
        Rome     NNP conj  Oslo
    """)
    protests = make.token(doc, "protests")
    assert words(syntax.oblique_of(protests, "for")) == "Oslo"
    assert words(syntax.oblique_of(protests, "against")) == "Rome"


@pytest.mark.parametrize("owner", ["imposed", "sanctions"])
def test_a_phrase_one_step_off_is_found_from_both(owner: str) -> None:
    label = "obl" if owner == "imposed" else "nmod"
    doc = make.parse(f"""
        Rome      NNP nsubj   imposed
        imposed   VBD root
        sanctions NNS obj     imposed
        on        IN  case    Iran
        Iran      NNP {label} {owner}
    """)
    for word in make.tokens(doc, "imposed sanctions"):
        assert words(syntax.oblique_of(word, "on", "against")) == "Iran"


def test_a_phrase_hung_on_the_agent_is_found() -> None:
    doc = make.parse("""
        raids    NNS root
        by       IN  case rebels
        rebels   NNS nmod raids
        on       IN  case towns
        towns    NNS nmod rebels
    """)
    assert words(syntax.oblique_of(make.token(doc, "raids"), "on")) == "towns"


def test_a_preposition_of_two_words() -> None:
    doc = make.parse("fled VBD root\nbecause IN case war\nof IN fixed because\nwar NN obl fled")
    assert words(syntax.oblique_of(make.token(doc, "fled"), "because of")) == "war"
    assert syntax.oblique_of(make.token(doc, "fled"), "of") == []


@pytest.mark.parametrize(
    ("noun", "tag", "inner"), [("Dozens", "NNS", "men"), ("Two", "CD", "men"), ("Fears", "NNS", "")]
)
def test_the_whole_of_an_amount(noun: str, tag: str, inner: str) -> None:
    doc = make.parse(f"{noun} {tag} root\nof IN case men\nmen NNS nmod {noun}")
    assert words(syntax.whole_of(make.token(doc, noun))) == inner


MINISTER = """
    said        VBD root
    by          IN  case      minister
    the         DT  det       minister
    former      JJ  amod      minister
    minister    NN  obl       said
    of          IN  case      trade
    trade       NN  nmod      minister
    and         CC  cc        labour
    labour      NN  conj      trade
    ,           ,   punct     Willy
    Willy       NNP appos     minister  PER
    Huerta      NNP flat      Willy     PER
    ,           ,   punct     resigned
    who         WP  nsubj     resigned
    resigned    VBD acl:relcl minister
"""


def test_a_phrase_ends_before_appositions_and_clauses() -> None:
    doc = make.parse(MINISTER)
    assert syntax.phrase_span(make.token(doc, "minister")).text == "the former minister of trade and labour"
    assert syntax.phrase_span(make.token(doc, "Willy")).text == "Willy Huerta"
    assert syntax.phrase_span(make.token(doc, "trade")).text == "trade"
    assert syntax.sentence_of(make.token(doc, "trade")).text == doc.text


def test_an_owner_keeps_its_mark_outside() -> None:
    doc = make.parse("our PRP$ nmod:poss ally\nally NN nmod:poss army\n's POS case ally\narmy NN root")
    assert syntax.phrase_span(make.token(doc, "ally")).text == "our ally"
    assert syntax.phrase_span(make.token(doc, "army")).text == "our ally's army"


@pytest.mark.parametrize("label", ["flat", "compound"])
def test_a_name_is_what_the_model_marked_else_its_proper_nouns(label: str) -> None:
    head, other = ("Ban", "Moon") if label == "flat" else ("Moon", "Ban")
    dependent = {head: "root", other: f"{label} {head}"}
    for kind in ("PER", ""):
        name = f"Ban NNP {dependent['Ban']} {kind}\nMoon NNP {dependent['Moon']} {kind}"
        doc = make.parse(f"{name}\nspoke VBD acl {head}")
        assert syntax.name_span(make.token(doc, "Ban")).text == "Ban Moon"
    assert syntax.name_span(make.token(doc, "spoke")).text == "spoke"


@pytest.mark.parametrize("label", ["compound", "nmod:desc", "amod", "flat"])
def test_a_title_belongs_to_the_noun_it_is_before(label: str) -> None:
    doc = make.parse(f"President NNP {label} Putin\nPutin NNP nsubj spoke PER\nspoke VBD root")
    assert syntax.head_noun(make.token(doc, "President")).text == "Putin"


def test_phrases_cover_their_heads() -> None:
    doc = make.parse(MINISTER)
    for token in doc:
        span = syntax.phrase_span(token)
        assert span.start <= token.i < span.end
