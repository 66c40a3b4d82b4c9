"""What made a finding."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CoderInfo:
    """Versions of Dateline, ontology and language model, and a digest of the rules."""

    version: str
    ontology: str
    model: str
    rules_hash: str
