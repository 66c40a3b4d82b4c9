"""Records as JSON lines."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from dateline.export.format import Format, endings
from dateline.export.shape import Record


class JsonlLines:
    """Writes one JSON object a line."""

    def __init__(self, file: TextIO) -> None:
        self.file = file

    def write(self, records: Sequence[Record]) -> None:
        self.file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


@contextmanager
def writing(path: Path) -> Iterator[JsonlLines]:
    """A writer of JSON lines in UTF-8."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        yield JsonlLines(file)


FORMAT = Format(
    name="jsonl",
    summary="JSON lines, one whole record each",
    openings=endings(".jsonl", opening=writing),
    losses=("Nothing of a record is lost; the texts, relations and failures of a database are not in its records.",),
)
