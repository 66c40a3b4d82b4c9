"""spaCy documents over a whole text, white space included, from the sentences read in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from dateline.nlp.tokenizer import vocabulary
from dateline.nlp.windows import Word

_SPACE = ("_SP", "SPACE", "dep")
_UNREAD = ("NFP", "PUNCT", "punct")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence's words with all that is known of them; heads count from 1, 0 is the root; names are BIO tags.

    `acts` has a row a word: how likely it tells of no act, or of one of each type; None where nobody has read for acts.
    """

    words: Sequence[Word]
    tags: Sequence[str]
    upos: Sequence[str]
    lemmas: Sequence[str]
    heads: Sequence[int]
    labels: Sequence[str]
    names: Sequence[str]
    acts: NDArray[np.float32] | None = None


@dataclass(slots=True)
class _Columns:
    words: list[str]
    spaces: list[bool]
    tags: list[str]
    pos: list[str]
    lemmas: list[str]
    heads: list[int]
    deps: list[str]
    sent_starts: list[bool | int | None]
    ents: list[str]
    places: list[int]
    """Where the words stand that the network read."""


def doc_of(text: str, sentences: Sequence[Sentence]) -> Doc:
    """A `Doc` whose text is `text`: words, and tokens of their own for white space that is not one space."""
    columns = _Columns([], [], [], [], [], [], [], [], [], [])
    place = 0
    for sentence in sentences:
        place = _add(columns, text, place, sentence)
    _add_gap(columns, text[place:])
    doc = Doc(
        vocabulary(),
        words=columns.words,
        spaces=columns.spaces,
        tags=columns.tags,
        pos=columns.pos,
        lemmas=columns.lemmas,
        heads=columns.heads,
        deps=columns.deps,
        sent_starts=columns.sent_starts,
        ents=columns.ents,
    )
    rows = [sentence.acts for sentence in sentences if sentence.acts is not None]
    if rows:
        doc.tensor = _acts(len(doc), columns.places, np.concatenate(rows))  # type: ignore[assignment]
    return doc


def _acts(tokens: int, places: Sequence[int], rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """A row a token; white space and what was not read tell of no act."""
    acts = np.zeros((tokens, rows.shape[1]), dtype=np.float32)
    acts[:, 0] = 1
    acts[list(places)] = rows
    return acts


def _add(columns: _Columns, text: str, place: int, sentence: Sentence) -> int:
    """Adds the sentence after the gap before it; where its last word ends."""
    indices: list[int] = []
    rows = zip(
        sentence.words, sentence.tags, sentence.upos, sentence.lemmas, sentence.labels, sentence.names, strict=True
    )
    for number, (word, tag, upos, lemma, label, name) in enumerate(rows):
        if word.start > place:
            _add_gap(columns, text[place : word.start])
        indices.append(len(columns.words))
        _add_row(columns, word.text, tag, upos, lemma, label, name, number == 0)
        place = word.end
    for index, head in zip(indices, sentence.heads, strict=True):
        columns.heads[index] = indices[head - 1] if head else index
    columns.places.extend(indices)
    return place


def _add_gap(columns: _Columns, gap: str) -> None:
    """What stands between words: white space, or text that was not read, such as the dash after a dateline."""
    for piece in re.findall(r"\s+|\S+", gap):
        if piece.startswith(" ") and columns.words and not columns.words[-1].isspace():
            columns.spaces[-1] = True
            piece = piece[1:]
        if piece:
            _add_aside(columns, piece, _SPACE if piece.isspace() else _UNREAD)


def _add_aside(columns: _Columns, piece: str, kind: tuple[str, str, str]) -> None:
    """A token under the word before it, which is no part of any clause."""
    before = next((i for i in range(len(columns.words) - 1, -1, -1) if not columns.words[i].isspace()), -1)
    tag, upos, label = kind
    _add_row(columns, piece, tag, upos, piece, label, "O", starts=before < 0)
    columns.heads[-1] = max(before, 0)


def _add_row(
    columns: _Columns, word: str, tag: str, upos: str, lemma: str, label: str, name: str, starts: bool
) -> None:
    columns.words.append(word)
    columns.spaces.append(False)
    columns.tags.append(tag)
    columns.pos.append(upos)
    columns.lemmas.append(lemma)
    columns.heads.append(len(columns.heads))
    columns.deps.append(label)
    columns.sent_starts.append(starts)
    columns.ents.append(name)
