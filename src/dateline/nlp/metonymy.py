"""Whether the name of a capital means the place or the government in it."""

from spacy.tokens import Token

_LOCATIVE = frozenset(["in", "at", "near", "towards", "toward", "outside", "into", "around", "through", "across", "within", "from", "to", "of"])


def is_locative(name: Token) -> bool:
    """Whether a preposition of place governs the name: `marched towards Moscow`, not `talks with Moscow`."""
    return any(child.dep_ == "case" and child.lower_ in _LOCATIVE for child in name.children)
