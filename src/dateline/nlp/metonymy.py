"""Whether the name of a capital means the place or the government in it."""

from spacy.tokens import Token

_LOCATIVE = frozenset(
    [
        "in",
        "at",
        "near",
        "towards",
        "toward",
        "outside",
        "into",
        "around",
        "through",
        "across",
        "within",
        "from",
        "to",
        "of",
    ]
)

_BESIDE = frozenset({"appos", "nmod:desc", "compound", "flat"})


def is_locative(name: Token) -> bool:
    """Whether a preposition of place governs the name: `marched towards Moscow`, not `talks with Moscow`."""
    heads = [name, name.head] if name.dep_ in _BESIDE else [name]
    return any(child.dep_ == "case" and child.lower_ in _LOCATIVE for head in heads for child in head.children)
