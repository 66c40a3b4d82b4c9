"""How fast the store takes events: `python -m benchmarks.store [POSTGRESQL-ADDRESS]` prints events a second."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from dateline.export.record import records_of
from dateline.export.shape import Record
from dateline.model import Document, Sentence
from dateline.store.opening import open_store
from tests.export.examples import CODER, raid, raid_document

DOCUMENTS = 20_000
EVENTS = 5
SENTENCES = 15


def main() -> None:
    """Measures the database named, or a new DuckDB file."""
    with TemporaryDirectory() as folder:
        db = sys.argv[1] if len(sys.argv) > 1 else str(Path(folder) / "news.duckdb")
        coded = list(_coded())
        began = perf_counter()
        with open_store(db) as store:
            for document, records in coded:
                store.add(document, records, CODER)
        seconds = perf_counter() - began
    print(
        f"{DOCUMENTS * EVENTS} events of {DOCUMENTS} documents in {seconds:.1f} s: {DOCUMENTS * EVENTS / seconds:,.0f} a second"
    )


def _coded() -> Iterator[tuple[Document, list[Record]]]:
    """Documents with their layers and records, made before the clock starts."""
    for number in range(DOCUMENTS):
        events = tuple(replace(raid(), id=f"e-{number}-{each}") for each in range(EVENTS))
        sentences = tuple(Sentence(events[0].sentence, "no trigger") for _ in range(SENTENCES))
        whole = replace(raid_document(), id=f"raid-{number}.txt", events=events, sentences=sentences)
        yield whole, records_of(whole, CODER)


if __name__ == "__main__":
    main()
