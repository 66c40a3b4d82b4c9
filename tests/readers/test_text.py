"""Text files: the header is taken off, the rest is the text."""

from datetime import date

import pytest

from dateline.errors import BadRecord, UnreadableFile
from dateline.model import Publication
from dateline.readers.text import read_text


def test_a_text_without_a_header_is_all_text() -> None:
    document = read_text("\nRebels fled.\r\n\r\nTitle: a song they sang\n", "a.txt", "news/a.txt")
    assert (document.id, document.text) == ("a.txt", "Rebels fled.\n\nTitle: a song they sang")
    assert document.publication == Publication()


def test_the_header_becomes_facts_of_publication() -> None:
    header = "Title: Port falls\nDATE: 4 July 2023\nPublisher: The Delta\nAuthor: Ana Lima\nurl: https://d.example/1\n"
    document = read_text(header + "\n\nRebels fled.", "a.txt", "a.txt")
    assert document.text == "Rebels fled."
    assert document.publication == Publication(
        "Port falls", "The Delta", "https://d.example/1", "Ana Lima", date(2023, 7, 4)
    )


def test_a_bare_date_line_is_a_header() -> None:
    document = read_text(" date 2023-07-04 \n\n\n\nRebels fled.", "a.txt", "a.txt")
    assert (document.text, document.publication.published) == ("Rebels fled.", date(2023, 7, 4))


def test_a_sentence_that_begins_with_the_word_date_is_text() -> None:
    assert read_text("Date palms burned for days.", "a.txt", "a.txt").text == "Date palms burned for days."


def test_a_blank_line_ends_the_header() -> None:
    assert read_text("Title: A\n\nAuthor: nobody knew.", "a.txt", "a.txt").text == "Author: nobody knew."


def test_a_date_that_is_none_names_its_line() -> None:
    with pytest.raises(BadRecord, match=r"^a\.txt:3: not a date: 'soon'"):
        read_text("\nTitle: A\nDate: soon\n\nText.", "a.txt", "a.txt")


@pytest.mark.parametrize(
    ("content", "reason"), [("", "empty"), (" \n\t\n", "empty"), ("Date: 2023-07-04\n", "nothing after the header")]
)
def test_nothing_to_code_is_an_error(content: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read_text(content, "a.txt", "a.txt")
