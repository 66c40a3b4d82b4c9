"""Lemmas: words seen in the treebanks, and for the rest what their endings taught."""

import json
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

LONGEST_ENDING = 5
_INFLECTED_VERBS = frozenset({"VBD", "VBN", "VBG"})


class Lemmatizer:
    """Reads `lemmas.json`: `words` maps "tag word" to a lemma, `endings` maps "tag ending" to (letters to cut, to add).

    `vocabulary` (any word list will do) settles what endings cannot: interfer(e), smel(l), ban(n).
    """

    def __init__(self, path: Path, vocabulary: Collection[str]) -> None:
        facts = json.loads(path.read_text("utf8"))
        self._vocabulary = vocabulary
        self._words: dict[str, str] = facts["words"]
        self._endings: dict[str, tuple[int, str]] = facts["endings"]
        self._known: dict[tuple[str, str], str] = {}

    def lemmas(self, words: Sequence[str], tags: Sequence[str], upos: Sequence[str]) -> list[str]:
        """One lemma a word; `tags` are Penn tags, and proper nouns keep their capitals."""
        return [self._lemma(word, tag, part) for word, tag, part in zip(words, tags, upos, strict=True)]

    def _lemma(self, word: str, tag: str, part: str) -> str:
        key = (word, tag if part != "PROPN" else f"{tag}^")
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = word if part == "PROPN" and tag != "NNPS" else self._find(word.lower(), tag)
            if part == "PROPN":
                known = self._known[key] = known[:1].upper() + known[1:]
        return known

    def _find(self, word: str, tag: str) -> str:
        seen = _irregular().get((tag, word)) or self._words.get(f"{tag} {word}")
        if seen is not None:
            return seen
        for length in range(min(LONGEST_ENDING, len(word)), -1, -1):
            rule = self._endings.get(f"{tag} {word[len(word) - length :]}")
            if rule is not None and rule[0] < len(word):
                lemma = word[: len(word) - rule[0]] + rule[1]
                return self._settled(word, lemma) if tag in _INFLECTED_VERBS else lemma
        return word

    def _settled(self, word: str, lemma: str) -> str:
        """The rule's lemma if the word can be its regular form, else the first regular base that is a known word."""
        bases = regular_bases(word)
        if not bases:
            return lemma
        likeliest = [lemma, *bases] if lemma in bases else bases
        return next((base for base in likeliest if base in self._vocabulary), likeliest[0])


@cache
def _irregular() -> Mapping[tuple[str, str], str]:
    """Bases of irregular pasts and participles, which treebanks do not all have: fled, slew."""
    table = (files("dateline") / "resources" / "en" / "irregular_verbs.tsv").read_text("utf8").splitlines()[1:]
    forms = (line.split("\t") for line in table)
    return {(tag, form): base for base, past, participle in forms for tag, form in (("VBD", past), ("VBN", participle))}


def regular_bases(word: str) -> list[str]:
    """Verbs of which the word can be the regular past or -ing form: tried gives try, banned gives bann and ban."""
    ending = next((ending for ending in ("ied", "ying", "ed", "ing") if word.endswith(ending)), "")
    stem = word.removesuffix(ending)
    if not ending or len(stem) < 2:
        return []
    if ending in ("ied", "ying"):
        return [stem + "y", stem + "ie"]
    doubled = stem[-1] == stem[-2] and stem[-1] not in "aeiou"
    return [stem, *([stem[:-1]] if doubled else []), stem + "e"]
