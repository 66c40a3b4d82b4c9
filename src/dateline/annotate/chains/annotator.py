"""The sieves in a row, the surest first; each sees what those before it have joined."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dateline.annotate.chains.items import items_of
from dateline.annotate.chains.links import Links
from dateline.annotate.chains.names import acronyms, parts_of_names, same_name
from dateline.annotate.chains.nouns import appositions, kinds_of_names, owned, same_words, words_of_names
from dateline.annotate.chains.offices import offices
from dateline.annotate.chains.pronouns import pronouns, reflexives
from dateline.annotate.chains.speakers import quoted_speakers, unquoted_speakers
from dateline.model import Document


@dataclass(frozen=True, slots=True)
class ChainAnnotator:
    """Mentions grouped by what they refer to; each belongs to exactly one chain."""

    needs: tuple[str, ...] = ("mentions",)
    gives: str = "chains"

    def __call__(self, document: Document) -> Document:
        links = Links(document, list(items_of(document)))
        for sieve in _SIEVES:
            sieve(links)
        return replace(document, chains=tuple(links.chains()))


_SIEVES: tuple[Callable[[Links], None], ...] = (
    same_name,
    acronyms,
    parts_of_names,
    appositions,
    offices,
    same_words,
    words_of_names,
    kinds_of_names,
    reflexives,
    quoted_speakers,
    unquoted_speakers,
    pronouns,
    owned,
)
