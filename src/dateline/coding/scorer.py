"""The scorer: how likely a word tells of an act of a type, and how sure an event is; learned from the corpus."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, log
from pathlib import Path

from spacy.tokens import Token

from dateline.coding.acts import Act
from dateline.coding.triggers import Match
from dateline.model import Status
from dateline.resources.rules import PartOfSpeech, Rule, Slots, Trigger

PROPOSED = "scorer"
"""What the ids of rules begin with that stand for the scorer's own proposals."""
_PARTS: Mapping[str, PartOfSpeech] = {"VERB": "verb", "NOUN": "noun"}
_INNER = frozenset({"compound", "flat", "nmod:desc", "goeswith", "amod", "aux", "aux:pass", "cop"})
_SURE = 1e-4
"""No probability is taken for surer than this."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the network makes of an act's words: how likely they tell of this type, and of none."""

    type: str
    likely: float
    none: float
    best: str
    """The likeliest type, none left out."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """When the scorer proposes and doubts, and how its confidence is weighed from `features`.

    `propose` and `least` are probabilities; `weights` are those of a logistic regression.
    """

    propose: float
    least: float
    weights: Mapping[str, float]

    def confidence(self, features: Mapping[str, float]) -> float:
        """The probability that a record with these features is right in its type and both parties."""
        score = sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + exp(-score))


@dataclass(frozen=True, slots=True)
class Scorer:
    """Reads the probabilities that the network left in a parse, a row a word in the order of `acts`, the first of them none.

    `frames` tells for each type how a word that no rule knows takes its participants.
    """

    acts: tuple[str, ...]
    frames: Mapping[str, Mapping[PartOfSpeech, Slots]]
    calibration: Calibration

    def opinion(self, type: str, words: Iterable[Token]) -> Opinion | None:
        """What the network makes of these words; None where it has not read them."""
        rows = [word.doc.tensor[word.i] for word in words if len(word.doc.tensor)]
        if not rows:
            return None
        peak = [max(float(row[column]) for row in rows) for column in range(len(self.acts))]
        best = max(range(1, len(peak)), key=peak.__getitem__)
        none = min(float(row[0]) for row in rows)
        return Opinion(type, peak[self.acts.index(type)], none, self.acts[best])

    def proposal(self, token: Token) -> Match | None:
        """The act that a word tells of which no rule knows, where the network is sure enough."""
        part = _PARTS.get(token.pos_)
        if part is None or token.dep_ in _INNER or token.ent_type_ or not len(token.doc.tensor):
            return None
        row = token.doc.tensor[token.i]
        column = int(row[1:].argmax()) + 1
        type = self.acts[column]
        if row[column] < self.calibration.propose or part not in self.frames.get(type, {}):
            return None
        return Match(_rule(type, part, self.frames[type]), Trigger(token.lemma_, (), part), token, (token,))

    def confidence(self, act: Act, status: Status) -> float | None:
        """How likely an act is a record that is right in type and parties; None where the network has not read it."""
        opinion = self.opinion(act.type, act.match.words)
        return None if opinion is None else self.calibration.confidence(features(act, opinion, status))


def is_proposed(match: Match) -> bool:
    """Whether the scorer found it, and no rule."""
    return match.rule.id.startswith(PROPOSED)


def is_between_actors(act: Act) -> bool:
    """Whether two sides are named of which the text tells a country or a sector."""
    sides = (act.actor, act.recipient) if act.recipient else tuple((each,) for each in act.actor)
    return len(sides) > 1 and all(any(each.actor.sector or each.actor.country for each in side) for side in sides)


def features(act: Act, opinion: Opinion, status: Status) -> dict[str, float]:
    """What a record's confidence is weighed from."""
    return {
        "one": 1.0,
        "type": _log_odds(opinion.likely),
        "act": _log_odds(1 - opinion.none),
        "agrees": float(opinion.best == act.type),
        "proposed": float(is_proposed(act.match)),
        "operators": float(bool(act.operators)),
        "several words": float(len(act.match.words) > 1),
        "verb": float(act.token.pos_ == "VERB"),
        "no recipient": float(not act.recipient),
        "unnamed": float(any(each.actor.country is None for each in (*act.actor, *act.recipient))),
        "political": float(all(each.actor.sector or each.actor.country for each in (*act.actor, *act.recipient))),
        "open": float(status in ("planned", "possible", "hypothetical")),
    }


def load_calibration(path: Path) -> Calibration:
    """The calibration that training has left beside the network."""
    facts = json.loads(path.read_text("utf8"))
    return Calibration(facts["propose"], facts["least"], facts["weights"])


def _log_odds(share: float) -> float:
    kept = min(max(share, _SURE), 1 - _SURE)
    return log(kept / (1 - kept))


def _rule(type: str, part: PartOfSpeech, slots: Mapping[PartOfSpeech, Slots]) -> Rule:
    return Rule(
        id=f"{PROPOSED}.{type.lower()}",
        type=type,
        triggers=(),
        slots={part: slots[part]},
        modes=(),
        cameo="",
        requires=(),
        blocks=(),
        over=None,
        counts={},
        anonymous=None,
        examples=(),
        counterexamples=(),
    )
