"""Words and windows keep their place in the text."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Span
from dateline.nlp.windows import LONGEST, Word, all_windows, windows_of, words_of

TEXT = st.text(alphabet=st.sampled_from("ab .,-'\"’“”\n\tÉ9$"), min_size=1, max_size=80)


def _words(text: str) -> list[str]:
    return [word.text for word in words_of(text, Span(0, len(text)))]


def test_affixed_words_stay_whole_and_other_hyphens_split() -> None:
    assert _words("The anti-government, US-led force re-elected him.") == [
        "The", "anti-government", ",", "US", "-", "led", "force", "re-elected", "him", ".",
    ]  # fmt: skip


def test_abbreviations_keep_their_stop() -> None:
    assert _words("Gen. Ali met U.S. troops.") == ["Gen.", "Ali", "met", "U.S.", "troops", "."]


def test_negation_and_possession_are_words() -> None:
    assert _words("Iran's army didn't move") == ["Iran", "'s", "army", "did", "n't", "move"]


@given(TEXT)
def test_words_are_their_own_text_and_only_space_is_left_out(text: str) -> None:
    words = words_of(text, Span(0, len(text)))
    assert all(text[word.start : word.end] == word.text for word in words)
    assert "".join(word.text for word in words) == "".join(text.split())


@given(TEXT, st.integers(0, 20))
def test_a_paragraph_inside_a_text_counts_in_the_text(text: str, offset: int) -> None:
    whole = "x" * offset + text
    words = [word for window in all_windows(whole, [Span(offset, len(whole))]) for word in window]
    assert all(whole[word.start : word.end] == word.text for word in words)


def test_a_long_paragraph_is_cut_after_a_stop() -> None:
    words = [Word("word", 5 * i, True) for i in range(3 * LONGEST)]
    words[50] = Word(".", 250, False)
    words[51] = Word("Then", 255, True)
    windows = list(windows_of(words))
    assert len(windows[0]) == 51
    assert all(len(window) <= LONGEST for window in windows)
    assert [word for window in windows for word in window] == words
