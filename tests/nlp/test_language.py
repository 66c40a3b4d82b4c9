"""The shipped language model, against floors a little under the figures in benchmarks/RESULTS.md."""

from pathlib import Path

import pytest

from dateline.model import Span
from dateline.nlp.language import LanguageModel, Text

pytestmark = pytest.mark.model

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
needs_corpora = pytest.mark.skipif(not CORPORA.exists(), reason="the treebanks are not beside the checkout")


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return LanguageModel()


def test_one_sentence(model: LanguageModel) -> None:
    doc = model("Rebel fighters seized the city of Goma on Tuesday.")
    verb = next(token for token in doc if token.text == "seized")
    assert (verb.lemma_, verb.tag_, verb.dep_) == ("seize", "VBD", "root")
    assert [(child.text, child.dep_) for child in verb.children if child.dep_ in ("nsubj", "obj")] == [
        ("fighters", "nsubj"),
        ("city", "obj"),
    ]
    assert [(name.text, name.label_) for name in doc.ents] == [("Goma", "LOC")]


def test_what_lies_outside_the_paragraphs_is_not_read(model: LanguageModel) -> None:
    text = "GOMA (Agency) - Rebels fled."
    (doc,) = model.pipe([Text(text, (Span(16, len(text)),))])
    assert [token.text for token in doc if token.dep_ == "nsubj"] == ["Rebels"]
    assert doc.text == text
    assert [token.pos_ for token in doc[:3]] == ["PUNCT", "PUNCT", "PUNCT"]


def test_a_document_reads_the_same_alone_and_in_company(model: LanguageModel) -> None:
    texts = [Text(text, (Span(0, len(text)),)) for text in ("The army left. The rebels stayed.", "", "Talks failed.")]
    together = list(model.pipe(texts))
    assert [len(list(doc.sents)) for doc in together] == [2, 0, 1]
    assert [doc.text for doc in together] == [text.text for text in texts]


@needs_corpora
def test_pud_from_raw_text_keeps_its_figures(model: LanguageModel) -> None:
    from training.corpora import read_conllu, read_uner
    from training.evaluate import measure

    pud = CORPORA / "en_pud-test.conllu"
    syntax = measure(model, list(read_conllu(pud)))
    assert syntax["uas"] >= 88.5
    assert syntax["las"] >= 86.0
    assert syntax["upos"] >= 96.5
    assert syntax["sentences"] >= 97.5
    names = measure(model, list(read_uner(CORPORA / "uner-pud-test.iob2", pud)))
    assert names["names"] >= 73.0
