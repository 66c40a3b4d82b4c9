"""What an event rule is: the words that trigger it, the questions that fill its slots, and what it makes of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dateline.model import Status

PartOfSpeech = Literal["verb", "noun", "adjective"]
Slot = Literal["actor", "recipient"]

QUESTIONS = frozenset(
    {
        "agent",
        "bearer",
        "patient",
        "indirect",
        "content",
        "infinitive",
        "possessor",
        "modifier",
        "obliged",
        "scene",
        "support",
        "purpose",
        "self",
    }
)
"""Steps that are no prepositions; docs/rules.md explains each."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The lemma that a rule starts from and the other words, lemmas or forms, that must hang on it."""

    head: str
    others: tuple[str, ...]
    part: PartOfSpeech
    before: int = 0
    """How many of the others, the first ones, must stand before the head: *air* raid."""

    @property
    def phrase(self) -> str:
        return " ".join((self.head, *self.others))


Path = tuple[str, ...]
"""A question asked of the answer to another: `patient.with` is whoever stands with "with" under the object."""

Choice = tuple[Path, ...]
"""Questions whose answers all count, joined by `+`."""

Slots = Mapping[Slot, tuple[Choice, ...]]
"""For each slot its choices in order of preference; the first that names an actor fills it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How a kind of act takes its participants, by the part of speech of its trigger."""

    id: str
    slots: Mapping[PartOfSpeech, Slots]


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold of the words that a choice leads to: any at all, an actor, a person, or one of these lemmas."""

    written: str
    choice: Choice
    kind: Literal["any", "actor", "person", "lemma"]
    lemmas: frozenset[str] = frozenset()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, with the words that must fill slots marked: `[actor: Rebels] shelled [recipient: the town].`"""

    text: str
    marked: tuple[tuple[Slot, str], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Reach:
    """How a rule takes in another act: where it looks for it, what types it takes, what becomes of both.

    `turns` maps a type or class of the inner act to the type that comes out, `same` for the inner one. `inner` is the
    status under which the inner act is kept as an event of its own; None drops it.
    """

    paths: tuple[Path, ...]
    turns: Mapping[str, str]
    inner: Status | None
    status: Status | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One record of a rule file; `type` is None for an operator, which makes no event by itself."""

    id: str
    type: str | None
    triggers: tuple[Trigger, ...]
    slots: Mapping[PartOfSpeech, Slots]
    modes: tuple[str, ...]
    cameo: str
    requires: tuple[Condition, ...]
    blocks: tuple[Condition, ...]
    over: Reach | None
    counts: Mapping[str, Path]
    anonymous: str | None
    """The sector of an unnamed actor, where the act is certain without one."""
    examples: tuple[Example, ...]
    counterexamples: tuple[Example, ...]
    file: str = ""
    line: int = 0

    @property
    def conditions(self) -> int:
        return len(self.requires)


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules, in the order of their files; `cues` are words that give events of a type a mode."""

    rules: tuple[Rule, ...]
    cues: Mapping[str, Mapping[str, frozenset[str]]]
    lexicons: Mapping[str, frozenset[str]] = field(default_factory=dict)
    proposed: Mapping[str, Mapping[PartOfSpeech, Slots]] = field(default_factory=dict)
    """By type, how a word takes its participants that no rule knows and the scorer proposes."""

    def words(self, lexicon: str) -> frozenset[str]:
        """A word list by name; KeyError where there is none."""
        return self.lexicons[lexicon]
