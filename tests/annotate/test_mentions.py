"""Mentions: names with their titles, role nouns, peoples, pronouns."""

from dateline.annotate.actors import ActorAnnotator
from dateline.annotate.chains import ChainAnnotator
from dateline.annotate.mentions import MentionAnnotator
from dateline.model import Document, Mention
from tests.make import document


def mentions_of(given: Document) -> dict[str, Mention]:
    found = MentionAnnotator()(given).mentions
    assert found is not None
    return {mention.span.of(given.text): mention for mention in found}


def test_titles_belong_to_the_name() -> None:
    given = document(
        """
        Kenyan    JJ   amod      President
        President NNP  nmod:desc Ruto
        William   NNP  nmod:desc Ruto   PER
        Ruto      NNP  nsubj     spoke  PER
        spoke     VBD  root
        .         .    punct     spoke
        """
    )
    (mention,) = mentions_of(given).values()
    assert mention.span.of(given.text) == "Kenyan President William Ruto"
    assert (mention.head.of(given.text), mention.form, mention.label) == ("Ruto", "name", "PER")


def test_a_title_that_heads_its_name_belongs_to_it_too() -> None:
    given = document(
        """
        The      DT   det    minister
        minister NN   nsubj  resigned
        Anna     NNP  appos  minister  PER
        Berg     NNP  flat   Anna      PER
        resigned VBD  root
        .        .    punct  resigned
        """
    )
    (mention,) = mentions_of(given).values()
    assert (mention.span.of(given.text), mention.head.of(given.text)) == ("The minister Anna Berg", "Anna")


def test_a_name_that_modifies_stands_beside_the_phrase_it_modifies() -> None:
    given = document(
        """
        NATO    NNP  compound  members  ORG
        members NNS  nsubj     agreed
        agreed  VBD  root
        .       .    punct     agreed
        """
    )
    assert {words: mention.form for words, mention in mentions_of(given).items()} == {
        "NATO": "name",
        "NATO members": "nominal",
    }


def test_a_possessor_loses_its_mark() -> None:
    given = document(
        """
        Peru  NNP  nmod:poss  troops  LOC
        's    POS  case       Peru
        troops NNS nsubj      left
        left  VBD  root
        .     .    punct      left
        """
    )
    assert "Peru" in mentions_of(given)


def test_nouns_that_name_nobody_are_of_a_form_of_their_own() -> None:
    given = document(
        """
        The    DT   det    shares
        price  NN   compound shares
        shares NNS  nsubj  fell
        fell   VBD  root
        .      .    punct  fell
        """
    )
    (mention,) = mentions_of(given).values()
    assert (mention.span.of(given.text), mention.form, mention.rule) == ("The price shares", "noun", "mention.noun")


def test_nouns_that_name_nobody_make_no_actor() -> None:
    given = document(
        """
        The    DT   det    shares
        shares NNS  nsubj  fell
        fell   VBD  root
        .      .    punct  fell

        The    DT   det    shares
        shares NNS  nsubj  rose
        rose   VBD  root
        .      .    punct  rose
        """
    )
    coded = ActorAnnotator()(ChainAnnotator()(MentionAnnotator()(given)))
    assert coded.chains is not None and [len(chain.mentions) for chain in coded.chains] == [2]
    assert coded.actors == ()


def test_peoples_and_pronouns() -> None:
    given = document(
        """
        Danes  NNPS nsubj  told
        told   VBD  root
        him    PRP  iobj   told
        .      .    punct  told
        """
    )
    found = mentions_of(given)
    assert (found["Danes"].rule, found["him"].form) == ("mention.people", "pronoun")


def test_an_expletive_is_no_mention() -> None:
    given = document(
        """
        It     PRP  expl   seemed
        seemed VBD  root
        calm   JJ   xcomp  seemed
        .      .    punct  seemed
        """
    )
    assert mentions_of(given) == {}


def test_a_listed_name_is_found_without_the_name_model() -> None:
    given = document(
        """
        The     DT   det    Taliban
        Taliban NNP  nsubj  struck
        struck  VBD  root
        .       .    punct  struck
        """
    )
    assert mentions_of(given)["The Taliban"].rule == "mention.listed-name"


def test_a_day_of_the_week_is_nobody() -> None:
    given = document(
        """
        Nurses  NNS  nsubj  rallied
        rallied VBD  root
        on      IN   case   Friday
        Friday  NNP  obl    rallied
        .       .    punct  rallied
        """
    )
    assert mentions_of(given)["Friday"].form == "noun"
