"""A folder of JSON lines, a file for each article, so that what is written twice is there once."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from dateline.errors import InputError, UsageError
from dateline.export.jsonl import writing
from dateline.export.replacing import replacing
from dateline.export.shape import Record
from dateline.model import CoderInfo, Document

DIGITS = 20


class JsonlFolder:
    """Keeps records and failures under names made from the article's id or place; made by `open_folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def is_coded(self, document: Document, coder: CoderInfo) -> bool:
        """Never: a file does not tell what text and what coder it is from."""
        return False

    def add(self, document: Document, records: Sequence[Record], coder: CoderInfo) -> None:
        """Puts the article's records in the place of earlier ones; without any there is no file."""
        path = self._named("events", document.id)
        if not records:
            path.unlink(missing_ok=True)
            return
        with replacing(path) as part, writing(part) as writer:
            writer.write(records)

    def fail(self, errors: Iterable[InputError]) -> None:
        """Keeps what could not be coded, and why."""
        for error in errors:
            told = {"place": error.where, "line": error.line, "record": error.record, "reason": error.reason}
            with replacing(self._named("failure", error.where)) as part:
                part.write_text(json.dumps(told, ensure_ascii=False) + "\n", "utf8")

    def forgive(self, places: Sequence[str]) -> None:
        """Forgets what failed at these places."""
        for place in places:
            self._named("failure", place).unlink(missing_ok=True)

    def _named(self, kind: str, name: str) -> Path:
        return self._folder / f"{kind}-{sha256(name.encode()).hexdigest()[:DIGITS]}.jsonl"


@contextmanager
def open_folder(path: Path) -> Iterator[JsonlFolder]:
    """The folder, made if it is not there; raises UsageError where it cannot be written to."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        yield JsonlFolder(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written to: {error.strerror}") from error
