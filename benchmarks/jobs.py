"""Several processes against one: `python benchmarks/jobs.py FOLDER` codes its `.txt` files with each, in turn.

Prints documents a second once the models are loaded, pair by pair, and the ratio of each pair. On a machine that others use the
ratio says little; that on free cores is reckoned from the processor time that a document takes.
"""

import argparse
import json
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from multiprocessing import active_children
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
        one, several = (_coded(documents, jobs) for jobs in (1, options.jobs))
        figures = {
            "1": one.rate,
            str(options.jobs): several.rate,
            "ratio": several.rate / one.rate,
            "ratio on free cores": options.jobs * one.cost / several.cost,
        }
        print(json.dumps({name: round(figure, 3) for name, figure in figures.items()}), flush=True)


@dataclass(frozen=True, slots=True)
class Speed:
    """Documents a second, and seconds of processor time a document."""

    rate: float
    cost: float


def _coded(documents: Sequence[Document], jobs: int) -> Speed:
    with open_coding(Settings(), jobs) as coding:
        outcomes = coding.code(documents)
        list(islice(outcomes, CHUNK))
        began, spent = time.perf_counter(), _processor_seconds()
        count = sum(1 for _ in outcomes)
        return Speed(count / (time.perf_counter() - began), (_processor_seconds() - spent) / count)


def _processor_seconds() -> float:
    """Of this process and of its workers, which Linux tells in ticks."""
    stats = [
        Path(f"/proc/{worker.pid}/stat").read_text("utf8").rpartition(")")[2].split() for worker in active_children()
    ]
    return time.process_time() + sum(int(ticks) for stat in stats for ticks in stat[11:13]) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
