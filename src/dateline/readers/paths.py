"""Files to read, out of the paths, folders, patterns and `-` of a command line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import InputError, UnreadableFile
from dateline.readers.compression import plain_name

STANDARD_INPUT = "-"
FORMATS = (".txt", ".jsonl", ".html", ".htm", ".csv", ".tsv", ".parquet", ".warc")
"""What is read out of folders, compressed or not; a file that is named itself may end otherwise and is then taken for text."""

_MAGIC = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read and what to call it; `path` is None for standard input."""

    path: Path | None
    name: str

    @property
    def where(self) -> str:
        """What complaints call it."""
        return "standard input" if self.path is None else str(self.path)

    @property
    def ending(self) -> str:
        """What its format is called by: `.jsonl` of `news.jsonl.gz`; empty for standard input."""
        return "" if self.path is None else Path(plain_name(self.path.name)).suffix.lower()


def expand(arguments: Iterable[str]) -> Iterator[Source | InputError]:
    """The files that the arguments mean, in order, each once; what leads nowhere comes as its error.

    A file is named relative to its argument: by its name alone, or by its path within the folder or the fixed part of
    the pattern; where that name is taken by an earlier file, by its path as given.
    """
    seen: set[Path | None] = set()
    names: set[str] = set()
    for source in (source for argument in arguments for source in _expand(argument)):
        if isinstance(source, InputError):
            yield source
        elif (real := source.path and source.path.resolve()) not in seen:
            seen.add(real)
            named = Source(source.path, source.where) if source.name in names else source
            names.add(named.name)
            yield named


def _expand(argument: str) -> Iterator[Source | InputError]:
    path = Path(argument)
    if argument == STANDARD_INPUT:
        yield Source(None, STANDARD_INPUT)
    elif path.is_dir():
        yield from _in_folder(path)
    elif path.exists() or not _MAGIC & set(argument):
        yield Source(path, path.name)
    else:
        yield from _matching(argument)


def _in_folder(folder: Path) -> Iterator[Source | InputError]:
    found = [
        path for path in sorted(folder.rglob("*")) if Source(path, "").ending in FORMATS and _is_shown(path, folder)
    ]
    if not found:
        yield UnreadableFile(folder, f"no file to read in this folder; read are {', '.join(FORMATS)}")
    for path in found:
        yield Source(path, path.relative_to(folder).as_posix())


def _is_shown(path: Path, folder: Path) -> bool:
    return path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)


def _matching(pattern: str) -> Iterator[Source | InputError]:
    base = _fixed_part(Path(pattern))
    found = [path for path in sorted(base.glob(str(Path(pattern).relative_to(base)))) if path.is_file()]
    if not found:
        yield UnreadableFile(pattern, "no file matches this pattern")
    for path in found:
        yield Source(path, path.relative_to(base).as_posix())


def _fixed_part(pattern: Path) -> Path:
    """The folder above the first part that has a wildcard."""
    fixed = pattern
    while _MAGIC & set(str(fixed)):
        fixed = fixed.parent
    return fixed
