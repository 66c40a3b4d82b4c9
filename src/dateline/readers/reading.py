"""Everything that the paths of a command line lead to, as documents or as the reasons why not."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from dateline.errors import BadRecord, InputError, UnreadableFile, UnsupportedLanguage
from dateline.model import Document
from dateline.readers.compression import unpacked
from dateline.readers.encoding import decode
from dateline.readers.html import read_html
from dateline.readers.jsonl import read_record
from dateline.readers.language import SPOKEN, foreign_language
from dateline.readers.paths import Source, expand
from dateline.readers.records import Columns
from dateline.readers.table import DELIMITERS, read_parquet, read_rows
from dateline.readers.text import read_text


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes over which an article is refused, and over which a compressed file is read no further."""

    article: int
    unpacked: int


Item = tuple[Document | InputError, int | None]
"""What was read, and the line it stands on in a file of many."""


def read(
    arguments: Iterable[str],
    largest: int = 20_000_000,
    largest_unpacked: int = 50_000_000_000,
    columns: Columns | None = None,
) -> Iterator[Document | InputError]:
    """The documents that the arguments lead to, in order, one at a time; what cannot be coded comes as its error.

    `largest` is the size in bytes over which an article is refused, `largest_unpacked` that over which a compressed
    file is read no further. `columns` tells what files call the fields of records. No two documents have one id.
    """
    taken: dict[str, str] = {}
    for source in expand(arguments):
        if isinstance(source, InputError):
            yield source
            continue
        yield from read_source(source, Limits(largest, largest_unpacked), columns or {}, taken)


def read_source(
    source: Source, limits: Limits, columns: Columns, taken: dict[str, str]
) -> Iterator[Document | InputError]:
    """The documents of one file; their ids are added to those that are `taken`."""
    for item, line in _items(source, limits, columns):
        yield item if isinstance(item, InputError) else _checked(item, source.where, line, taken)


def _checked(document: Document, where: str, line: int | None, taken: dict[str, str]) -> Document | InputError:
    """The document, unless its id is taken or its language is not spoken."""
    if document.id in taken:
        return BadRecord(where, f"the id {document.id!r} is taken by {taken[document.id]}", line)
    taken[document.id] = where if line is None else f"{where}:{line}"
    return spoken(document, where, line)


def spoken(document: Document, where: str, line: int | None = None) -> Document | UnsupportedLanguage:
    """The document, unless its language is not spoken."""
    stated = document.publication.language.lower().split("-")[0].split("_")[0]
    language = stated if stated not in SPOKEN else foreign_language(document.text)
    if language is None:
        return document
    reason = f"in another language ({language}); coded are {', '.join(sorted(SPOKEN))}"
    return UnsupportedLanguage(where, reason, line, None if line is None else document.id)


def _items(source: Source, limits: Limits, columns: Columns) -> Iterator[Item]:
    try:
        if source.path is None:
            yield from _from_stream(source, sys.stdin.buffer, limits.article, columns)
        elif source.ending == ".parquet":
            yield from read_parquet(source.path, source.where, columns)
        else:
            with source.path.open("rb") as stream:
                plain = unpacked(stream, source.path.name, source.where, limits.unpacked)
                yield from _from_stream(source, plain, limits.article, columns)
    except UnreadableFile as error:
        yield error, None
    except FileNotFoundError:
        yield UnreadableFile(source.where, "there is no such file"), None
    except OSError as error:
        yield UnreadableFile(source.where, f"cannot be read: {error.strerror}"), None


def _from_stream(source: Source, stream: BinaryIO, largest: int, columns: Columns) -> Iterator[Item]:
    """One text, or the records of a table or of JSON lines, which standard input is if it begins like an object."""
    if source.ending in DELIMITERS:
        yield from read_rows(stream, source.where, DELIMITERS[source.ending], columns)
        return
    first = stream.readline(largest + 1)
    if source.ending == ".jsonl" or (source.path is None and first.lstrip().startswith(b"{")):
        yield from _records(source.where, _lines(stream, first, largest), largest, columns)
    else:
        yield _text(source, first + stream.read(largest + 1 - len(first)), largest), None


def _text(source: Source, content: bytes, largest: int) -> Document | InputError:
    if len(content) > largest:
        size = max(len(content), source.path.stat().st_size if source.path else 0)
        return UnreadableFile(source.where, _too_large(size, largest))
    try:
        if source.ending in (".html", ".htm"):
            return read_html(content, source.name, source.where)
        return read_text(decode(content, source.where), source.name, source.where)
    except InputError as error:
        return error


def _records(where: str, lines: Iterator[tuple[bytes, int]], largest: int, columns: Columns) -> Iterator[Item]:
    number = 0
    for number, (line, size) in enumerate(lines, 1):
        if size > largest:
            yield BadRecord(where, _too_large(size, largest), number), number
        elif line.strip():
            yield _record(where, line, number, columns), number
    if not number:
        yield UnreadableFile(where, "empty"), None


def _lines(stream: BinaryIO, first: bytes, largest: int) -> Iterator[tuple[bytes, int]]:
    """Lines with their sizes; of a line that is too large only the beginning is kept."""
    line = first
    while line:
        size, piece = len(line), line
        while size > largest and not piece.endswith(b"\n") and (piece := stream.readline(largest)):
            size += len(piece)
        yield line, size
        line = stream.readline(largest + 1)


def _record(where: str, line: bytes, number: int, columns: Columns) -> Document | InputError:
    try:
        return read_record(decode(line, where, number), where, number, columns)
    except InputError as error:
        return error


def _too_large(size: int, largest: int) -> str:
    return f"too large: {_megabytes(size)}, over the {_megabytes(largest)} that the setting largest_article allows"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.3g} MB"
