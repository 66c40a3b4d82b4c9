"""Every question that rules may ask answers on any tree."""

from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from dateline.nlp import syntax
from dateline.nlp.documents import Sentence, doc_of
from dateline.nlp.windows import Word

TAGS = ["NN", "NNP", "VBD", "VBN", "VBG", "VB", "JJ", "WP", "IN", "TO", "RB", "CC", "MD", "POS", ","]
UPOS = ["NOUN", "PROPN", "VERB", "AUX", "ADJ", "PRON", "ADP", "ADV", "CCONJ", "PART", "PUNCT"]
LABELS = [
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "nmod:desc", "acl", "acl:relcl",
    "advcl", "advcl:relcl", "amod", "appos", "aux", "aux:pass", "case", "cc", "ccomp", "compound", "compound:prt",
    "conj", "cop", "csubj", "det", "fixed", "flat", "mark", "parataxis", "punct", "xcomp",
]  # fmt: skip
WORDS = [
    "who", "that", "he", "Iran", "said", "by", "of", "to", "on", "if", "not", "group", "attack",
    "call", "?", '"', "-", ",",
]  # fmt: skip


@st.composite
def trees(draw: st.DrawFn) -> Doc:
    """Any tree over any words, tags and labels; a word hangs on one drawn before it, in any order of the sentence."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for rank, place in enumerate(order[1:], 1):
        heads[place] = order[draw(st.integers(0, rank - 1))] + 1
    forms = [draw(st.sampled_from(WORDS)) for _ in range(size)]
    starts = [sum(len(form) + 1 for form in forms[:place]) for place in range(size)]
    return doc_of(
        " ".join(forms),
        [
            Sentence(
                words=[Word(form, start, True) for form, start in zip(forms, starts, strict=True)],
                tags=[draw(st.sampled_from(TAGS)) for _ in range(size)],
                upos=[draw(st.sampled_from(UPOS)) for _ in range(size)],
                lemmas=forms,
                heads=heads,
                labels=[draw(st.sampled_from(LABELS)) if head else "root" for head in heads],
                names=[draw(st.sampled_from(["O", "B-PER", "B-LOC"])) for _ in range(size)],
            )
        ],
    )


@given(trees())
def test_every_question_has_an_answer_on_any_tree(doc: Doc) -> None:
    for name in syntax.__all__:
        question = getattr(syntax, name)
        for token in doc:
            answer = question(token, "on", "by") if name == "oblique_of" else question(token)
            if isinstance(answer, list):
                assert len({each.i for each in answer}) == len(answer)
                assert all(each.doc is doc for each in answer)
