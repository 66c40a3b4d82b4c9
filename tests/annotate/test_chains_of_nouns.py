"""Chains of nouns: groups, appositions, what is taken up by its word or by its owner."""

from tests.annotate.chaining import chains_of
from tests.make import document


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


def test_a_definite_noun_takes_up_the_same_noun() -> None:
    given = document(
        """
        Rebels  NNS  nsubj  seized
        seized  VBD  root
        a       DT   det    dam
        large   JJ   amod   dam
        dam     NN   obj    seized
        .       .    punct  seized

        The     DT   det    dam
        dam     NN   nsubj  broke
        broke   VBD  root
        .       .    punct  broke
        """
    )
    assert ["a large dam", "The dam"] in chains_of(given)


def test_a_noun_with_more_said_of_it_or_with_an_indefinite_article_is_another() -> None:
    given = document(
        """
        A       DT   det    dam
        dam     NN   nsubj  broke
        broke   VBD  root
        .       .    punct  broke

        The     DT   det    dam
        old     JJ   amod   dam
        dam     NN   nsubj  held
        held    VBD  root
        a       DT   det    week
        week    NN   obl    held
        .       .    punct  held

        A       DT   det    dam
        dam     NN   nsubj  leaked
        leaked  VBD  root
        .       .    punct  leaked
        """
    )
    assert all(len(chain) == 1 for chain in chains_of(given))


def test_what_one_owner_has_is_one() -> None:
    given = document(
        """
        Berg     NNP  nsubj  spoke  PER
        spoke    VBD  root
        of       IN   case   brother
        his      PRP$ nmod:poss brother
        brother  NN   obl    spoke
        .        .    punct  spoke

        His      PRP$ nmod:poss brother
        brother  NN   nsubj  left
        left     VBD  root
        .        .    punct  left
        """
    )
    assert ["his brother", "His brother"] in chains_of(given)


def test_a_word_of_a_name_and_a_word_for_its_kind_take_it_up() -> None:
    given = document(
        """
        Peru     NNP  nsubj  closed  LOC
        closed   VBD  root
        the      DT   det    Bank
        Andean   NNP  amod   Bank  ORG
        Bank     NNP  obj    closed  ORG
        .        .    punct  closed

        The      DT   det    bank
        bank     NN   nsubj  left
        left     VBD  root
        the      DT   det    country
        country  NN   obj    left
        .        .    punct  left
        """
    )
    found = chains_of(given)
    assert ["Peru", "the country"] in found
    assert ["the Andean Bank", "The bank"] in found


def test_soldiers_of_two_states_leave_the_soldiers_alone() -> None:
    given = document(
        """
        Indian   JJ   amod   soldiers#1
        soldiers NNS  nsubj  shot
        shot     VBD  root
        Chinese  JJ   amod   soldiers#2
        soldiers NNS  obj    shot
        .        .    punct  shot

        The      DT   det    soldiers
        soldiers NNS  nsubj  left
        left     VBD  root
        .        .    punct  left
        """
    )
    assert ["The soldiers"] in chains_of(given)
