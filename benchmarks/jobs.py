"""Several processes against one: `python benchmarks/jobs.py FOLDER` codes its `.txt` files with each, in turn.

Prints documents a second once all models are loaded, pair by pair, and the ratio of each pair.
"""

import argparse
import json
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from dateline.config import Settings
from dateline.model import Document
from dateline.run.coding import open_coding
from dateline.run.job import CHUNK


def main() -> None:
    """Measures pairs, so that what else the machine does falls on both alike."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--pairs", type=int, default=3)
    options = parser.parse_args()
    documents = [Document(path.name, path.read_text("utf8")) for path in sorted(options.folder.rglob("*.txt"))]
    for _ in range(options.pairs):
        one, several = (_rate(documents, jobs) for jobs in (1, options.jobs))
        print(json.dumps({"1": round(one, 2), str(options.jobs): round(several, 2), "ratio": round(several / one, 3)}))


def _rate(documents: Sequence[Document], jobs: int) -> float:
    with open_coding(Settings(), jobs) as coding:
        outcomes = coding.code(documents)
        list(islice(outcomes, CHUNK))
        began = time.perf_counter()
        return sum(1 for _ in outcomes) / (time.perf_counter() - began)


if __name__ == "__main__":
    main()
