"""Web archives: the pages of their responses, each record on its own, so that a bad one costs itself alone."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, BinaryIO

from dateline.errors import BadRecord, InputError, UnreadableFile
from dateline.model import Document
from dateline.readers.compression import BrokenMember
from dateline.readers.html import read_html

VERSION = b"WARC/1."
_PAGES = ("text/html", "application/xhtml+xml")
_RESPONSE = re.compile(rb"^WARC-Type:[ \t]*response\s*$", re.I | re.M)
_LONGEST_HEADER = 1_000_000
_BEGINNING = 65_536
"""Bytes of a record that tell what it is."""


@dataclass(frozen=True, slots=True)
class _Framed:
    """One record as it stands in the archive; of one that is larger than an article may be, `body` is the beginning."""

    offset: int
    header: bytes
    size: int
    body: bytes

    @property
    def end(self) -> int:
        """Where its content ends."""
        return self.offset + len(self.header) + self.size


def read_warc(stream: BinaryIO, where: str, largest: int) -> Iterator[Document | InputError]:
    """The articles of an archive, one at a time; what cannot be read comes as its error, with the record's offset.

    Records are framed here and only then given to FastWARC, which ends silently where an archive is cut off. Offsets
    count unpacked bytes. A compressed part that is broken costs the records in it. Raises UnreadableFile where the
    archive is empty or cut off.
    """
    for framed in _Frames(stream, where, largest).read():
        if isinstance(framed, InputError):
            yield framed
        else:
            yield from _articles(framed, where, largest)


class _Frames:
    """The records of an archive. Each is held until what follows it could be read: a compressed part shows only at its
    end whether it is whole."""

    def __init__(self, stream: BinaryIO, where: str, largest: int) -> None:
        self._stream, self._where, self._largest = stream, where, largest
        self._offset = 0
        self._held: _Framed | InputError | None = None

    def read(self) -> Iterator[_Framed | InputError]:
        """The records and what is wrong with others, to the end of the archive."""
        is_broken = True
        while is_broken:
            is_broken = False
            try:
                yield from self._read_on()
            except BrokenMember as broken:
                is_broken = True
                yield from self._lost(broken)
            except UnreadableFile:
                yield from self._released()
                raise
        if not self._offset:
            raise UnreadableFile(self._where, "empty")

    def _read_on(self) -> Iterator[_Framed | InputError]:
        """Up to the end, or to a part that is broken, which is raised."""
        is_lost = False
        while line := self._first_line():
            yield from self._released()
            begin = self._offset - len(line)
            if line.startswith(VERSION):
                is_lost = False
                self._held = self._framed(line, begin)
            elif not is_lost:
                is_lost = True  # told once, and skipped to where the next one begins
                yield BadRecord(self._where, f"no WARC record at byte {begin}")
        yield from self._released()

    def _released(self) -> Iterator[_Framed | InputError]:
        held, self._held = self._held, None
        if held:
            yield held

    def _lost(self, broken: BrokenMember) -> Iterator[_Framed | InputError]:
        """What is held is whole if it ended before the broken part began."""
        if isinstance(self._held, _Framed) and self._held.end > broken.unpacked_begin:
            self._held = None
        yield from self._released()
        self._offset = broken.unpacked
        yield BadRecord(
            self._where, f"the part that begins at byte {broken.begin} of the file is lost: {broken.reason}"
        )

    def _first_line(self) -> bytes:
        """The next line that is not blank."""
        while line := self._line():
            if line.strip():
                return line
        return b""

    def _line(self) -> bytes:
        line = self._stream.readline(_LONGEST_HEADER)
        self._offset += len(line)
        return line

    def _framed(self, line: bytes, begin: int) -> _Framed | InputError:
        header = bytearray(line)
        while (line := self._line()) not in (b"\r\n", b"\n"):
            header += line
            if not line:
                raise self._cut_off(begin)
            if len(header) > _LONGEST_HEADER:
                return BadRecord(self._where, f"the record at byte {begin} has no end to its header")
        header += line
        size = _content_length(bytes(header))
        if size is None:
            return BadRecord(self._where, f"the record at byte {begin} does not say how long it is")
        return _Framed(begin, bytes(header), size, self._body(size, begin))

    def _body(self, size: int, begin: int) -> bytes:
        """The record's content; what is too large is read over, but for its beginning."""
        kept = size if size <= self._largest else min(_BEGINNING, self._largest)
        content, left = bytearray(), size
        while left:
            piece = self._stream.read(min(left, 1 << 20))
            if not piece:
                raise self._cut_off(begin)
            left -= len(piece)
            self._offset += len(piece)
            content += piece[: kept - len(content)]
        return bytes(content)

    def _cut_off(self, begin: int) -> UnreadableFile:
        return UnreadableFile(self._where, f"cut off: it ends within the record at byte {begin}")


def _content_length(header: bytes) -> int | None:
    for line in header.splitlines():
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            return int(value)
    return None


def _articles(framed: _Framed, where: str, largest: int) -> Iterator[Document | InputError]:
    """The article of a response that is a page; nothing for other records."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    if not _RESPONSE.search(framed.header):
        return
    try:
        archive = ArchiveIterator(
            io.BytesIO(framed.header + framed.body + b"\r\n\r\n"),
            record_types=WarcRecordType.response,
            parse_http=False,
        )
        for record in archive:
            yield from _article(record, framed, where, largest)
    except (OSError, ValueError) as error:
        yield BadRecord(where, f"the record at byte {framed.offset} cannot be read: {error}")


def _article(record: Any, framed: _Framed, where: str, largest: int) -> Iterator[Document | InputError]:
    record.parse_http(auto_decode="all")
    if not record.is_http or not _is_page(record):
        return
    address = record.headers.get("WARC-Target-URI", "").strip("<>")
    if len(framed.body) < framed.size:
        reason = f"the record at byte {framed.offset} has {framed.size} bytes, over the {largest} allowed"
        yield BadRecord(where, reason, None, address)
        return
    page = record.reader.read(largest + 1)
    if len(page) > largest:
        reason = f"the record at byte {framed.offset} unpacks to over {largest} bytes"
        yield BadRecord(where, reason, None, address)
        return
    identity = (record.record_id or "").strip("<>") or f"{where}:{framed.offset}"
    try:
        yield _published(read_html(page, identity, where), address, record.record_date)
    except InputError as error:
        yield BadRecord(where, f"{error.reason}; the record at byte {framed.offset}", None, address)


def _is_page(record: Any) -> bool:
    kind = (record.http_content_type or "").lower()
    return record.http_headers.status_code == 200 and kind.startswith(_PAGES)


def _published(document: Document, address: str, crawled: Any) -> Document:
    """The document with the record's address and, where the page names no day, the day it was fetched."""
    day: date | None = crawled.date() if crawled else None
    facts = document.publication
    return replace(document, publication=replace(facts, url=address or facts.url, published=facts.published or day))
