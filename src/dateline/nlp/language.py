"""The language model: from text to a spaCy `Doc` in Universal Dependencies, with names."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

from spacy.tokens import Doc

from dateline.model import Span
from dateline.nlp.documents import Sentence, doc_of
from dateline.nlp.lemmas import Lemmatizer
from dateline.nlp.names import name_tags
from dateline.nlp.network import Network, Reading
from dateline.nlp.trees import tree_of
from dateline.nlp.windows import Word, all_windows

NAME = "en-news-1"


@dataclass(frozen=True, slots=True)
class Text:
    """A text and its paragraphs, in order; what lies outside them is not read."""

    text: str
    paragraphs: tuple[Span, ...]


class LanguageModel:
    """Tags, lemmas, trees, sentences and names for texts; loads in well under a second and never calls out."""

    def __init__(self, folder: Path | None = None, threads: int = 1) -> None:
        folder = folder or Path(str(files("dateline.nlp") / "weights"))
        self.name = folder.name if folder.name != "weights" else NAME
        self._network = Network(folder, threads)
        self.acts = self._network.classes.acts
        self.calibration = folder / "scorer.json"
        self._lemmatizer = Lemmatizer(folder / "lemmas.json", self._network.pieces.vocabulary)

    def __call__(self, text: str) -> Doc:
        """The parse of one text that is one paragraph."""
        return next(self.pipe([Text(text, (Span(0, len(text)),))]))

    def pipe(self, texts: Iterable[Text]) -> Iterator[Doc]:
        """A `Doc` over the whole of each text, in order.

        Texts never share a batch: some activations are scaled over the batch, and company must not change a reading.
        """
        for text in texts:
            windows = list(all_windows(text.text, text.paragraphs))
            readings = zip(windows, self._network.read(windows), strict=True)
            yield doc_of(text.text, [s for window, reading in readings for s in self._sentences(window, reading)])

    def _sentences(self, words: Sequence[Word], reading: Reading) -> Iterator[Sentence]:
        classes = self._network.classes
        names = name_tags(reading.names, classes.names)
        bounds = [*(int(i) for i in reading.starts.nonzero()[0]), len(words)]
        for start, end in pairwise(bounds):
            own = words[start:end]
            tags = [classes.xpos[i] for i in reading.xpos[start:end]]
            upos = [_agreeing(classes.upos[i], tag) for i, tag in zip(reading.upos[start:end], tags, strict=True)]
            heads = _heads(reading, start, end)
            labels = [classes.labels[i] for i in reading.labels[start:end]]
            yield Sentence(
                words=own,
                tags=tags,
                upos=upos,
                lemmas=self._lemmatizer.lemmas([word.text for word in own], tags, upos),
                heads=heads,
                labels=["root" if head == 0 else label for head, label in zip(heads, labels, strict=True)],
                names=names[start:end],
                acts=reading.acts[start:end],
            )


def _agreeing(upos: str, tag: str) -> str:
    """A capital at a sentence's start makes the plural of a common noun look like a name to one of the two heads."""
    return "NOUN" if upos == "PROPN" and tag == "NNS" else upos


def _heads(reading: Reading, start: int, end: int) -> list[int]:
    """Heads counted from 1 within the sentence, a single-rooted tree."""
    greedy = [max(0, int(head) - start) for head in reading.heads[start:end]]
    arcs = reading.arcs[start:end][:, [0, *range(start + 1, end + 1)]]
    return tree_of(greedy, arcs)
