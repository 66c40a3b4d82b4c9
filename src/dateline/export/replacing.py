"""Files that appear whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import UsageError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A new, empty file beside `path` to write to; it takes that name at the end, or goes where an exception is raised.

    Raises UsageError where the folder cannot be written to or `path` is a folder.
    """
    target = path.resolve()
    if target.is_dir():
        raise UsageError(f"{path} is a folder; name a file in it")
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    _create(part, path)
    try:
        yield part
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _create(part: Path, path: Path) -> None:
    try:
        part.touch()
    except OSError as error:
        raise UsageError(f"{path}: cannot write to the folder {path.parent}: {error.strerror}") from error
