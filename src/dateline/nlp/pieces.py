"""Word pieces: what the encoder reads instead of words, with the shapes that its lower-casing hides."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from tokenizers import Tokenizer

SHAPES = ("lower", "title", "capital", "upper", "mixed", "digit", "punctuation")
SHAPE_COUNT = 2 * len(SHAPES)
MOST_PIECES = 6
"""A word of more pieces (an address, a hash) keeps its first five and its last."""

CACHE_SIZE = 200_000


class WordPieces:
    """Cuts words into piece ids with an uncased WordPiece vocabulary, remembering frequent words."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.start = _id_of(self._tokenizer, "[CLS]")
        self.end = _id_of(self._tokenizer, "[SEP]")
        self.unknown = _id_of(self._tokenizer, "[UNK]")
        self._known: dict[str, tuple[int, ...]] = {}

    @property
    def vocabulary(self) -> frozenset[str]:
        """The whole words among the pieces, in lower case."""
        return frozenset(piece for piece in self._tokenizer.get_vocab() if piece.isalpha())

    def of(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """Piece ids of each word, at least one and at most `MOST_PIECES`."""
        new = list({word for word in words if word not in self._known})
        if new:
            self._learn(new)
        return [self._known[word] for word in words]

    def inputs(self, ids: Sequence[tuple[int, ...]], shapes: Sequence[int]) -> tuple[list[int], ...]:
        """The network's inputs for words with these pieces and shapes.

        Pieces and their shapes between [CLS] and [SEP]; first and last piece of each word and its shape, [CLS] standing
        before the words as their root.
        """
        flat, piece_shapes, first, last = [self.start], [SHAPE_COUNT], [0], [0]
        for own, shape in zip(ids, shapes, strict=True):
            first.append(len(flat))
            flat.extend(own)
            piece_shapes.extend([shape] * len(own))
            last.append(len(flat) - 1)
        return [*flat, self.end], [*piece_shapes, SHAPE_COUNT], first, last, [SHAPE_COUNT, *shapes]

    def _learn(self, words: list[str]) -> None:
        if len(self._known) + len(words) > CACHE_SIZE:
            self._known.clear()
        for word, encoding in zip(words, self._encode(words), strict=True):
            self._known[word] = encoding

    def _encode(self, words: list[str]) -> Iterable[tuple[int, ...]]:
        for encoding in self._tokenizer.encode_batch(words, add_special_tokens=False):
            ids = tuple(encoding.ids) or (self.unknown,)
            yield ids if len(ids) <= MOST_PIECES else (*ids[: MOST_PIECES - 1], ids[-1])


def shape_of(word: str, space_before: bool) -> int:
    """Index of the word's shape, 0 to `SHAPE_COUNT` - 1, odd where white space stands before it."""
    return 2 * SHAPES.index(_shape(word)) + int(space_before)


def _shape(word: str) -> str:
    if not any(character.isalnum() for character in word):
        return "punctuation"
    if any(character.isdigit() for character in word):
        return "digit"
    if word.islower() or not any(character.isupper() for character in word):
        return "lower"
    if word.isupper():
        return "upper" if len(word) > 1 else "capital"
    if word[0].isupper() and word[1:].islower():
        return "title"
    return "mixed"


def _id_of(tokenizer: Tokenizer, token: str) -> int:
    found = tokenizer.token_to_id(token)
    if found is None:
        raise ValueError(f"the word-piece vocabulary lacks {token}")
    return int(found)
