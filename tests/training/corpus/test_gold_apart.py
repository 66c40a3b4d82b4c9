"""No sentence of a gold set, nor a rewording of one, is in the corpus: they share no eight words in a row."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
GOLD = ROOT.parent / "shared" / "gold"
LONGEST_SHARED = 7

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the shared folder with gold data is not beside the checkout")


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every eight words in a row."""
    words = re.findall(r"\w+", text.lower())
    return zip(*(words[start:] for start in range(LONGEST_SHARED + 1)), strict=False)


def test_the_corpus_shares_no_long_run_of_words_with_gold() -> None:
    ours = {
        run: record["id"]
        for file in sorted((ROOT / "corpus").glob("*/*.jsonl"))
        for record in map(json.loads, file.read_text("utf8").splitlines())
        for run in runs(record["text"])
    }
    files = (file for kind in ("*.jsonl", "*.txt", "*.xml") for file in sorted(GOLD.rglob(kind)))
    shared = [
        (file.name, ours[run], " ".join(run)) for file in files for run in runs(file.read_text("utf8")) if run in ours
    ]
    assert len(ours) > 0
    assert shared == []
