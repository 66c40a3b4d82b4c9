"""A `Doc` over a text holds the text to the letter."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Span
from dateline.nlp.documents import Sentence, doc_of
from dateline.nlp.windows import words_of


def _flat(text: str) -> list[Sentence]:
    """One sentence a line, every word under the first."""
    sentences, start = [], 0
    for line in text.splitlines(keepends=True):
        words = words_of(text, Span(start, start + len(line)))
        start += len(line)
        if words:
            count = len(words)
            sentences.append(
                Sentence(words, ["NN"] * count, ["NOUN"] * count, ["x"] * count, [0, *[1] * (count - 1)],
                         ["root", *["dep"] * (count - 1)], ["O"] * count)
            )  # fmt: skip
    return sentences


@given(st.text(alphabet=st.sampled_from("ab. \n\t "), max_size=60))
def test_the_doc_has_the_text_and_its_tokens_their_places(text: str) -> None:
    doc = doc_of(text, _flat(text))
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_sentences_heads_and_names_survive_white_space() -> None:
    text = "Ali  fled.\n\nTroops left."
    first = words_of(text, Span(0, 10))
    second = words_of(text, Span(12, 24))
    doc = doc_of(
        text,
        [
            Sentence(first, ["NNP", "VBD", "."], ["PROPN", "VERB", "PUNCT"], ["Ali", "flee", "."], [2, 0, 2],
                     ["nsubj", "root", "punct"], ["B-PER", "O", "O"]),
            Sentence(second, ["NNS", "VBD", "."], ["NOUN", "VERB", "PUNCT"], ["troop", "leave", "."], [2, 0, 2],
                     ["nsubj", "root", "punct"], ["O", "O", "O"]),
        ],
    )  # fmt: skip
    assert [sentence.root.text for sentence in doc.sents] == ["fled", "left"]
    assert [(name.text, name.label_) for name in doc.ents] == [("Ali", "PER")]
    assert [token.text for token in doc if token.is_space] == [" ", "\n\n"]
    assert [token.head.text for token in doc if not token.is_space] == ["fled", "fled", "fled", "left", "left", "left"]
