"""Files that appear whole or not at all."""

import os
import shutil
from collections.abc import Collection, Iterator
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


@contextmanager
def replacing_folder(path: Path, known: Collection[str]) -> Iterator[Path]:
    """A new folder beside `path`, which it takes the place of at the end, or goes where an exception is raised.

    Raises UsageError where there is a file, or a folder that holds anything but the files named in `known`: nothing of the
    user's goes with the folder.
    """
    target = path.resolve()
    if target.exists():
        _refuse_strangers(target, path, known)
    part, old = (target.with_name(f".{target.name}.{os.getpid()}.{kind}") for kind in ("part", "old"))
    _create_folder(part, path)
    try:
        yield part
        _swap(part, target, old)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _refuse_strangers(target: Path, path: Path, known: Collection[str]) -> None:
    if not target.is_dir():
        raise UsageError(f"{path} is a file; name a folder")
    strangers = sorted(each.name for each in target.iterdir() if each.name not in known)
    if strangers:
        raise UsageError(f"{path} holds {strangers[0]}, which would be lost; name a new folder")


def _swap(part: Path, target: Path, old: Path) -> None:
    """What was there is kept until the new folder stands in its place."""
    if not target.exists():
        part.replace(target)
        return
    target.replace(old)
    try:
        part.replace(target)
    except OSError:
        old.replace(target)
        raise
    shutil.rmtree(old)


def _create_folder(part: Path, path: Path) -> None:
    try:
        part.mkdir()
    except OSError as error:
        raise UsageError(f"{path}: cannot write to the folder {path.parent}: {error.strerror}") from error


def _create(part: Path, path: Path) -> None:
    try:
        part.touch()
    except OSError as error:
        raise UsageError(f"{path}: cannot write to the folder {path.parent}: {error.strerror}") from error
