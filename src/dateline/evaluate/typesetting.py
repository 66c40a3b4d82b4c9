"""The words of gold that comes as tokens, set as a newspaper sets them."""

from collections.abc import Sequence

_NO_SPACE_BEFORE = frozenset([*".,;:!?%)", "...", "''", "'", "’", "'s", "n't", "'re", "'ve", "'ll", "'m", "'d"])
_NO_SPACE_AFTER = frozenset(["(", "``", "$", "#", "-"])
_WRITTEN = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}


def typeset(tokens: Sequence[str]) -> tuple[str, list[int]]:
    """The text of tokens as a newspaper sets it, and where each begins."""
    text, starts, glued = "", [], True
    for token in tokens:
        if text and not (glued or token in _NO_SPACE_BEFORE or token == "-"):
            text += " "
        starts.append(len(text))
        text += _WRITTEN.get(token, token)
        glued = token in _NO_SPACE_AFTER
    return text, starts
