"""Relative clauses and participles: pronouns, gaps, and what is reported inside them."""

import pytest

from dateline.nlp import syntax
from tests import make
from tests.nlp.ask import agents, patients, words


def test_the_pronoun_as_subject() -> None:
    doc = make.parse("""
        rebels NNS nsubj     fled
        who    WP  nsubj     burned
        burned VBD acl:relcl rebels
        towns  NNS obj       burned
        fled   VBD root
    """)
    assert agents(doc, "burned") == "rebels"


@pytest.mark.parametrize("pronoun", ["that WDT obj signed\n", ""])
@pytest.mark.parametrize("label", ["acl:relcl", "acl"])
def test_the_object_with_and_without_pronoun(pronoun: str, label: str) -> None:
    clause = f"{pronoun}Iran NNP nsubj signed\nsigned VBD {label} deal"
    doc = make.parse(f"deal NN nsubj failed\n{clause}\nfailed VBD root")
    assert (agents(doc, "signed"), patients(doc, "signed")) == ("Iran", "deal")


@pytest.mark.parametrize(("word", "label"), [("when", "advmod"), ("that", "mark")], ids=["an adverb", "a conjunction"])
def test_no_gap_where_something_else_opens_the_clause(word: str, label: str) -> None:
    tag = "WRB" if word == "when" else "IN"
    doc = make.parse(f"news NN root\n{word} {tag} {label} signed\nIran NNP nsubj signed\nsigned VBD acl:relcl news")
    assert patients(doc, "signed") == ""


def test_a_clause_that_ends_in_its_preposition() -> None:
    doc = make.parse("""
        rebels  NNS nsubj     fled
        Chad    NNP nsubj     fought
        fought  VBD acl:relcl rebels
        against IN  obl       fought
        fled    VBD root
    """)
    assert words(syntax.oblique_of(make.token(doc, "fought"), "against")) == "rebels"
    assert patients(doc, "fought") == ""


def test_participles_take_their_noun() -> None:
    doc = make.parse("""
        troops   NNS nsubj     fled
        fighting VBG acl       troops
        rebels   NNS obj       fighting
        backed   VBN acl       rebels
        by       IN  case      Iran
        Iran     NNP obl       backed
        fled     VBD root
    """)
    assert (agents(doc, "fighting"), patients(doc, "fighting")) == ("troops", "rebels")
    assert (agents(doc, "backed"), patients(doc, "backed")) == ("Iran", "rebels")


def test_a_participle_before_its_noun() -> None:
    doc = make.parse("""
        the      DT  det     group
        Iran     NNP compound backed
        -        HYPH punct  backed
        backed   VBN amod    group
        group    NN  nsubj   fled
        fled     VBD root
    """)
    assert (agents(doc, "backed"), patients(doc, "backed")) == ("Iran", "group")


def test_a_finite_verb_under_a_nominal_root_takes_it_as_subject() -> None:
    doc = make.parse("Hamas NNP root\nfired VBD acl Hamas\nrockets NNS obj fired")
    assert (agents(doc, "fired"), patients(doc, "fired")) == ("Hamas", "rockets")


REPORTED = """
    members NNS root
    ,       ,   punct     {relative}
    who     WP  {who}
    he      PRP nsubj     said
    said    VBD {said}
    had     VBD aux       backed
    backed  VBN {backed}
    his     PRP$ nmod:poss efforts
    efforts NNS obj       backed
"""


@pytest.mark.parametrize(
    ("who", "said", "backed"),
    [
        ("nsubj backed", "acl:relcl members", "ccomp said"),
        ("obj said", "acl:relcl members", "ccomp said"),
        ("nsubj said", "acl:relcl members", "ccomp said"),
        ("nsubj backed", "parataxis backed", "acl:relcl members"),
        ("obj backed", "acl:relcl members", "acl:relcl members"),
    ],
    ids=["true", "an object of said", "two subjects", "a parenthesis", "two clauses"],
)
def test_who_he_said_had_backed(who: str, said: str, backed: str) -> None:
    relative = "backed" if said.startswith("parataxis") else "said"
    doc = make.parse(REPORTED.format(who=who, said=said, backed=backed, relative=relative))
    assert agents(doc, "backed") == "members"
    assert patients(doc, "backed") == "efforts"
    if who != "nsubj said":
        assert agents(doc, "said") == "he"


def test_an_embedded_object() -> None:
    doc = make.parse("""
        group  NN  root
        he     PRP nsubj     said
        said   VBD acl:relcl group
        Iran   NNP nsubj     backed
        backed VBD ccomp     said
    """)
    assert (agents(doc, "backed"), patients(doc, "backed")) == ("Iran", "group")
    assert (agents(doc, "said"), patients(doc, "said")) == ("he", "")


def test_whose() -> None:
    doc = make.parse("""
        Abe    NNP root
        whose  WP$ nmod:poss party
        party  NN  nsubj     won
        won    VBD acl:relcl Abe
    """)
    assert words(syntax.possessor_of(make.token(doc, "party"))) == "Abe"


def test_with_whom() -> None:
    doc = make.parse("""
        Abe  NNP root
        with IN  case      whom
        whom WP  obl       met
        Modi NNP nsubj     met
        met  VBD acl:relcl Abe
    """)
    assert words(syntax.oblique_of(make.token(doc, "met"), "with")) == "Abe"
    assert patients(doc, "met") == ""
