"""The notation that other tests are written in."""

import pytest

from dateline.model import Span
from tests import make

TABLE = """
    Putin    NNP  nsubj  thanked  PER
    thanked  VBD  root
    members  NNS  obj    thanked
    of       IN   case   SCO
    the      DT   det    SCO
    SCO      NNP  nmod   members  ORG
    .        .    punct  thanked

    "        ``   punct  win
    We       PRP  nsubj  win
    'll=will  MD  aux    win
    win      VB   root
    ,        ,    punct  win
    "        ''   punct  win
    he       PRP  nsubj  said
    said     VBD  parataxis  win
"""


def test_a_table_becomes_text_and_tree() -> None:
    doc = make.parse(TABLE)
    assert doc.text == 'Putin thanked members of the SCO. "We\'ll win," he said'
    assert [sentence.root.text for sentence in doc.sents] == ["thanked", "win"]
    assert [(name.text, name.label_) for name in doc.ents] == [("Putin", "PER"), ("SCO", "ORG")]
    assert make.token(doc, "SCO").head.text == "members"
    assert (make.token(doc, "thanked").lemma_, make.token(doc, "'ll").lemma_) == ("thank", "will")
    assert (make.token(doc, "of").pos_, make.token(doc, "'ll").pos_) == ("ADP", "AUX")


def test_a_given_text_keeps_its_white_space() -> None:
    doc = make.parse("Fighting NN root\n\nended VBD root", text="Fighting\n\nended")
    assert [(token.text, token.pos_) for token in doc] == [("Fighting", "NOUN"), ("\n\n", "SPACE"), ("ended", "VERB")]
    assert make.token(doc, "ended").idx == 10


def test_one_of_several_like_words_must_be_named() -> None:
    table = "the DT det cat#1\ncat NN root\nthe DT det cat#2\ncat NN dep cat#1"
    assert make.token(make.parse(table), "cat#2").i == 3
    with pytest.raises(ValueError, match="2 words 'the'"):
        make.token(make.parse(table), "the")


@pytest.mark.parametrize("line", ["Putin NNP", "Putin NNP nsubj", "Putin NNP nsubj thanked", "Putin NNP root PER LOC"])
def test_a_wrong_line_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="Putin|thanked"):
        make.parse(line)


def test_layers_are_filled_in() -> None:
    text = "President Putin spoke. Putin left."
    first, second = make.mention(text, "President Putin", label="PER"), make.mention(text, "Putin", nth=2)
    assert (first.span, first.head) == (Span(0, 15), Span(10, 15))
    assert make.chain("c1", first, second).mentions == (Span(0, 15), Span(23, 28))
    assert make.actor("c1", "Vladimir Putin", country="RUS").country == "RUS"
    assert make.text_document(text, mentions=(first, second)).mentions == (first, second)
    assert make.document(TABLE).text.startswith("Putin thanked")
