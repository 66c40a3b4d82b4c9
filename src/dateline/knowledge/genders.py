"""Words that tell somebody's gender whatever the name: pronouns and titles of courtesy."""

from collections.abc import Iterable, Mapping

from dateline.knowledge.roles import Gender

TITLE_GENDERS: Mapping[str, Gender] = {
    "mr": "male", "mr.": "male", "sir": "male", "mrs": "female", "mrs.": "female",
    "ms": "female", "ms.": "female", "miss": "female", "lady": "female",
}  # fmt: skip
_OF_PRONOUNS: Mapping[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip


def gender_told(words: Iterable[str]) -> Gender | None:
    """The gender that pronouns and titles among the words agree on; None where they tell none or differ."""
    told = {TITLE_GENDERS.get(word.lower()) or _OF_PRONOUNS.get(word.lower()) for word in words} - {None}
    return told.pop() if len(told) == 1 else None
