"""Speed on one core: `python benchmarks/speed.py FOLDER` codes its `.txt` files.

Prints words a second of the bare language model and of the whole pipeline, the time to load, and the peak memory.
"""

import argparse
import json
import resource
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from dateline.config import Settings
from dateline.model import Document
from dateline.stage import Stage


def main() -> None:
    """Loads, warms up on a tenth, then measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    documents = [Document(path.name, path.read_text("utf8")) for path in sorted(options.folder.rglob("*.txt"))]
    figures: dict[str, float] = {"documents": len(documents)}
    began = time.perf_counter()
    from dateline.nlp.language import LanguageModel

    figures["import seconds"] = time.perf_counter() - began
    figures["model load seconds"] = _seconds(LanguageModel)
    from dateline.pipeline import build

    pipelines = []
    figures["pipeline load seconds"] = _seconds(lambda: pipelines.append(build(Settings(threads=1))))
    (pipeline,) = pipelines
    list(pipeline.code(documents[: len(documents) // 10]))
    words, seconds = _run(pipeline.parse, documents)
    figures["words"] = words
    figures["model words/s"] = words / seconds
    words, seconds = _run(pipeline.code, documents)
    figures["pipeline words/s"] = words / seconds
    figures["peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({name: round(figure, 2) for name, figure in figures.items()}, indent=1))


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _run(stage: Stage, documents: Iterable[Document]) -> tuple[int, float]:
    began = time.perf_counter()
    words = sum(sum(not token.is_space for token in document.parse or ()) for document in stage(documents))
    return words, time.perf_counter() - began


if __name__ == "__main__":
    main()
