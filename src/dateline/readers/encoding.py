"""From bytes to text: UTF-8 if it is, else whatever it most likely is."""

import codecs
import logging

from dateline.errors import UnreadableFile

LIKELIEST = "cp1252"
"""Taken where the bytes read as well in it as in the best guess: most English text that is not UTF-8 is in this one."""

_SAMPLE = 100_000
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_log = logging.getLogger(__name__)


def decode(content: bytes, where: str, line: int | None = None) -> str:
    """The text of some bytes; logs a warning where they are not Unicode, raises UnreadableFile where they are no text."""
    try:
        return _as_unicode(content, where, line)
    except UnicodeDecodeError:
        encoding = _detected(content)
    if encoding is None:
        raise UnreadableFile(where, "binary, or text in no known encoding", line)
    place = where if line is None else f"{where}:{line}"
    _log.warning("%s: not UTF-8; read as %s, which it most likely is", place, encoding)
    return content.decode(encoding, errors="replace")


def _as_unicode(content: bytes, where: str, line: int | None) -> str:
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding)
    if b"\0" in content:
        raise UnreadableFile(where, "binary: it has zero bytes, which text has not", line)
    return content.decode("utf-8")


def _detected(content: bytes) -> str | None:
    """The likeliest encoding of bytes that are not UTF-8, None where they read as text in none."""
    from charset_normalizer import from_bytes

    matches = from_bytes(content[:_SAMPLE])
    best = matches.best()
    if best is None:
        return None
    as_good = (match for match in matches if match.chaos <= best.chaos)
    return LIKELIEST if any(LIKELIEST in match.could_be_from_charset for match in as_good) else best.encoding
