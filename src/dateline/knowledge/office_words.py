"""What the last word of a role, and the words before it, tell of an office."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.knowledge.tables import records, resource

_KINDS = ("sole", "sole-of-its-kind", "lesser", "leading", "former", "coming", "no-office")


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """The words of each kind, as `actors/office_words.yaml` explains them."""

    by_kind: Mapping[str, frozenset[str]]

    def is_sole(self, office: str) -> bool:
        """Whether one person holds it at a time: `president`, `interior minister`, but not `minister`."""
        words = office.casefold().split()
        kind = "sole" if len(words) == 1 else "sole-of-its-kind"
        among = self.by_kind["sole"] | self.by_kind[kind]
        return bool(words) and words[-1] in among and self.by_kind["lesser"].isdisjoint(words)

    def is_office(self, role: str) -> bool:
        """Whether somebody is appointed to it, or elected."""
        return self.by_kind["no-office"].isdisjoint((role.casefold(), _last(role)))

    def is_of_state(self, role: str) -> bool:
        """Whether no party has it, only a state or one of its bodies: a governor, a minister."""
        return _last(role) in self.by_kind["sole-of-its-kind"]

    def is_former(self, word: str) -> bool:
        """Whether a word before an office says that it is over: `former`, `ex-president`."""
        return word.casefold() in self.by_kind["former"] or word.casefold().startswith(("ex-", "then-", "former-"))

    def is_coming(self, word: str) -> bool:
        """Whether a word before an office says that it is not held yet."""
        return word.casefold() in self.by_kind["coming"]

    def is_leading(self, role: str) -> bool:
        """Whether whoever is called so leads the body that they are called so of."""
        return _last(role) in self.by_kind["leading"]


@cache
def office_words(path: Path | None = None) -> OfficeWords:
    """The packaged words; ResourceError for a kind that is none, or missing."""
    path = path or resource("actors/office_words.yaml")
    found: dict[str, frozenset[str]] = {}
    for record in records(path, ("kind", "words")):
        if record.content["kind"] not in _KINDS or record.content["kind"] in found:
            raise record.wrong(f"kind is none of {', '.join(_KINDS)}, or stands twice: {record.content['kind']!r}")
        found[record.content["kind"]] = frozenset(record.content["words"])
    return OfficeWords({kind: found.get(kind, frozenset()) for kind in _KINDS})


def _last(role: str) -> str:
    return role.casefold().split()[-1]
