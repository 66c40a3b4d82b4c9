"""Marks on text: the words stay as they are, and nothing of them becomes markup."""

from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Span
from dateline.web.spans import Mark, marked


class Read(HTMLParser):
    """What a browser makes of it: the words, and the tags."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words, self.tags = "", set[str]()
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)


TEXTS = st.text(alphabet=st.sampled_from("ab <>&\"'é😀\n"), max_size=30)
LAYERS = st.sampled_from(["actor", "time", "trigger"])


@st.composite
def texts_with_marks(draw: st.DrawFn) -> tuple[str, list[Mark], Span]:
    text = draw(TEXTS)
    ends = st.tuples(*[st.integers(0, len(text))] * 2).map(sorted)
    spans = ends.map(lambda pair: Span(*pair))
    marks = st.builds(Mark, spans, LAYERS, st.sampled_from(["", "<b>", '"x" & y']), st.sampled_from(["", "e-1"]))
    return text, draw(st.lists(marks, max_size=5)), draw(spans)


@given(texts_with_marks())
def test_the_words_stay_as_they_are(given: tuple[str, list[Mark], Span]) -> None:
    text, marks, within = given
    for part, words in ((None, text), (within, within.of(text))):
        read = Read(str(marked(text, marks, part)))
        assert read.words == words
        assert read.tags <= {"mark"}


@given(texts_with_marks())
def test_every_marked_character_lies_in_a_mark(given: tuple[str, list[Mark], Span]) -> None:
    text, marks, _ = given
    html = marked(text, marks)
    pieces = [unescape(piece.partition(">")[2].partition("</mark>")[0]) for piece in str(html).split("<mark")[1:]]
    covered = {place for mark in marks for place in range(mark.span.start, mark.span.end)}
    assert sum(map(len, pieces)) == len(covered)


def test_marks_that_overlap_share_a_piece() -> None:
    html = marked("one two three", [Mark(Span(0, 7), "actor", "A"), Mark(Span(4, 13), "time", "B", "e-1")])
    assert html == (
        '<mark class="actor" title="A">one </mark><mark class="actor time" title="A; B" data-of="e-1">two</mark>'
        '<mark class="time" title="B" data-of="e-1"> three</mark>'
    )


def test_a_stretch_without_marks() -> None:
    assert marked("a < b", []) == "a &lt; b"
    assert marked("", []) == ""
