"""Lemmas: words seen in the treebanks, and for the rest what their endings taught."""

import json
from collections.abc import Collection, Sequence
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
        seen = self._words.get(f"{tag} {word}")
        if seen is not None:
            return seen
        for length in range(min(LONGEST_ENDING, len(word)), -1, -1):
            rule = self._endings.get(f"{tag} {word[len(word) - length :]}")
            if rule is not None and rule[0] < len(word):
                lemma = word[: len(word) - rule[0]] + rule[1]
                return self._settled(lemma) if tag in _INFLECTED_VERBS else lemma
        return word

    def _settled(self, verb: str) -> str:
        """The verb itself if it is a known word, else a spelling of it that is: with an e, a letter more or less."""
        spellings = (verb, verb + "e", verb + verb[-1], verb[:-1])
        return next((spelling for spelling in spellings if spelling in self._vocabulary), verb)
