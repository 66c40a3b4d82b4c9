"""The parse: words, tags, trees and names of every section."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import tee

from dateline.model import Document
from dateline.nlp.language import LanguageModel, Text


@dataclass(frozen=True, slots=True)
class ParseAnnotator:
    """Adds the `parse` layer, many documents at a time; each section is a paragraph of its own to the model."""

    model: LanguageModel
    needs: tuple[str, ...] = ("sections",)
    gives: str = "parse"

    def over(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The documents with their parses, in order."""
        ours, theirs = tee(documents)
        texts = (Text(document.text, tuple(section.span for section in document.sections or ())) for document in ours)
        for document, parse in zip(theirs, self.model.pipe(texts), strict=True):
            yield replace(document, parse=parse)
