"""Web archives: pages come out, a bad record costs itself alone, and an archive that is cut off is told of."""

import gzip
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.model import Document
from dateline.readers.compression import unpacked
from dateline.readers.reading import read
from dateline.readers.warc import read_warc

Packer = Callable[[bytes], bytes]
PACKERS: dict[str, Packer] = {"": bytes, ".gz": gzip.compress, ".zst": zstandard.ZstdCompressor().compress}
each_ending = pytest.mark.parametrize(("ending", "pack"), PACKERS.items(), ids=["plain", ".gz", ".zst"])
STORY = "Rebels shelled the harbour of the northern town on Monday and left after the army answered, officials said. "


def _page(text: str = STORY) -> bytes:
    return f"<html><body><article><p>{text * 3}</p><p>{text * 2}</p></article></body></html>".encode()


def _response(body: bytes, head: bytes = b"200 OK\r\nContent-Type: text/html") -> bytes:
    return b"HTTP/1.1 " + head + b"\r\n\r\n" + body


def _record(name: str, content: bytes, kind: str = "response") -> bytes:
    header = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{name}>\r\n"
        f"WARC-Target-URI: https://news.example/{name}\r\nWARC-Date: 2023-05-02T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return header.encode() + content + b"\r\n\r\n"


def _read(path: Path, largest: int = 100_000) -> tuple[list[Document], list[str]]:
    items = list(read([str(path)], largest))
    complaints = [str(item) for item in items if isinstance(item, InputError)]
    return [item for item in items if isinstance(item, Document)], complaints


@each_ending
def test_pages_are_read_and_other_records_passed_over(ending: str, pack: Packer, tmp_path: Path) -> None:
    path = tmp_path / f"news.warc{ending}"
    records = [
        _record("info", b"software: none\r\n", "warcinfo"),
        _record("asked", b"GET / HTTP/1.1\r\n\r\n", "request"),
        _record("a", _response(_page())),
        _record("gone", _response(_page(), b"404 Not Found\r\nContent-Type: text/html")),
        _record("image", _response(b"GIF89a", b"200 OK\r\nContent-Type: image/gif")),
        _record("b", _response(_page())),
    ]
    path.write_bytes(b"".join(map(pack, records)))
    documents, complaints = _read(path)
    assert not complaints
    assert [each.id for each in documents] == ["urn:uuid:a", "urn:uuid:b"]
    assert documents[0].text.startswith("Rebels shelled")
    assert documents[0].publication.url == "https://news.example/a"
    assert documents[0].publication.published == date(2023, 5, 2)


@pytest.mark.parametrize("cut", [1, 40])
def test_an_archive_that_is_cut_off_fails_with_the_record_s_offset(cut: int, tmp_path: Path) -> None:
    first, second = _record("a", _response(_page())), _record("b", _response(_page()))
    path = tmp_path / "news.warc"
    path.write_bytes(first + second[: -4 - cut])
    documents, complaints = _read(path)
    assert [each.id for each in documents] == ["urn:uuid:a"]
    assert complaints == [f"{path}: cut off: it ends within the record at byte {len(first)}"]


def test_an_archive_that_is_cut_off_within_a_header_fails(tmp_path: Path) -> None:
    path = tmp_path / "news.warc"
    path.write_bytes(_record("a", _response(_page()))[:60])
    assert _read(path) == ([], [f"{path}: cut off: it ends within the record at byte 0"])


def test_a_gzip_member_that_is_cut_off_fails(tmp_path: Path) -> None:
    path = tmp_path / "news.warc.gz"
    path.write_bytes(gzip.compress(_record("a", _response(_page()))) + gzip.compress(_record("b", b""))[:-3])
    documents, complaints = _read(path)
    assert [each.id for each in documents] == ["urn:uuid:a"]
    assert len(complaints) == 1 and "ends within its compressed part" in complaints[0]


def test_a_bad_record_costs_itself_alone(tmp_path: Path) -> None:
    broken = b"XARC/9 nonsense\r\nmore of it\r\n\r\n"
    unsized = b"WARC/1.0\r\nWARC-Type: response\r\n\r\n"
    empty = _record("empty", _response(b"<html></html>"))
    path = tmp_path / "news.warc"
    path.write_bytes(broken + unsized + empty + _record("a", _response(_page())))
    documents, complaints = _read(path)
    assert [each.id for each in documents] == ["urn:uuid:a"]
    assert len(complaints) == 3
    assert "no WARC record at byte 0" in complaints[0]
    assert f"byte {len(broken)} does not say how long" in complaints[1]
    assert "(https://news.example/empty)" in complaints[2]


def test_a_record_that_is_too_large_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "news.warc"
    path.write_bytes(_record("big", _response(_page(STORY * 100))) + _record("a", _response(_page())))
    documents, complaints = _read(path, 10_000)
    assert [each.id for each in documents] == ["urn:uuid:a"]
    assert len(complaints) == 1
    assert "(https://news.example/big)" in complaints[0] and "over the 10000 allowed" in complaints[0]


def test_a_response_compressed_beyond_the_limit_fails(tmp_path: Path) -> None:
    bomb = _response(gzip.compress(bytes(1_000_000)), b"200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip")
    path = tmp_path / "news.warc"
    path.write_bytes(_record("bomb", bomb))
    documents, complaints = _read(path)
    assert not documents
    assert len(complaints) == 1 and "unpacks to over 100000 bytes" in complaints[0]


def test_a_page_in_compressed_chunks_is_unpacked(tmp_path: Path) -> None:
    packed = gzip.compress(_page())
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    head = b"200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked"
    path = tmp_path / "news.warc"
    path.write_bytes(_record("a", _response(chunks, head)))
    documents, complaints = _read(path)
    assert not complaints
    assert documents[0].text.startswith("Rebels shelled")


def _named(count: int) -> list[bytes]:
    """Records that stay large when they are packed, as those of the web do."""
    random = Random(7)
    notes = (b"<!-- " + random.randbytes(4000).hex().encode() + b" -->" for _ in range(count))
    return [_record(str(number), _response(_page() + note)) for number, note in enumerate(notes)]


def _damaged(packed: bytes, how: str) -> bytes:
    middle = len(packed) // 2
    if how == "bits":
        return packed[:middle] + bytes(each ^ 0xFF for each in packed[middle : middle + 8]) + packed[middle + 8 :]
    if how == "cut":
        return packed[:middle]
    if how == "checksum":
        return packed[:-8] + bytes(4) + packed[-4:]
    return b"none" + packed[4:]


@pytest.mark.parametrize("how", ["bits", "cut", "checksum", "magic"])
@pytest.mark.parametrize("damaged", [0, 2, 4])
def test_a_broken_member_costs_itself_alone(how: str, damaged: int, tmp_path: Path) -> None:
    members = [gzip.compress(record) for record in _named(5)]
    begin = sum(map(len, members[:damaged]))
    members[damaged] = _damaged(members[damaged], how)
    path = tmp_path / "news.warc.gz"
    path.write_bytes(b"".join(members))
    documents, complaints = _read(path)
    assert [each.id for each in documents] == [f"urn:uuid:{number}" for number in range(5) if number != damaged]
    assert [each for each in complaints if f"the part that begins at byte {begin} of the file is lost" in each]


@settings(max_examples=50, deadline=None)
@given(damaged=st.integers(0, 3), place=st.floats(0, 1, exclude_max=True), flipped=st.integers(1, 255))
def test_whatever_byte_is_wrong_other_members_are_read(damaged: int, place: float, flipped: int) -> None:
    members = [gzip.compress(record, mtime=0) for record in _named(4)]
    wrong = bytearray(members[damaged])
    wrong[int(place * len(wrong))] ^= flipped
    archive = b"".join([*members[:damaged], wrong, *members[damaged + 1 :]])
    stream = unpacked(io.BytesIO(archive), "news.warc.gz", "news.warc.gz", 10_000_000)
    items = list(read_warc(stream, "news.warc.gz", 100_000))
    texts = {each.id: each.text for each in items if isinstance(each, Document)}
    assert texts.keys() >= {f"urn:uuid:{number}" for number in range(4) if number != damaged}
    assert len(set(texts.values())) == 1
    assert len(texts) == 4 or any(isinstance(each, InputError) for each in items)


def test_a_broken_frame_of_zstandard_costs_itself_alone(tmp_path: Path) -> None:
    members = [zstandard.ZstdCompressor(write_checksum=True).compress(record) for record in _named(3)]
    members[1] = _damaged(members[1], "bits")
    path = tmp_path / "news.warc.zst"
    path.write_bytes(b"".join(members))
    documents, complaints = _read(path)
    assert [each.id for each in documents] == ["urn:uuid:0", "urn:uuid:2"]
    assert len(complaints) == 1


def test_two_broken_members_are_two_failures(tmp_path: Path) -> None:
    members = [gzip.compress(record) for record in _named(5)]
    members[1], members[3] = _damaged(members[1], "checksum"), _damaged(members[3], "bits")
    path = tmp_path / "news.warc.gz"
    path.write_bytes(b"".join(members))
    documents, complaints = _read(path)
    assert [each.id for each in documents] == ["urn:uuid:0", "urn:uuid:2", "urn:uuid:4"]
    assert len(complaints) == 2


def test_offsets_after_a_broken_member_count_what_was_unpacked(tmp_path: Path) -> None:
    first, second = _named(2)
    empty = _record("empty", _response(b"<html></html>"))
    path = tmp_path / "news.warc.gz"
    path.write_bytes(gzip.compress(first) + _damaged(gzip.compress(second), "magic") + gzip.compress(empty))
    broken, unread = _read(path)[1]
    assert f"begins at byte {len(gzip.compress(first))} of the file" in broken
    assert unread.endswith(f"the record at byte {len(first)}")


def test_a_large_response_that_is_no_page_is_passed_over(tmp_path: Path) -> None:
    film = _response(bytes(200_000), b"200 OK\r\nContent-Type: video/mp4")
    path = tmp_path / "news.warc"
    path.write_bytes(_record("film", film) + _record("a", _response(_page())))
    documents, complaints = _read(path)
    assert [each.id for each in documents] == ["urn:uuid:a"]
    assert not complaints
