"""Learns `lemmas.json`: `python -m training.lemmas CORPORA FILE`."""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.nlp.lemmas import LONGEST_ENDING

Rule = tuple[int, str]
IRREGULAR = Path(__file__).with_name("irregular_verbs.txt")
KEPT_WORDS = 0.6
"""A word's own lemma is kept only where it is the lemma in more than this share of its uses."""


def main() -> None:
    """Learns from the train parts of EWT and GUM."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    parts = [options.corpora / f"{name}-train.conllu" for name in ("en_ewt", "en_gum")]
    rows = [*(row for part in parts for row in _rows(part)), *_irregular()]
    options.file.write_text(json.dumps(learn(rows), ensure_ascii=False, sort_keys=True, separators=(",", ":")), "utf8")


def _rows(path: Path) -> Iterator[tuple[str, str, str]]:
    """Word, Penn tag and lemma of each word of a treebank; a misspelt word has another word's lemma and is left out."""
    for line in path.read_text("utf8").splitlines():
        if not line[:1].isdigit():
            continue
        number, word, lemma, part, tag, features, *_ = line.split("\t")
        if number.isdigit() and "Typo=Yes" not in features and (part != "PROPN" or tag == "NNPS"):
            yield word.lower(), tag, lemma.lower() if part == "PROPN" else lemma


def _irregular() -> Iterator[tuple[str, str, str]]:
    for line in IRREGULAR.read_text("utf8").splitlines():
        if line and not line.startswith("#"):
            base, past, participle = line.split()
            yield past, "VBD", base
            yield participle, "VBN", base


def learn(rows: Iterable[tuple[str, str, str]]) -> dict[str, dict[str, object]]:
    """Rules of endings by tag, and the words that those rules get wrong."""
    lemmas: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for word, tag, lemma in rows:
        lemmas[tag, word][lemma] += 1
    best = {key: counts.most_common(1)[0][0] for key, counts in lemmas.items() if _is_steady(counts)}
    endings = _endings(best)
    words = {f"{tag} {word}": lemma for (tag, word), lemma in best.items() if _apply(endings, tag, word) != lemma}
    return {"words": words, "endings": {f"{tag} {ending}": rule for (tag, ending), rule in endings.items()}}


def _is_steady(counts: Counter[str]) -> bool:
    return counts.most_common(1)[0][1] > KEPT_WORDS * counts.total()


def _endings(best: dict[tuple[str, str], str]) -> dict[tuple[str, str], Rule]:
    """The commonest rule of each ending, left out where the shorter ending's rule says the same."""
    counts: dict[tuple[str, str], Counter[Rule]] = defaultdict(Counter)
    for (tag, word), lemma in best.items():
        rule = _rule(word, lemma)
        for length in range(min(LONGEST_ENDING, len(word)) + 1):
            counts[tag, word[len(word) - length :]][rule] += 1
    chosen: dict[tuple[str, str], Rule] = {}
    for tag, ending in sorted(counts, key=lambda key: len(key[1])):
        rule, count = counts[tag, ending].most_common(1)[0]
        if count > 1 and rule != _lookup(chosen, tag, ending[1:]):
            chosen[tag, ending] = rule
    return chosen


def _rule(word: str, lemma: str) -> Rule:
    common = 0
    while common < min(len(word), len(lemma)) and word[common] == lemma[common]:
        common += 1
    return len(word) - common, lemma[common:]


def _lookup(rules: dict[tuple[str, str], Rule], tag: str, ending: str) -> Rule | None:
    for start in range(len(ending) + 1):
        if (tag, ending[start:]) in rules:
            return rules[tag, ending[start:]]
    return None


def _apply(rules: dict[tuple[str, str], Rule], tag: str, word: str) -> str:
    rule = _lookup(rules, tag, word[max(0, len(word) - LONGEST_ENDING) :])
    return word if rule is None or rule[0] >= len(word) else word[: len(word) - rule[0]] + rule[1]


if __name__ == "__main__":
    main()
