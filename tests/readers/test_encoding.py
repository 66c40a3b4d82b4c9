"""Encodings: UTF-8 silently, others aloud, binary never."""

import logging

import pytest

from dateline.errors import UnreadableFile
from dateline.readers.encoding import decode

ENGLISH = "The minister said “no” on Tuesday – and left for Orléans."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_needs_no_word(encoding: str, caplog: pytest.LogCaptureFixture) -> None:
    assert decode(ENGLISH.encode(encoding), "a.txt") == ENGLISH
    assert not caplog.records


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(ENGLISH, "cp1252"), ("Президент заявил, что страна едина и сильна. Об этом сообщает агентство.", "cp1251")],
)
def test_another_encoding_is_found_and_named(text: str, encoding: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert decode(text.encode(encoding), "a.txt", 3) == text
    assert [record.getMessage() for record in caplog.records] == [
        f"a.txt:3: not UTF-8; read as {encoding}, which it most likely is"
    ]


def test_zero_bytes_are_no_text() -> None:
    with pytest.raises(UnreadableFile, match=r"^a\.bin: binary"):
        decode(b"\x7fELF\0\0\x01", "a.bin")


def test_noise_is_no_text() -> None:
    noise = bytes(byte for byte in range(1, 256) if byte not in b"\t\n\r ") * 20
    with pytest.raises(UnreadableFile, match="binary"):
        decode(noise, "a.bin")
