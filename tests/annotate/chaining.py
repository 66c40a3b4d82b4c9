"""Chains of a hand-built document, as words."""

from dateline.annotate.chains import ChainAnnotator
from dateline.annotate.mentions import MentionAnnotator
from dateline.model import Document


def chains_of(given: Document) -> list[list[str]]:
    """The words of each chain's mentions."""
    found = ChainAnnotator()(MentionAnnotator()(given)).chains
    assert found is not None
    return [[span.of(given.text) for span in chain.mentions] for chain in found]
