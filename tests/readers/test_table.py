"""Tables, a row an article."""

import io
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError, UnreadableFile, UsageError
from dateline.model import Document
from dateline.readers.reading import read
from dateline.readers.records import read_columns
from dateline.readers.table import read_rows


def rows(content: str, **columns: str) -> list[str]:
    """What each row gives: the text, or the complaint."""
    found = read_rows(io.BytesIO(content.encode()), "news.csv", ",", columns)
    return [item.text if isinstance(item, Document) else str(item) for item, _ in found]


def test_a_row_is_an_article_with_its_facts() -> None:
    (item,) = (
        item for item, _ in read_rows(io.BytesIO(b"id,text,published\n7,Rebels fled.,2024-05-02\n"), "a.csv", ",", {})
    )
    assert isinstance(item, Document)
    assert (item.id, item.text, item.publication.published) == ("7", "Rebels fled.", date(2024, 5, 2))


def test_other_names_are_told_by_map() -> None:
    assert rows("body,date\nRebels fled.,2024-05-02\n", text="body", published="date") == ["Rebels fled."]


def test_a_cell_may_run_over_lines() -> None:
    assert rows('text\n"Rebels fled.\nTroops came."\nAll is calm.\n') == ["Rebels fled.\nTroops came.", "All is calm."]


@pytest.mark.parametrize(
    ("content", "columns", "complaint"),
    [
        ("text\n\nRebels fled.,and more\n", {}, "news.csv:3: 2 cells under 1 columns"),
        ("id,text\n7,\n", {}, "news.csv:2: lacks text"),
        ("text,published\nRebels fled.,soon\n", {}, "news.csv:2: not a date: 'soon'; write it as 2023-07-04"),
        ("text\nRebels fled.\n", {"text": "body"}, "news.csv:2: has no 'body', which --map asks for; it has text"),
    ],
)
def test_a_bad_row_says_where_and_why(content: str, columns: dict[str, str], complaint: str) -> None:
    assert rows(content, **columns)[-1] == complaint


def test_an_empty_line_is_no_row() -> None:
    assert rows("text\n\nRebels fled.\n\n") == ["Rebels fled."]


def test_a_table_without_a_first_line_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="the first line of a table names its columns"):
        rows("")


def test_parquet_is_read_row_by_row(tmp_path: Path) -> None:
    table = pa.table({"body": ["Rebels fled.", None], "day": [date(2024, 5, 2), None]})
    pq.write_table(table, tmp_path / "news.parquet")
    good, bad = read([str(tmp_path / "news.parquet")], columns={"text": "body", "published": "day"})
    assert isinstance(good, Document)
    assert (good.text, good.publication.published) == ("Rebels fled.", date(2024, 5, 2))
    assert isinstance(bad, InputError)
    assert "news.parquet:2: lacks text" in str(bad)


def test_what_is_no_parquet_is_said(tmp_path: Path) -> None:
    (tmp_path / "news.parquet").write_bytes(b"PAR1 and then nothing")
    (found,) = read([str(tmp_path / "news.parquet")])
    assert "no Parquet file, or a broken one" in str(found)


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), min_size=1).filter(str.strip), min_size=1)
)
def test_texts_come_out_of_a_table_as_they_went_in(texts: list[str]) -> None:
    cells = ['"' + text.replace('"', '""') + '"' for text in texts]
    assert rows("text\n" + "\n".join(cells) + "\n") == texts


@pytest.mark.parametrize("written", ["body", "words=body", "text=", "=body"])
def test_a_map_that_is_none_is_refused(written: str) -> None:
    with pytest.raises(UsageError, match="such as text=body"):
        read_columns(written)


def test_a_map_is_pairs_of_field_and_column() -> None:
    assert read_columns("text=body, published=date") == {"text": "body", "published": "date"}
    assert read_columns(None) == {}
