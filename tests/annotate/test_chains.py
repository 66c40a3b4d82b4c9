"""Chains: names, acronyms, offices, groups and pronouns, and where they must stay apart."""

from datetime import date

from dateline.annotate.chains import ChainAnnotator
from dateline.annotate.mentions import MentionAnnotator
from dateline.model import Document, Publication
from tests.make import document


def chains_of(given: Document) -> list[list[str]]:
    found = ChainAnnotator()(MentionAnnotator()(given)).chains
    assert found is not None
    return [[span.of(given.text) for span in chain.mentions] for chain in found]


ARRIVED = """
        Kenyan    JJ   amod      President
        President NNP  nmod:desc Ruto
        William   NNP  nmod:desc Ruto    PER
        Ruto      NNP  nsubj     arrived PER
        arrived   VBD  root
        .         .    punct     arrived
"""


def test_a_surname_and_a_pronoun_join_the_full_name() -> None:
    given = document(
        ARRIVED
        + """
        Ruto      NNP  nsubj  spoke  PER
        spoke     VBD  root
        .         .    punct  spoke

        He        PRP  nsubj  left
        left      VBD  root
        .         .    punct  left
        """
    )
    assert chains_of(given) == [["Kenyan President William Ruto", "Ruto", "He"]]


def test_the_office_leads_to_the_one_who_holds_it_in_the_article() -> None:
    given = document(
        ARRIVED
        + """
        The       DT   det    president
        Kenyan    JJ   amod   president
        president NN   nsubj  spoke
        spoke     VBD  root
        .         .    punct  spoke
        """
    )
    assert chains_of(given) == [["Kenyan President William Ruto", "The Kenyan president"]]


def test_the_office_of_another_country_is_another() -> None:
    given = document(
        ARRIVED
        + """
        The       DT   det    president
        French    JJ   amod   president
        president NN   nsubj  spoke
        spoke     VBD  root
        .         .    punct  spoke
        """
    )
    assert len(chains_of(given)) == 2


def test_the_office_leads_to_the_holder_of_the_day_in_the_tables() -> None:
    table = """
        Emmanuel  NNP  nmod:desc Macron  PER
        Macron    NNP  nsubj     arrived PER
        arrived   VBD  root
        .         .    punct     arrived

        The       DT   det    president
        French    JJ   amod   president
        president NN   nsubj  spoke
        spoke     VBD  root
        .         .    punct  spoke
        """
    assert len(chains_of(document(table, publication=Publication(published=date(2022, 5, 1))))) == 1
    assert len(chains_of(document(table, publication=Publication(published=date(2012, 1, 1))))) == 2


def test_an_acronym_in_brackets() -> None:
    given = document(
        """
        The    DT   det    Union
        Baltic NNP  amod   Union  ORG
        Port   NNP  compound Union ORG
        Union  NNP  nsubj  met    ORG
        (      -LRB- punct BPU
        BPU    NNP  appos  Union  ORG
        )      -RRB- punct BPU
        met    VBD  root
        .      .    punct  met

        BPU    NNP  nsubj  agreed  ORG
        agreed VBD  root
        .      .    punct  agreed
        """
    )
    (chain,) = chains_of(given)
    assert chain[1:] == ["BPU", "BPU"]


def test_a_surname_that_two_share_stays_alone() -> None:
    given = document(
        """
        Anna   NNP  nmod:desc Berg#1  PER
        Berg   NNP  nsubj   met   PER
        met    VBD  root
        Otto   NNP  nmod:desc Berg#2 PER
        Berg   NNP  obj     met   PER
        .      .    punct   met

        Berg   NNP  nsubj   left  PER
        left   VBD  root
        .      .    punct   left
        """
    )
    assert ["Berg"] in chains_of(given)


def test_an_object_is_not_its_own_subject() -> None:
    given = document(
        """
        Anna    NNP  nsubj  praised  PER
        praised VBD  root
        him     PRP  obj    praised
        .       .    punct  praised
        """
    )
    assert chains_of(given) == [["Anna"], ["him"]]


def test_a_title_of_the_other_gender_keeps_a_pronoun_away() -> None:
    given = document(
        """
        Mrs     NNP  nmod:desc Berg
        Berg    NNP  nsubj  spoke  PER
        spoke   VBD  root
        .       .    punct  spoke

        He      PRP  nsubj  left
        left    VBD  root
        .       .    punct  left
        """
    )
    assert ["He"] in chains_of(given)


def test_a_pronoun_in_a_quotation_is_not_resolved_across_its_marks() -> None:
    given = document(
        """
        Berg    NNP  nsubj  spoke  PER
        spoke   VBD  root
        .       .    punct  spoke

        "       ``   punct  failed
        He      PRP  nsubj  failed
        failed  VBD  ccomp  said
        us      PRP  obj    failed
        ,       ,    punct  failed
        "       ''   punct  failed
        Ruiz    NNP  nsubj  said  PER
        said    VBD  root
        .       .    punct  said
        """
    )
    assert ["He"] in chains_of(given)


def test_a_capital_that_acts_is_apart_from_the_place() -> None:
    given = document(
        """
        Moscow  NNP  nsubj  denied  LOC
        denied  VBD  root
        it      PRP  obj    denied
        .       .    punct  denied

        Troops  NNS  nsubj  entered
        entered VBD  root
        in      IN   case   Moscow
        Moscow  NNP  obl    entered  LOC
        .       .    punct  entered
        """
    )
    assert chains_of(given).count(["Moscow"]) == 2


def test_the_group_is_the_one_organisation_of_the_last_sentence() -> None:
    given = document(
        """
        Hamas  NNP  nsubj  struck  ORG
        struck VBD  root
        .      .    punct  struck

        The    DT   det    group
        group  NN   nsubj  denied
        denied VBD  root
        it     PRP  obj    denied
        .      .    punct  denied
        """
    )
    assert ["Hamas", "The group"] in chains_of(given)


def test_an_apposition_is_the_nearest_name() -> None:
    given = document(
        """
        Iran   NNP  nsubj  agreed  LOC
        and    CC   cc     China
        China  NNP  conj   Iran    LOC
        ,      ,    punct  ally
        a      DT   det    ally
        close  JJ   amod   ally
        ally   NN   appos  Iran
        ,      ,    punct  ally
        agreed VBD  root
        .      .    punct  agreed
        """
    )
    assert ["China", "a close ally"] in chains_of(given)
