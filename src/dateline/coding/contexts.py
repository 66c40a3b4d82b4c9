"""What an event is about, by weighted words of its paragraph."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from dateline.model import Span
from dateline.nlp.spans import words_of
from dateline.resources.entries import Entry, read_entry
from dateline.resources.ontology import Ontology

ENOUGH = 1.0
"""The weight of words at which a context is given."""


@dataclass(frozen=True, slots=True)
class Contexts:
    """Weights of lemmas by context; `yields` says which more specific contexts make one superfluous."""

    weights: Mapping[str, Mapping[str, float]]
    yields: Mapping[str, frozenset[str]]

    def __call__(self, doc: Doc, paragraph: Span) -> tuple[str, ...]:
        """The contexts of a paragraph, in the order of the table."""
        lemmas = {word.lemma_.lower() for word in words_of(doc, paragraph)}
        found = [name for name, own in self.weights.items() if sum(own[word] for word in lemmas & own.keys()) >= ENOUGH]
        return tuple(name for name in found if not self.yields.get(name, frozenset()) & set(found))


def load_contexts(path: Path, ontology: Ontology) -> Contexts:
    """The table of cue words; ResourceError for a context that the ontology lacks."""
    weights: dict[str, Mapping[str, float]] = {}
    yields: dict[str, frozenset[str]] = {}
    for entry in read_entry(path).items():
        fields = entry.fields(("context",), ("strong", "weak", "yields_to"))
        name = fields["context"].text()
        if name not in ontology.contexts:
            raise fields["context"].wrong(f"no context {name!r} in {ontology.name}")
        weights[name] = _weights(fields)
        if "yields_to" in fields:
            yields[name] = frozenset(fields["yields_to"].texts())
    return Contexts(weights, yields)


def _weights(fields: Mapping[str, Entry]) -> dict[str, float]:
    """A strong word is enough alone, a weak one needs another."""
    weak = dict.fromkeys(fields["weak"].texts(), 0.5) if "weak" in fields else {}
    strong = dict.fromkeys(fields["strong"].texts(), 1.0) if "strong" in fields else {}
    return weak | strong
