"""What the head learns from: the corpus's texts and the rules' own examples, as words with the type of act they tell."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.model import Document, Span
from dateline.nlp.windows import Word, all_windows
from dateline.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class Window:
    """Words that the network reads at once, the type of act each tells ("" for none), and the batch they are from."""

    words: tuple[Word, ...]
    acts: tuple[str, ...]
    batch: str


def of_corpus(files: Sequence[Path]) -> Iterator[Window]:
    """The windows of the corpus's texts."""
    for file in files:
        for line in file.read_text("utf8").splitlines():
            record = json.loads(line)
            triggers = [(Span(*event["trigger"]["span"]), event["event"]) for event in record["events"]]
            yield from _windows(record["text"], triggers, file.stem)


def of_examples(pipeline: Pipeline) -> Iterator[Window]:
    """The windows of the rules' examples and counterexamples, with the events that the rules find in them."""
    examples = (each for rule in pipeline.coder.rulebook.rules for each in (*rule.examples, *rule.counterexamples))
    texts = sorted({example.text for example in examples})
    for document in pipeline.code(Document(f"example-{i}", text) for i, text in enumerate(texts)):
        triggers = [(event.trigger.span, event.type) for event in document.events or ()]
        yield from _windows(document.text, triggers, "examples")


def _windows(text: str, triggers: Sequence[tuple[Span, str]], batch: str) -> Iterator[Window]:
    paragraphs = (Span(start, end) for start, end in _lines(text))
    for window in all_windows(text, paragraphs):
        yield Window(tuple(window), tuple(_act(word, triggers) for word in window), batch)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _act(word: Word, triggers: Sequence[tuple[Span, str]]) -> str:
    own = Span(word.start, word.end)
    return next((type for span, type in triggers if span.overlaps(own)), "")
