"""Files compressed with gzip or Zstandard, read as they unpack and never beyond a limit."""

import io
import zlib
from pathlib import PurePath
from typing import BinaryIO, Protocol, cast

from dateline.errors import UnreadableFile

ENDINGS = (".gz", ".zst")
_MAGIC = {b"\x1f\x8b": ".gz", b"\x28\xb5\x2f\xfd": ".zst"}
_PACKED = 1024
"""Bytes fed at once: what the worst bomb makes of them, some 30 MB, still fits into memory."""


class _Member(Protocol):
    """One gzip member or Zstandard frame as it unpacks."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, packed: bytes, /) -> bytes: ...


def plain_name(name: str) -> str:
    """The name without the ending of its compression."""
    path = PurePath(name)
    return str(path.with_suffix("")) if path.suffix.lower() in ENDINGS else name


def unpacked_unnamed(stream: BinaryIO, where: str, largest: int) -> BinaryIO:
    """The same for a stream without a name, such as standard input, by its first bytes."""
    peekable = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    begin = peekable.peek(4)
    ending = next((ending for magic, ending in _MAGIC.items() if begin.startswith(magic)), "")
    return unpacked(cast(BinaryIO, peekable), ending and f"unnamed{ending}", where, largest)


def unpacked(stream: BinaryIO, name: str, where: str, largest: int) -> BinaryIO:
    """The stream itself, or what it unpacks to where the name ends like a compressed file.

    Reading raises UnreadableFile, which names the offset, where the file is cut off, broken or unpacks to over
    `largest` bytes.
    """
    ending = PurePath(name).suffix.lower()
    if ending not in ENDINGS:
        return stream
    return cast(BinaryIO, io.BufferedReader(_Unpacking(stream, ending, where, largest)))


class _Unpacking(io.RawIOBase):
    """Members, one after the other, as one stream of bytes."""

    def __init__(self, stream: BinaryIO, ending: str, where: str, largest: int) -> None:
        self._stream, self._ending, self._where, self._largest = stream, ending, where, largest
        self._member: _Member | None = None
        self._packed, self._plain = b"", memoryview(b"")
        self._offset, self._size = 0, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        view = memoryview(buffer)
        while not self._plain and self._advance():
            pass
        count = min(len(view), len(self._plain))
        view[:count] = self._plain[:count]
        self._plain = self._plain[count:]
        return count

    def _advance(self) -> bool:
        """Unpacks the next piece; False at the end of the file."""
        packed = self._packed or self._stream.read(_PACKED)
        self._packed = b""
        if not packed:
            return self._at_end()
        if self._member is None and not (packed := packed.lstrip(b"\0") if self._offset else packed):
            return True  # archives may be padded with zeros
        self._plain = memoryview(self._unpack(packed))  # a view, so that reading it in pieces copies each byte once
        self._size += len(self._plain)
        if self._size > self._largest:
            raise self._wrong(f"unpacks to over {self._largest} bytes, which the setting largest_unpacked allows")
        return True

    def _at_end(self) -> bool:
        if self._member is not None:
            raise self._wrong("cut off: it ends within its compressed part")
        if not self._offset:
            raise self._wrong("empty")
        return False

    def _unpack(self, packed: bytes) -> bytes:
        member = self._member or self._begin()
        try:
            plain = member.decompress(packed)
        except Exception as error:
            if not isinstance(error, zlib.error) and type(error).__name__ != "ZstdError":
                raise
            raise self._wrong(f"broken, or not compressed as its name says: {error}") from None
        self._packed = member.unused_data if member.eof else b""
        self._offset += len(packed) - len(self._packed)
        self._member = None if member.eof else member
        return plain

    def _begin(self) -> _Member:
        if self._ending == ".gz":
            return zlib.decompressobj(wbits=31)
        from zstandard import ZstdDecompressor

        return ZstdDecompressor().decompressobj()

    def _wrong(self, reason: str) -> UnreadableFile:
        return UnreadableFile(self._where, f"{reason}; at byte {self._offset}")
