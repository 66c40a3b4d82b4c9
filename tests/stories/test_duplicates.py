"""Texts printed twice."""

from datetime import date

from dateline.stories.duplicates import DuplicateFinder

TEXT = (
    "The harbour of Gorsko stayed shut for a third day as dock workers refused to load grain ships. Their union wants a written "
    "promise that no jobs will go when the state sells the port. The transport minister called the walkout unlawful and said "
    "that talks would begin once the gates were open again. Hauliers parked four hundred lorries along the coast road."
)
OTHER = (
    "Voters in the hill districts go to the polls on Sunday to fill eleven seats left empty by the court's ruling on campaign "
    "money. Both large parties have sent their leaders to the region, where turnout has fallen at every election since the war."
)


def test_the_same_text_is_found_again_whatever_its_case_and_marks() -> None:
    finder = DuplicateFinder()
    assert finder.add("a", TEXT) is None
    found = finder.add("b", TEXT.upper().replace(".", " –"))
    assert found and (found.of, found.kind, found.share) == ("a", "same", 1.0)


def test_a_reworded_text_is_a_version() -> None:
    finder = DuplicateFinder()
    finder.add("a", TEXT)
    found = finder.add(
        "b", TEXT.replace("third day", "fourth day").replace("unlawful", "a crime").replace("four hundred", "500")
    )
    assert found and found.kind == "version" and 0.7 < found.share < 1


def test_a_shortened_text_lies_within_and_a_longer_one_around() -> None:
    finder = DuplicateFinder()
    finder.add("a", TEXT)
    short = finder.add("b", TEXT[: len(TEXT) // 2])
    long = finder.add("c", f"{OTHER} {TEXT} {OTHER.upper()}"[: 2 * len(TEXT) + len(OTHER)])
    assert short and (short.of, short.kind) == ("a", "within")
    assert long and (long.of, long.kind) == ("a", "around")


def test_other_news_is_no_duplicate_and_a_few_words_never_are() -> None:
    finder = DuplicateFinder()
    assert [finder.add("a", TEXT), finder.add("b", OTHER)] == [None, None]
    assert [finder.add("c", "More to follow"), finder.add("d", "More to follow")] == [None, None]


def test_texts_before_the_window_are_forgotten() -> None:
    finder = DuplicateFinder(window=30)
    finder.add("a", TEXT, date(2024, 1, 1))
    assert finder.add("b", TEXT, date(2024, 1, 31)) is not None
    assert finder.add("c", OTHER, date(2024, 6, 1)) is None
    assert finder.add("d", TEXT, date(2024, 6, 1)) is None
