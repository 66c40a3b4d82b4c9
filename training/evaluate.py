"""Measures the shipped model from raw text: `python -m training.evaluate CORPORA [--model FOLDER] [--json]`."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from spacy.tokens import Doc

from dateline.model import Span
from dateline.nlp.language import LanguageModel, Text
from training.corpora import Sentence, read_conllu, read_uner

Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """A word by its place in the text, with what is said of it; `head` is the head's place, None for a root."""

    place: Bounds
    head: Bounds | None
    label: str
    upos: str
    xpos: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one side, gold or ours, says of a text."""

    items: tuple[Item, ...]
    sentences: frozenset[Bounds]
    names: frozenset[tuple[Bounds, str]]


@dataclass(slots=True)
class Count:
    """Right, ours and gold; F1 is the harmonic mean of right / ours and right / gold."""

    right: int = 0
    ours: int = 0
    gold: int = 0

    def add(self, ours: Iterable[object], gold: Iterable[object]) -> None:
        """Counts one text's findings."""
        mine, theirs = set(ours), set(gold)
        self.right += len(mine & theirs)
        self.ours += len(mine)
        self.gold += len(theirs)

    @property
    def f1(self) -> float:
        """In per cent, 0 where there is nothing to find."""
        return 200 * self.right / (self.ours + self.gold) if self.ours + self.gold else 0.0


def main() -> None:
    """Prints one row a test set, as CoNLL 2018 scores them: F1 over words aligned by their place in the text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--dev", action="store_true", help="dev parts instead of test parts")
    options = parser.parse_args()
    model = LanguageModel(options.model)
    rows = {name: measure(model, sentences) for name, sentences in _sets(options.corpora, options.dev)}
    print(json.dumps(rows, indent=1) if options.json else _table(rows))


def _sets(corpora: Path, dev: bool) -> Iterator[tuple[str, list[Sentence]]]:
    part = "dev" if dev else "test"
    if not dev:
        pud = corpora / "en_pud-test.conllu"
        yield "PUD", _with_names(list(read_conllu(pud)), read_uner(corpora / "uner-pud-test.iob2", pud))
    gum = corpora / f"en_gum-{part}.conllu"
    yield "GUM", [_nameless(sentence) for sentence in read_conllu(gum)]
    yield "GUM news", [_nameless(sentence) for sentence in read_conllu(gum, genre="news")]
    ewt = corpora / f"en_ewt-{part}.conllu"
    yield "EWT", _with_names(list(read_conllu(ewt)), read_uner(corpora / f"uner-ewt-{part}.iob2", ewt))


def _nameless(sentence: Sentence) -> Sentence:
    """GUM marks entities, not names: what it tells about names is too little to measure by."""
    return replace(sentence, names=None)


def _with_names(sentences: list[Sentence], named: Iterable[Sentence]) -> list[Sentence]:
    known = {sentence.words: sentence for sentence in named}
    return [known.get(sentence.words, sentence) for sentence in sentences]


def measure(model: LanguageModel, sentences: list[Sentence]) -> dict[str, float]:
    """F1 of words, sentences, tags, attachments and names, in per cent."""
    groups = [list(group) for _, group in groupby(sentences, key=lambda sentence: sentence.group)]
    texts = [text_of(group) for group in groups]
    counts: dict[str, Count] = {}
    docs = model.pipe(Text(text, (Span(0, len(text)),)) for text in texts)
    for doc, group in zip(docs, groups, strict=True):
        ours, gold = analysis_of(doc), gold_of(group)
        for name, found in _views(ours).items():
            counts.setdefault(name, Count()).add(found, _views(gold)[name])
        _count_names(counts, ours.names, gold.names, group)
    return {name: round(count.f1, 2) for name, count in counts.items()}


def _views(analysis: Analysis) -> dict[str, list[object]]:
    items = analysis.items
    return {
        "words": [item.place for item in items],
        "sentences": list(analysis.sentences),
        "upos": [(item.place, item.upos) for item in items],
        "xpos": [(item.place, item.xpos) for item in items],
        "lemmas": [(item.place, item.lemma.lower()) for item in items],
        "uas": [(item.place, item.head) for item in items],
        "las": [(item.place, item.head, item.label.split(":")[0]) for item in items],
        "las+": [(item.place, item.head, item.label) for item in items],
    }


def _count_names(
    counts: dict[str, Count],
    ours: frozenset[tuple[Bounds, str]],
    gold: frozenset[tuple[Bounds, str]],
    group: list[Sentence],
) -> None:
    """Names count only where every sentence's names are surely known."""
    if any(sentence.names is None or "?" in sentence.names for sentence in group):
        return
    for kind in ("names", "PER", "ORG", "LOC"):
        mine, theirs = ({name for name in side if kind in ("names", name[1])} for side in (ours, gold))
        counts.setdefault(kind, Count()).add(mine, theirs)


def text_of(group: list[Sentence]) -> str:
    """A paragraph's sentences as running text."""
    return " ".join(_surface(sentence) for sentence in group)


def _surface(sentence: Sentence) -> str:
    pieces = (word + " " * space for word, space in zip(sentence.words, sentence.spaces, strict=True))
    return "".join(pieces).strip()


def gold_of(group: list[Sentence]) -> Analysis:
    """The corpus's own analysis of `text_of` the same sentences."""
    items: list[Item] = []
    bounds: set[Bounds] = set()
    names: set[tuple[Bounds, str]] = set()
    start = 0
    for sentence in group:
        places = _places(sentence, start)
        items += _items(sentence, places)
        bounds.add((places[0][0], places[-1][1]))
        names |= set(_spans(sentence.names or (), places))
        start = places[-1][1] + 1
    return Analysis(tuple(items), frozenset(bounds), frozenset(names))


def _places(sentence: Sentence, start: int) -> list[Bounds]:
    places = []
    for word, space in zip(sentence.words, sentence.spaces, strict=True):
        places.append((start, start + len(word)))
        start += len(word) + space
    return places


def _items(sentence: Sentence, places: list[Bounds]) -> Iterator[Item]:
    rows = zip(
        places,
        sentence.heads or (),
        sentence.labels or (),
        sentence.upos or (),
        sentence.xpos or (),
        sentence.lemmas or (),
        strict=True,
    )
    for place, head, label, upos, xpos, lemma in rows:
        yield Item(place, places[head - 1] if head else None, label, upos, xpos, lemma)


def _spans(tags: Iterable[str], places: list[Bounds]) -> Iterator[tuple[Bounds, str]]:
    tags = [*tags, "O"]
    for i, tag in enumerate(tags[:-1]):
        if tag.startswith("B"):
            end = next(j for j in range(i + 1, len(tags)) if not tags[j].startswith("I"))
            yield (places[i][0], places[end - 1][1]), tag[2:]


def analysis_of(doc: Doc) -> Analysis:
    """Our own analysis, from a parsed `Doc`."""
    words = [token for token in doc if not token.is_space]
    items = tuple(
        Item(
            place=(token.idx, token.idx + len(token)),
            head=None
            if token.head is token or token.head == token
            else (token.head.idx, token.head.idx + len(token.head)),
            label=token.dep_,
            upos=token.pos_,
            xpos=token.tag_,
            lemma=token.lemma_,
        )
        for token in words
    )
    sentences = frozenset(
        (sentence.start_char, sentence.start_char + len(sentence.text.rstrip())) for sentence in doc.sents
    )
    return Analysis(items, sentences, frozenset(((e.start_char, e.end_char), e.label_) for e in doc.ents))


def _table(rows: dict[str, dict[str, float]]) -> str:
    columns = list(next(iter(rows.values())))
    head = "| from raw text | " + " | ".join(columns) + " |"
    rule = "|---" * (len(columns) + 1) + "|"
    body = (
        f"| {name} | " + " | ".join(f"{row[c]:.1f}" if c in row else "–" for c in columns) + " |"
        for name, row in rows.items()
    )
    return "\n".join([head, rule, *body])


if __name__ == "__main__":
    sys.exit(main())
