"""Chains of names, of offices and of states, and where they must stay apart."""

from datetime import date

from dateline.model import Publication
from tests.annotate.chaining import chains_of
from tests.make import document

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


def test_two_offices_of_one_state_are_two() -> None:
    given = document(
        """
        Peru     NNP  nmod:poss minister  LOC
        's       POS  case   Peru
        foreign  JJ   amod   minister
        minister NN   nsubj  spoke
        spoke    VBD  root
        .        .    punct  spoke

        Peru     NNP  nmod:poss minister  LOC
        's       POS  case   Peru
        justice  NN   compound minister
        minister NN   nsubj  resigned
        resigned VBD  root
        .        .    punct  resigned

        The      DT   det    minister
        minister NN   nsubj  left
        left     VBD  root
        .        .    punct  left
        """
    )
    found = chains_of(given)
    assert ["Peru's foreign minister"] in found and ["Peru's justice minister"] in found and ["The minister"] in found


def test_a_state_is_not_its_neighbour() -> None:
    given = document(
        """
        Peru     NNP  nsubj  warned  LOC
        warned   VBD  root
        the      DT   det    country
        country  NN   obj    warned
        .        .    punct  warned
        """
    )
    assert chains_of(given) == [["Peru"], ["the country"]]
