"""Names as they are kept to be sought by parts of them, or whole."""

from collections.abc import Iterable

BETWEEN = "\x1f"
"""Around each of the names; nobody is named with it."""
WHOLE = '"'
"""Around what is sought and is to be the whole of a name."""


def name_words(names: Iterable[str | None]) -> str:
    """What parts of these names are sought in."""
    return BETWEEN + BETWEEN.join(filter(None, names)).lower() + BETWEEN


def whole(name: str) -> str:
    """How a filter spells a whole name."""
    return f"{WHOLE}{name}{WHOLE}"


def sought(part: str) -> str:
    """What stands in the words where a name has this part, or is this between quotation marks."""
    is_whole = len(part) > 2 and part[0] == part[-1] == WHOLE
    return f"{BETWEEN}{part[1:-1]}{BETWEEN}" if is_whole else part
