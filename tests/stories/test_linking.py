"""Documents and their stories."""

from datetime import date, timedelta

from dateline.stories.features import Features
from dateline.stories.linking import Dated, Linked, StoryLinker, gathered, stories_of, story_id

FEATURES = Features({"the": 1, "a": 2, "in": 3, "on": 4})
DAY = date(2024, 3, 1)
QUAKE = (
    "An earthquake shook Gorsko at dawn",
    "Gorsko earthquake: rescuers dig at dawn",
    "Dawn earthquake in Gorsko kills two",
)
VOTE = ("Lawmakers in Tarrin passed the budget", "Tarrin lawmakers vote on budget")  # fmt: skip


def dated(id: str, text: str, day: date | None = DAY) -> Dated:
    return Dated(id, FEATURES(text), day)


def linked(linker: StoryLinker, *documents: Dated) -> dict[str, str]:
    return dict(stories_of([linker.add(document) for document in documents]))


def test_documents_on_one_happening_share_a_story_and_others_do_not() -> None:
    found = linked(StoryLinker(), *(dated(text, text) for text in (QUAKE[0], VOTE[0], QUAKE[1], VOTE[1], QUAKE[2])))
    assert len({found[text] for text in QUAKE}) == len({found[text] for text in VOTE}) == 1
    assert found[QUAKE[0]] != found[VOTE[0]]


def test_a_story_is_called_after_its_first_document() -> None:
    assert linked(StoryLinker(), dated("a", QUAKE[0]), dated("b", QUAKE[1])) == {"a": story_id("a"), "b": story_id("a")}


def test_a_story_that_is_over_takes_no_more_documents_and_leaves_memory() -> None:
    linker = StoryLinker(window=14)
    linker.add(dated("a", QUAKE[0]))
    linker.add(dated("b", VOTE[0], DAY + timedelta(15)))
    assert len(list(linker.open_stories())) == 1
    assert linker.add(dated("c", QUAKE[1], DAY + timedelta(15))).story == story_id("c")


def test_stories_that_turn_out_to_be_one_are_joined() -> None:
    linker = StoryLinker()
    links = [linker.add(dated(*each)) for each in (
        ("a", "earthquake Gorsko rescuers"), ("b", "dawn tremor kills miners"),
        ("c", "earthquake Gorsko rescuers dawn tremor kills miners"),
    )]  # fmt: skip
    assert links[2].joined == (story_id("b"),)
    assert set(stories_of(links).values()) == {story_id("a")}


def test_stories_that_a_person_has_split_are_never_joined() -> None:
    linker = StoryLinker(apart=frozenset({frozenset({"s-1", "s-2"})}))
    linker.resume(gathered("s-1", [dated("a", QUAKE[0])]))
    linker.resume(gathered("s-2", [dated("b", QUAKE[0])]))
    assert linker.add(dated("c", QUAKE[0])) == Linked("c", "s-2")


def test_another_linker_goes_on_where_one_ended() -> None:
    whole, first = StoryLinker(), StoryLinker()
    texts = [dated(text, text) for text in (QUAKE[0], VOTE[0], QUAKE[1], VOTE[1], QUAKE[2])]
    for each in texts[:3]:
        first.add(each)
    second = StoryLinker()
    for story in first.open_stories():
        second.resume(story)
    assert [second.add(each) for each in texts[3:]] == [whole.add(each) for each in texts][3:]


def test_documents_without_a_date_or_words_are_linked_too() -> None:
    found = linked(StoryLinker(), dated("a", QUAKE[0], None), dated("b", QUAKE[1], None), dated("c", "", None))
    assert found["a"] == found["b"] != found["c"]
