"""Pieces and shapes: what an uncased encoder cannot see is told to it."""

from importlib.resources import files
from pathlib import Path

import pytest

from dateline.nlp.pieces import MOST_PIECES, SHAPE_COUNT, SHAPES, WordPieces, shape_of


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("rebels", "lower"),
        ("Rebels", "title"),
        ("I", "capital"),
        ("NATO", "upper"),
        ("eBay", "mixed"),
        ("G7", "digit"),
        ("—", "punctuation"),
    ],
)
def test_shape(word: str, shape: str) -> None:
    assert shape_of(word, space_before=False) == 2 * SHAPES.index(shape)
    assert shape_of(word, space_before=True) == 2 * SHAPES.index(shape) + 1 < SHAPE_COUNT


def test_every_word_has_pieces_and_long_ones_keep_their_ends() -> None:
    pieces = WordPieces(Path(str(files("dateline.nlp") / "weights" / "tokenizer.json")))
    short, long, odd = pieces.of(["talks", "https://example.org/a/very/long/address.html", "\u200b"])
    assert len(short) == 1
    assert len(long) == MOST_PIECES
    assert odd == (pieces.unknown,)


def test_inputs_point_at_the_first_and_last_piece_of_each_word() -> None:
    pieces = WordPieces(Path(str(files("dateline.nlp") / "weights" / "tokenizer.json")))
    flat, shapes, first, last, word_shapes = pieces.inputs([(7,), (8, 9)], [1, 3])
    assert flat == [pieces.start, 7, 8, 9, pieces.end]
    assert shapes == [SHAPE_COUNT, 1, 3, 3, SHAPE_COUNT]
    assert (first, last) == ([0, 1, 2], [0, 1, 3])
    assert word_shapes == [SHAPE_COUNT, 1, 3]
