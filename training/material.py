"""What an epoch is made of: treebank windows, name-substituted copies and filled frames."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.batches import Labels, Window, labels_of, varied, windows
from training.corpora import UNKNOWN_NAME, Sentence, guess_spaces, read_conllu, read_uner, read_wikigold
from training.substitution import NameMaker, frames, substitute

FRAME_FILLINGS = 12
"""How often an epoch fills each name frame."""

RAW_SHARE = 0.4
"""Share of the raw windows in an epoch."""


@dataclass(frozen=True, slots=True)
class Material:
    """Sentences with syntax (names where known) and sentences whose names are all known."""

    syntax: tuple[Sentence, ...]
    named: tuple[Sentence, ...]

    @property
    def labels(self) -> Labels:
        return labels_of(self.syntax)


def read_material(corpora: Path) -> Material:
    """Everything that training may see: train parts and EWT's dev part; GUM's is kept for checks, tests are left alone."""
    ewt = read_conllu(corpora / "en_ewt-train.conllu")
    gum = tuple(read_conllu(corpora / "en_gum-train.conllu", entities=True))
    uner = tuple(read_uner(corpora / "uner-ewt-dev.iob2", corpora / "en_ewt-dev.conllu"))
    wikigold = tuple(read_wikigold(corpora / "wikigold.conll.txt"))
    sure = tuple(s for s in gum if s.names and UNKNOWN_NAME not in s.names and set(s.names) != {"O"})
    return Material(
        syntax=(*ewt, *gum, *uner), named=(*(_names_only(s) for s in uner), *wikigold, *(_names_only(s) for s in sure))
    )


def _names_only(sentence: Sentence) -> Sentence:
    return Sentence(sentence.words, sentence.spaces, sentence.group, names=sentence.names)


def epoch(material: Material, maker: NameMaker, rng: random.Random) -> list[Window]:
    """One epoch's windows; half of the named sentences come with names of another make."""
    named = [_copy(s, maker, rng) if rng.random() < 0.5 else s for s in material.named]
    copies = [_copy(s, maker, rng) for s in material.named if set(s.names or ()) != {"O"}]
    made = [sentence for _ in range(FRAME_FILLINGS) for sentence in _framed(maker, rng)]
    rng.shuffle(copies)
    runs = [
        *windows(material.syntax, rng),
        *windows(named, rng),
        *((sentence,) for sentence in copies),
        *((sentence,) for sentence in made),
    ]
    return [varied(window, rng) for window in runs]


def _copy(sentence: Sentence, maker: NameMaker, rng: random.Random) -> Sentence:
    words, names = substitute(sentence.words, sentence.names or (), maker, rng)
    return Sentence(tuple(words), guess_spaces(words), sentence.group, names=tuple(names))


def _framed(maker: NameMaker, rng: random.Random) -> Iterator[Sentence]:
    for words, names in frames(maker, rng):
        yield Sentence(tuple(words), guess_spaces(words), "frames", names=tuple(names))


def raw_windows(raw: Sequence[Sentence], rng: random.Random) -> list[Window]:
    """A share of the unlabelled windows, for a student to learn from its teacher."""
    return [varied((window,), rng) for window in rng.sample(raw, round(RAW_SHARE * len(raw)))]
