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

_SEARCHED = 1 << 20
"""Bytes searched at once for the next member."""


class BrokenMember(UnreadableFile):
    """A member that is broken or cut off; reading on goes on with the next one.

    `begin` counts the bytes of the file before it, `unpacked_begin` those that were unpacked before it, `unpacked` those
    that are now.
    """

    def __init__(self, where: str, reason: str, begin: int, unpacked: tuple[int, int]) -> None:
        super().__init__(where, reason)
        self.begin = begin
        self.unpacked_begin, self.unpacked = unpacked

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """In another process there is no stream to read on from."""
        return UnreadableFile, (self.where, self.reason)


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
    `largest` bytes. The first two are BrokenMember: whoever reads on is given what begins with the next member.
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
        self._begin, self._unpacked_begin = 0, 0
        self._is_lost = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        view = memoryview(buffer)
        if self._is_lost and not self._find_member():
            return 0
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
        if self._member is None and not (packed := self._without_padding(packed)):
            return True
        self._plain = memoryview(self._unpack(packed))  # a view, so that reading it in pieces copies each byte once
        self._size += len(self._plain)
        if self._size > self._largest:
            reason = f"unpacks to over {self._largest} bytes, which the setting largest_unpacked allows"
            raise UnreadableFile(self._where, self._placed(reason))
        return True

    def _without_padding(self, packed: bytes) -> bytes:
        """Archives may be padded with zeros after a member."""
        rest = packed.lstrip(b"\0") if self._offset else packed
        self._offset += len(packed) - len(rest)
        return rest

    def _at_end(self) -> bool:
        if self._member is not None:
            raise self._broken("cut off: it ends within its compressed part")
        if not self._offset:
            raise UnreadableFile(self._where, self._placed("empty"))
        return False

    def _unpack(self, packed: bytes) -> bytes:
        member = self._member or self._new_member()
        try:
            plain = member.decompress(packed)
        except Exception as error:
            if not _is_unpacking(error):
                raise
            raise self._broken(f"broken, or not compressed as its name says: {error}") from None
        self._packed = member.unused_data if member.eof else b""
        self._offset += len(packed) - len(self._packed)
        self._member = None if member.eof else member
        return plain

    def _new_member(self) -> _Member:
        self._begin, self._unpacked_begin = self._offset, self._size
        return _member(self._ending)

    def _broken(self, reason: str) -> BrokenMember:
        self._is_lost = True
        return BrokenMember(self._where, self._placed(reason), self._begin, (self._unpacked_begin, self._size))

    def _placed(self, reason: str) -> str:
        return f"{reason}; at byte {self._offset}"

    def _find_member(self) -> bool:
        """Goes on with the first member that begins after the beginning of the lost one, which may have swallowed it."""
        found = _next_member(self._stream, self._begin + 1, self._ending)
        self._is_lost, self._member, self._packed = found is None, None, b""
        if found is not None:
            self._stream.seek(found)
            self._offset = found
        return found is not None


def _next_member(stream: BinaryIO, start: int, ending: str) -> int | None:
    """Where a member begins, at `start` or after it: its magic number, and no error in its beginning."""
    (magic,) = (magic for magic, named in _MAGIC.items() if named == ending)
    window, offset = b"", start
    stream.seek(start)
    while piece := stream.read(_SEARCHED):
        window += piece
        at = window.find(magic)
        while at >= 0:
            if at + _PACKED > len(window):
                window += stream.read(_PACKED)
            if _unpacks(window[at : at + _PACKED], ending):
                return offset + at
            at = window.find(magic, at + 1)
        offset += max(0, len(window) - len(magic))
        window = window[-len(magic) :]
    return None


def _unpacks(packed: bytes, ending: str) -> bool:
    try:
        _member(ending).decompress(packed)
    except Exception as error:
        if not _is_unpacking(error):
            raise
        return False
    return True


def _is_unpacking(error: Exception) -> bool:
    """Whether it is the packed bytes that are wrong."""
    return isinstance(error, zlib.error) or type(error).__name__ == "ZstdError"


def _member(ending: str) -> _Member:
    if ending == ".gz":
        return zlib.decompressobj(wbits=31)
    from zstandard import ZstdDecompressor

    return ZstdDecompressor().decompressobj()
