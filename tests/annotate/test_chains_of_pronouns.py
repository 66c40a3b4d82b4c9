"""Chains of pronouns and of speakers, and where a pronoun must stay alone."""

from tests.annotate.chaining import chains_of
from tests.make import document, parse


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


def test_a_given_name_tells_the_gender() -> None:
    given = document(
        """
        Fatima   NNP  nsubj  met  PER
        Berg     NNP  flat   Fatima  PER
        met      VBD  root
        Omar     NNP  obj    met  B-PER
        Ruiz     NNP  flat   Omar  PER
        .        .    punct  met

        She      PRP  nsubj  left
        left     VBD  root
        .        .    punct  left
        """
    )
    assert ["Fatima Berg", "She"] in chains_of(given)


def test_two_as_salient_leave_a_pronoun_alone() -> None:
    given = document(
        """
        Berg     NNP  nsubj  left  PER
        left     VBD  root
        and      CC   cc     stayed
        Ruiz     NNP  nsubj  stayed  PER
        stayed   VBD  conj   left
        .        .    punct  left

        He       PRP  nsubj  spoke
        spoke    VBD  root
        .        .    punct  spoke
        """
    )
    assert ["He"] in chains_of(given)


def test_it_is_nobody_where_it_only_fills_a_place() -> None:
    given = document(
        """
        Peru     NNP  nsubj  said  LOC
        said     VBD  root
        it       PRP  nsubj  seemed
        seemed   VBD  ccomp  said
        late     JJ   xcomp  seemed
        .        .    punct  said
        """
    )
    assert ["it"] in chains_of(given)


def test_the_subject_of_the_clause_around_owns() -> None:
    given = document(
        """
        Berg     NNP  nsubj  stays  PER
        stays    VBZ  root
        if       IN   mark   keeps
        Ruiz     NNP  nsubj  keeps  PER
        keeps    VBZ  advcl  stays
        his      PRP$ nmod:poss word
        word     NN   obj    keeps
        .        .    punct  stays
        """
    )
    assert ["Ruiz", "his"] in chains_of(given)


def test_states_are_not_they_but_groups_are() -> None:
    given = document(
        """
        The      DT   det    police
        police   NNS  nsubj  entered
        entered  VBD  root
        Peru     NNP  obj    entered  LOC
        .        .    punct  entered

        They     PRP  nsubj  left
        left     VBD  root
        .        .    punct  left
        """
    )
    assert ["The police", "They"] in chains_of(given)


def test_a_pronoun_before_its_name() -> None:
    given = document(
        """
        Before   IN   mark   left
        he       PRP  nsubj  left
        left     VBD  advcl  spoke
        ,        ,    punct  left
        Berg     NNP  nsubj  spoke  PER
        spoke    VBD  root
        .        .    punct  spoke
        """
    )
    assert ["he", "Berg"] in chains_of(given)


def test_a_reflexive_is_its_subject() -> None:
    given = document(
        """
        Rebels   NNS  nsubj  praised
        praised  VBD  root
        themselves PRP obj   praised
        .        .    punct  praised
        """
    )
    assert chains_of(given) == [["Rebels", "themselves"]]


def test_who_speaks_in_a_quotation() -> None:
    given = document(
        """
        "        ``   punct  ready
        I        PRP  nsubj  ready
        am       VBP  cop    ready
        ready    JJ   ccomp  said
        ,        ,    punct  ready
        "        ''   punct  ready
        Ruiz     NNP  nsubj  said  PER
        said     VBD  root
        .        .    punct  said

        The      DT   det    rebels
        rebels   NNS  nsubj  said
        said     VBD  root
        :        :    punct  win
        "        ``   punct  win
        We       PRP  nsubj  win
        win      VBP  ccomp  said
        .        .    punct  win
        "        ''   punct  win
        """
    )
    assert chains_of(given) == [["I", "Ruiz"], ["The rebels", "We"]]


QUESTION = """
        Did      VBD/AUX  aux  win
        you      PRP  nsubj  win
        win      VB   root
        ?        .    punct  win

        I        PRP  nsubj  did
        did      VBD  root
        .        .    punct  did

"""


def test_in_an_interview_the_one_who_answers_is_asked() -> None:
    table = (
        """
        We       PRP  nsubj  interviewed
        interviewed VBD root
        Berg     NNP  obj    interviewed  PER
        .        .    punct  interviewed

"""
        + 3 * QUESTION
    )
    text = "We interviewed Berg.\n\n" + 3 * "Did you win?\n\nI did.\n\n"
    assert chains_of(document(parse(table, text.strip()))) == [["We"], ["Berg", *(3 * ["you", "I"])]]
