"""Raw news text for self-training, cut into words and windows as at run time."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.model import Span
from dateline.nlp.windows import Word, all_windows
from training.corpora import Sentence


def read_raw(folder: Path) -> list[Sentence]:
    """Every window of the folder's `.txt` files and of the texts in its `.jsonl` files, without labels."""
    texts = [text for path in sorted(folder.rglob("*")) for text in _texts(path)]
    return [_unlabelled(window) for text in texts for window in all_windows(text, _paragraphs(text))]


def _texts(path: Path) -> Iterator[str]:
    if path.suffix == ".txt":
        yield path.read_text("utf8")
    if path.suffix == ".jsonl":
        for line in path.read_text("utf8").splitlines():
            yield json.loads(line)["text"]


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            first = start + line.index(stripped[0])
            yield Span(first, first + len(stripped))
        start += len(line)


def _unlabelled(window: Sequence[Word]) -> Sentence:
    spaces = [word.space_before for word in window[1:]]
    return Sentence(tuple(word.text for word in window), (*spaces, True), "raw")
