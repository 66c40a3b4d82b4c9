"""Attributions: who says so, by which cue, for which words."""

from dateline.annotate.attributions import AttributionAnnotator
from dateline.model import Document
from tests.make import document


def attributions_of(given: Document) -> list[tuple[str | None, str | None, str, str]]:
    found = AttributionAnnotator(lambda _: "actual")(given).attributions
    assert found is not None
    text = given.text
    return [
        (each.source and each.source.of(text), each.cue and each.cue.of(text), each.content.of(text), each.kind)
        for each in found
    ]


def test_a_clause() -> None:
    given = document(
        """
        Two     CD   nummod ministers
        ministers NNS nsubj said
        said    VBD  root
        that    IN   mark  fled
        rebels  NNS  nsubj fled
        fled    VBD  ccomp said
        .       .    punct said
        """
    )
    assert attributions_of(given) == [("Two ministers", "said", "rebels fled", "indirect")]


def test_a_quotation_before_an_inverted_verb() -> None:
    given = document(
        """
        "      ``  punct  held
        The    DT  det    truce
        truce  NN  nsubj  held
        has    VBZ aux    held
        held   VBN ccomp  said
        ,      ,   punct  held
        "      ''  punct  held
        said   VBD root
        Ruiz   NNP nsubj  said  PER
        .      .   punct  said
        """
    )
    assert attributions_of(given) == [("Ruiz", "said", "The truce has held,", "direct")]


def test_a_clause_that_is_quoted_in_part() -> None:
    given = document(
        """
        Ruiz   NNP nsubj  said  PER
        said   VBD root
        the    DT  det    truce
        truce  NN  nsubj  was
        was    VBD/VERB ccomp said
        a      DT  det    sham
        "      ``  punct  sham
        cruel  JJ  amod   sham
        sham   NN  obj    was
        "      ''  punct  sham
        .      .   punct  said
        """
    )
    ((source, cue, content, kind),) = attributions_of(given)
    assert (source, cue, kind) == ("Ruiz", "said", "mixed")
    assert content.startswith("the truce was a")


STANCE = """
        Ruiz   NNP nsubj  condemned  PER
        condemned VBD root
        the    DT  det    raid
        {}
        raid   NN  obj    condemned
        .      .   punct  condemned
        """
QUOTED = """
        "      ``  punct  raid
        cruel  JJ  amod   raid
        "      ''  punct  raid
"""


def test_a_stance_without_quoted_words_is_none() -> None:
    assert attributions_of(document(STANCE.format("cruel JJ amod raid"))) == []


def test_a_stance_with_quoted_words() -> None:
    ((source, cue, _, kind),) = attributions_of(document(STANCE.format(QUOTED.strip())))
    assert (source, cue, kind) == ("Ruiz", "condemned", "mixed")


def test_according_to() -> None:
    given = document(
        """
        Rebels NNS nsubj  fled
        fled   VBD root
        ,      ,   punct  police
        according VBG/VERB case police
        to     IN  fixed  according
        police NNS obl    fled
        .      .   punct  fled
        """
    )
    assert attributions_of(given) == [("police", "according to", "Rebels fled", "indirect")]


def test_an_utterance_says_what_its_maker_says() -> None:
    given = document(
        """
        Ruiz   NNP nsubj  issued  PER
        issued VBD root
        a      DT  det    statement
        statement NN obj  issued
        saying VBG acl    statement
        rebels NNS nsubj  fled
        fled   VBD ccomp  saying
        .      .   punct  issued
        """
    )
    assert attributions_of(given) == [("Ruiz", "saying", "rebels fled", "indirect")]


def test_a_relative_clause_over_another() -> None:
    given = document(
        """
        Rebels NNS nsubj left
        who    WP  nsubj fled
        he     PRP nsubj said
        said   VBD acl:relcl Rebels
        had    VBD aux   fled
        fled   VBN acl:relcl Rebels
        left   VBD root
        .      .   punct left
        """
    )
    assert attributions_of(given) == [("he", "said", "had fled", "indirect")]


def test_a_quotation_goes_on_after_its_speaker() -> None:
    given = document(
        """
        "      ``  punct  held
        The    DT  det    truce
        truce  NN  nsubj  held
        has    VBZ aux    held
        held   VBN ccomp  said
        ,      ,   punct  held
        "      ''  punct  held
        Ruiz   NNP nsubj  said  PER
        said   VBD root
        .      .   punct  said

        "      ``  punct  last
        It     PRP nsubj  last
        will   MD  aux    last
        surely RB  advmod last
        last   VB  root
        .      .   punct  last
        "      ''  punct  last
        """
    )
    assert [source for source, _, _, _ in attributions_of(given)] == ["Ruiz", "Ruiz"]


def test_what_is_denied_may_be_a_noun() -> None:
    given = document(
        """
        Ruiz   NNP nsubj denied  PER
        denied VBD root
        the    DT  det   claims
        claims NNS obj   denied
        .      .   punct denied
        """
    )
    assert attributions_of(given) == [("Ruiz", "denied", "the claims", "indirect")]


def test_whom_one_tells_is_not_what_is_said() -> None:
    given = document(
        """
        Ruiz   NNP nsubj told  PER
        told   VBD root
        the    DT  det   rebels
        rebels NNS obj   told
        .      .   punct told
        """
    )
    assert attributions_of(given) == []


def test_a_speaker_who_thinks_within_a_quotation_is_the_same_speaker() -> None:
    given = document(
        """
        "      ``  punct  think
        I      PRP nsubj  think
        think  VBP ccomp  said
        the    DT  det    truce
        truce  NN  nsubj  holds
        holds  VBZ ccomp  think
        ,      ,   punct  think
        "      ''  punct  think
        Ruiz   NNP nsubj  said  PER
        said   VBD root
        .      .   punct  said
        """
    )
    assert attributions_of(given) == [("Ruiz", "said", "I think the truce holds,", "direct")]


def test_it_carries_whether_it_was_said() -> None:
    given = document(
        """
        Ruiz   NNP nsubj  deny  PER
        may    MD  aux    deny
        deny   VB  root
        that   IN  mark   fled
        rebels NNS nsubj  fled
        fled   VBD ccomp  deny
        """
    )
    reader = AttributionAnnotator(lambda word: "possible" if word.text == "deny" else "actual")
    assert [each.status for each in reader(given).attributions or ()] == ["possible"]
