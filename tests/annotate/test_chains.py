"""Chains: names, nouns, offices, groups, pronouns and speakers, and where they must stay apart."""

from datetime import date

from dateline.annotate.chains import ChainAnnotator
from dateline.annotate.mentions import MentionAnnotator
from dateline.model import Document, Publication
from tests.make import document, parse


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
