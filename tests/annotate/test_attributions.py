"""Attributions: who says so, by which cue, for which words."""

import re

import pytest
from hypothesis import given, settings
from spacy.tokens import Doc

from dateline.annotate.attributions import AttributionAnnotator
from dateline.config import Settings
from dateline.knowledge.cues import cue_examples
from dateline.model import Document
from dateline.pipeline import Pipeline, build
from tests.make import document, parse
from tests.nlp.test_syntax import trees

READER = AttributionAnnotator(lambda _: "actual")


def attributions_of(given: Document) -> list[tuple[str | None, str | None, str, str]]:
    found = READER(given).attributions
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


def test_a_stance_presumes_what_it_judges() -> None:
    (found,) = READER(document(STANCE.format("cruel JJ amod raid"))).attributions or ()
    assert (found.rule, found.kind, found.presumes) == ("attribution.stance", "indirect", True)


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


def test_a_source_has_its_apposition() -> None:
    given = document(
        """
        Ruiz   NNP nsubj  said  PER
        ,      ,   punct  mayor
        the    DT  det    mayor
        mayor  NN  appos  Ruiz
        ,      ,   punct  mayor
        said   VBD root
        rebels NNS nsubj  fled
        fled   VBD ccomp  said
        .      .   punct  said
        """
    )
    (found,) = READER(given).attributions or ()
    assert found.source is not None and found.source.of(given.text) == "Ruiz, the mayor"
    assert found.head is not None and found.head.of(given.text) == "Ruiz"


def test_a_relative_pronoun_is_the_source_and_what_it_means_its_head() -> None:
    given = document(
        """
        Critics NNS nsubj left
        who    WP  nsubj said
        said   VBD acl:relcl Critics
        rebels NNS nsubj fled
        fled   VBD ccomp said
        left   VBD root
        .      .   punct left
        """
    )
    (found,) = READER(given).attributions or ()
    assert found.source is not None and found.source.of(given.text) == "who"
    assert found.head is not None and found.head.of(given.text) == "Critics"


def test_a_confident_speaker() -> None:
    given = document(
        """
        Ruiz   NNP nsubj confident PER
        is     VBZ cop   confident
        confident JJ root
        that   IN  mark  win
        rebels NNS nsubj win
        win    VBP ccomp confident
        .      .   punct confident
        """
    )
    assert attributions_of(given) == [("Ruiz", "confident", "rebels win", "indirect")]


def test_nobody_is_named_by_reportedly() -> None:
    given = document(
        """
        Rebels NNS nsubj fled
        reportedly RB advmod fled
        fled   VBD root
        .      .   punct fled
        """
    )
    assert attributions_of(given) == [(None, "reportedly", "Rebels reportedly fled", "indirect")]


ACCUSED = """
        Kim    NNP nsubj said PER
        said   VBD root
        Ruiz   NNP nsubj killed PER
        killed VBD ccomp said
        rebels NNS obj killed
        .      .   punct said

        Ruiz   NNP nsubj denied PER
        denied VBD root
        {}
        .      .   punct denied
        """


def test_a_denial_of_the_charge_is_tied_to_the_charge() -> None:
    given = document(ACCUSED.format("the DT det charge\n        charge NN obj denied"))
    said, denied = READER(given).attributions or ()
    assert said.denies is None
    assert denied.denies == said.content


def test_a_denial_of_something_else_denies_its_own_content() -> None:
    given = document(ACCUSED.format("any DT det resignation\n        resignation NN obj denied"))
    _, denied = READER(given).attributions or ()
    assert denied.denies == denied.content


def test_voices_within_voices() -> None:
    given = document(
        """
        Ruiz   NNP nsubj said PER
        said   VBD root
        Kim    NNP nsubj claimed PER
        had    VBD aux claimed
        claimed VBN ccomp said
        rebels NNS nsubj fled
        fled   VBD ccomp claimed
        .      .   punct said
        """
    )
    outer, inner = READER(given).attributions or ()
    assert outer.cue is not None and outer.cue.of(given.text) == "said"
    assert inner.cue is not None and outer.content.covers(inner.cue)
    assert outer.content.covers(inner.content)


def test_a_wish_told_by_another_is_no_voice_of_its_own() -> None:
    given = document(
        """
        Ruiz   NNP nsubj said PER
        said   VBD root
        rebels NNS nsubj want
        want   VBP ccomp said
        to     TO  mark  fight
        fight  VB  xcomp want
        .      .   punct said
        """
    )
    assert attributions_of(given) == [("Ruiz", "said", "rebels want to fight", "indirect")]


def test_a_paragraph_that_is_a_quotation_follows_its_speaker() -> None:
    given = document(parse(FREE, 'Ruiz said, "The truce has held."\n\n"It will surely last."'))
    assert [(source, content) for source, _, content, _ in attributions_of(given)] == [
        ("Ruiz", "The truce has held."),
        ("Ruiz", "It will surely last."),
    ]


FREE = """
        Ruiz   NNP nsubj  said  PER
        said   VBD root
        ,      ,   punct  said
        "      ``  punct  held
        The    DT  det    truce
        truce  NN  nsubj  held
        has    VBZ aux    held
        held   VBN ccomp  said
        .      .   punct  said
        "      ''  punct  said

        "      ``  punct  last
        It     PRP nsubj  last
        will   MD  aux    last
        surely RB  advmod last
        last   VB  root
        .      .   punct  last
        "      ''  punct  last
        """


def test_a_colon_announces_a_quotation_after_any_verb() -> None:
    given = document(
        """
        Ruiz   NNP nsubj  smiled  PER
        smiled VBD root
        :      :   punct  smiled
        "      ``  punct  held
        The    DT  det    truce
        truce  NN  nsubj  held
        has    VBZ aux    held
        held   VBN parataxis smiled
        .      .   punct  smiled
        "      ''  punct  smiled
        """
    )
    assert attributions_of(given) == [("Ruiz", "smiled", "The truce has held.", "direct")]


@settings(max_examples=60, deadline=None)
@given(trees())
def test_spans_lie_in_the_text_on_any_tree(tree: Doc) -> None:
    for each in READER(document(tree)).attributions or ():
        spans = [each.content, *(span for span in (each.source, each.cue, each.head, each.denies) if span)]
        assert all(0 <= span.start < span.end <= len(tree.text) for span in spans)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return build(Settings())


@pytest.mark.model
@pytest.mark.parametrize("example", cue_examples())
def test_examples_of_cues(pipeline: Pipeline, example: str) -> None:
    source = re.search(r"\[(.*?)\]", example)
    cue, contents = re.findall(r"<(.*?)>", example)[0], re.findall(r"\{(.*?)\}", example)
    text = re.sub(r"[][<>{}]", "", example)
    (read,) = pipeline.code([Document("example", text)])
    found = [each for each in read.attributions or () if each.cue and each.cue.of(text) == cue]
    assert {each.source and each.source.of(text) for each in found} == {source and source[1].strip(" ,")}
    assert sorted(each.content.of(text) for each in found) == sorted(
        re.sub(r"[<>]", "", each).strip(" ,") for each in contents
    )
