"""Web archives: the pages of their responses, each record on its own, so that a bad one costs itself alone."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, BinaryIO

from dateline.errors import BadRecord, InputError, UnreadableFile
from dateline.model import Document
from dateline.readers.html import read_html

VERSION = b"WARC/1."
_PAGES = ("text/html", "application/xhtml+xml")
_RESPONSE = re.compile(rb"^WARC-Type:[ \t]*response\s*$", re.I | re.M)
_LONGEST_HEADER = 1_000_000


@dataclass(frozen=True, slots=True)
class _Framed:
    """One record as it stands in the archive; `body` is None where it is larger than an article may be."""

    offset: int
    header: bytes
    size: int
    body: bytes | None


def read_warc(stream: BinaryIO, where: str, largest: int) -> Iterator[Document | InputError]:
    """The articles of an archive, one at a time; what cannot be read comes as its error, with the record's offset.

    Records are framed here and only then given to FastWARC, which ends silently where an archive is cut off. Offsets
    count unpacked bytes. Raises UnreadableFile where the archive is empty or cut off.
    """
    offset, lost = 0, False
    while line := stream.readline(_LONGEST_HEADER):
        begin, offset = offset, offset + len(line)
        if not line.strip():
            continue
        if not line.startswith(VERSION):
            if not lost:
                yield BadRecord(where, f"no WARC record at byte {begin}")
            lost = True  # told once, and skipped to where the next one begins
            continue
        lost = False
        framed = _framed(stream, line, begin, where, largest)
        if isinstance(framed, InputError):
            yield framed
            continue
        offset += len(framed.header) - len(line) + framed.size
        yield from _articles(framed, where, largest)
    if not offset:
        raise UnreadableFile(where, "empty")


def _framed(stream: BinaryIO, line: bytes, offset: int, where: str, largest: int) -> _Framed | InputError:
    header = bytearray(line)
    while (line := stream.readline(_LONGEST_HEADER)) not in (b"\r\n", b"\n"):
        header += line
        if not line:
            raise _cut_off(where, offset)
        if len(header) > _LONGEST_HEADER:
            return BadRecord(where, f"the record at byte {offset} has no end to its header")
    header += line
    size = _content_length(bytes(header))
    if size is None:
        return BadRecord(where, f"the record at byte {offset} does not say how long it is")
    return _Framed(offset, bytes(header), size, _body(stream, size, largest, (where, offset)))


def _content_length(header: bytes) -> int | None:
    for line in header.splitlines():
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            return int(value)
    return None


def _body(stream: BinaryIO, size: int, largest: int, place: tuple[str, int]) -> bytes | None:
    """The record's content; one that is too large is read over."""
    kept = size <= largest
    content, left = bytearray(), size
    while left:
        piece = stream.read(min(left, 1 << 20))
        if not piece:
            raise _cut_off(*place)
        left -= len(piece)
        if kept:
            content += piece
    return bytes(content) if kept else None


def _cut_off(where: str, offset: int) -> UnreadableFile:
    return UnreadableFile(where, f"cut off: it ends within the record at byte {offset}")


def _articles(framed: _Framed, where: str, largest: int) -> Iterator[Document | InputError]:
    """The article of a response that is a page; nothing for other records."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    if not _RESPONSE.search(framed.header):
        return
    if framed.body is None:
        yield BadRecord(
            where, f"the record at byte {framed.offset} has {framed.size} bytes, over the {largest} allowed"
        )
        return
    try:
        archive = ArchiveIterator(
            io.BytesIO(framed.header + framed.body + b"\r\n\r\n"),
            record_types=WarcRecordType.response,
            parse_http=False,
        )
        for record in archive:
            yield from _article(record, framed.offset, where, largest)
    except (OSError, ValueError) as error:
        yield BadRecord(where, f"the record at byte {framed.offset} cannot be read: {error}")


def _article(record: Any, offset: int, where: str, largest: int) -> Iterator[Document | InputError]:
    record.parse_http(auto_decode="all")
    if not record.is_http or not _is_page(record):
        return
    address = record.headers.get("WARC-Target-URI", "").strip("<>")
    page = record.reader.read(largest + 1)
    if len(page) > largest:
        yield BadRecord(where, f"the record at byte {offset} unpacks to over {largest} bytes", None, address)
        return
    identity = (record.record_id or "").strip("<>") or f"{where}:{offset}"
    try:
        yield _published(read_html(page, identity, where), address, record.record_date)
    except InputError as error:
        yield BadRecord(where, f"{error.reason}; the record at byte {offset}", None, address)


def _is_page(record: Any) -> bool:
    kind = (record.http_content_type or "").lower()
    return record.http_headers.status_code == 200 and kind.startswith(_PAGES)


def _published(document: Document, address: str, crawled: Any) -> Document:
    """The document with the record's address and, where the page names no day, the day it was fetched."""
    day: date | None = crawled.date() if crawled else None
    facts = document.publication
    return replace(document, publication=replace(facts, url=address or facts.url, published=facts.published or day))
