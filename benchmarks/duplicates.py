"""Near-duplicates on edited news: python benchmarks/duplicates.py ../shared/gold/polnear.

Of each text a light edit (one word in twenty replaced, the last paragraph gone) and a heavy one (one word in eight replaced,
two sentences in five gone, the others shuffled, every third one set behind part of an article that is not among the originals)
are added after all originals, and asked of which text they are.
"""

import argparse
import json
import random
import re
from collections.abc import Sequence
from pathlib import Path

from dateline.stories.duplicates import DuplicateFinder

SEED = 7
LIGHT, HEAVY = 0.05, 0.125
GONE = 0.4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    every = [path.read_text("utf8") for path in sorted(parser.parse_args().folder.glob("*.txt"))]
    texts, strangers = every[: len(every) * 3 // 4], every[len(every) * 3 // 4 :]
    words = [word for text in every for word in re.findall(r"[a-z]{4,}", text)]
    for name, share in (("light", LIGHT), ("heavy", HEAVY)):
        dice = random.Random(SEED)
        edits = [edited(text, share, words, dice) for text in texts]
        if name == "heavy":
            edits = [_set_behind(edit, strangers, number) for number, edit in enumerate(edits)]
        print(json.dumps({"edit": name, "texts": len(texts), **measured(texts, edits)}))


def measured(texts: Sequence[str], edits: Sequence[str]) -> dict[str, float]:
    """Precision and recall of the text that each edit is said to repeat; an original has none before it."""
    finder = DuplicateFinder()
    wrong = sum(finder.add(f"original-{number}", text) is not None for number, text in enumerate(texts))
    right = 0
    for number, edit in enumerate(edits):
        found = finder.add(f"edit-{number}", edit)
        right += found is not None and found.of == f"original-{number}"
        wrong += found is not None and found.of != f"original-{number}"
    return {"precision": round(right / max(1, right + wrong), 4), "recall": round(right / len(texts), 4)}


def edited(text: str, share: float, words: Sequence[str], dice: random.Random) -> str:
    """The text with a share of its words replaced; a heavy edit also drops and shuffles sentences."""
    if share == LIGHT:
        paragraphs = text.split("\n\n")
        kept = paragraphs[:-1] or paragraphs
    else:
        sentences = re.split(r"(?<=[.?!])\s+", text)
        kept = [sentence for sentence in sentences if dice.random() > GONE] or sentences[:1]
        dice.shuffle(kept)
    return " ".join(dice.choice(words) if dice.random() < share else word for word in " ".join(kept).split())


def _set_behind(edit: str, strangers: Sequence[str], number: int) -> str:
    """Every third edit follows half as much of another article."""
    return f"{strangers[number % len(strangers)][: len(edit) // 2]} {edit}" if number % 3 == 0 else edit


if __name__ == "__main__":
    main()
