"""Operators: words that take another act as their content and change it, alone or nested."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from dateline.coding.acts import Act
from dateline.coding.participants import Cast
from dateline.coding.triggers import Match
from dateline.model import Participant
from dateline.nlp.syntax import is_negated
from dateline.resources.ontology import Ontology
from dateline.resources.rules import Reach


@dataclass(frozen=True, slots=True)
class Composition:
    """What comes out of a sentence: acts, and operators that found nothing to work on."""

    acts: tuple[Act, ...]
    idle: tuple[Match, ...]


def compose_acts(matches: Sequence[Match], cast: Cast, ontology: Ontology) -> Composition:
    """The acts that a sentence's matches amount to."""
    below = _nested(matches, cast)
    taken = {match.token.i for inner in below.values() for match in inner}
    work = _Work(cast, ontology, below)
    acts = [act for match in matches if match.token.i not in taken for act in work.outcome(match)]
    return Composition((*acts, *work.aside), tuple(work.idle))


@dataclass(slots=True)
class _Work:
    cast: Cast
    ontology: Ontology
    below: Mapping[int, list[Match]]
    aside: list[Act] = field(default_factory=list)
    """Inner acts that are events of their own."""
    idle: list[Match] = field(default_factory=list)

    def outcome(self, match: Match) -> list[Act]:
        """What a match and all below it amount to, for the match above it to work on."""
        inner = [act for child in self.below[match.token.i] for act in self.outcome(child)]
        if match.rule.type is not None:
            return [self._completed(self._absorbing(self._own(match, match.rule.type), inner))]
        if not inner:
            self.idle.append(match)
        return [turned for act in inner if (turned := self._turned(act, match)) is not None]

    def _own(self, match: Match, type: str) -> Act:
        filled = self.cast.fill(match.slots, match.token)
        return Act(match, type, match.rule.modes, match.rule.cameo, filled["actor"], filled["recipient"], match.token)

    def _completed(self, act: Act) -> Act:
        return (
            act if act.recipient else replace(act, recipient=self.cast.affected(act.match.slots, act.token, act.actor))
        )

    def _absorbing(self, outer: Act, inner: Sequence[Act]) -> Act:
        """An act that is itself of a type, with what the acts in its content tell about it."""
        for act in inner:
            reach = outer.match.rule.over
            assert reach is not None
            came = self._result(reach, act)
            if came is None:
                self.aside.append(act)
                continue
            if reach.inner is not None:
                self.aside.append(replace(act, status=(reach.inner, outer.match)))
            outer = self._informed(replace(outer, type=outer.type if came == "same" else came), act)
        return outer

    def _informed(self, outer: Act, inner: Act) -> Act:
        """The outer act with mode and participants from the inner one where it has none of its own."""
        mode = self.ontology.types[outer.type].content_modes.get(inner.type)
        modes = (*outer.modes, *(inner.modes if inner.type == outer.type else (mode,) if mode else ()))
        actor = outer.actor or (inner.actor if inner.type == outer.type else ())
        recipient = _apart(outer.recipient, actor) or _others(inner, actor)
        return replace(outer, modes=tuple(dict.fromkeys(modes)), actor=actor, recipient=recipient)

    def _turned(self, act: Act, operator: Match) -> Act | None:
        """An act as an operator leaves it; None where it undoes it without another."""
        reach = operator.rule.over
        assert reach is not None
        came = self._result(reach, act)
        if came == "none":
            return None
        if came is None:
            return act
        filled = self.cast.fill(operator.slots, operator.token)
        actor = filled["actor"] or act.actor
        turned = replace(
            act,
            actor=actor,
            recipient=filled["recipient"] or _others(act, actor) or act.recipient,
            operators=(*act.operators, operator),
            outermost=operator.token,
            negated=act.negated or is_negated(act.outermost),
            status=(reach.status, operator) if reach.status else act.status,
        )
        return turned if came in ("same", act.type) else self._retyped(turned, came)

    def _retyped(self, act: Act, type: str) -> Act:
        """Another act, which has happened: whoever threatens to strike has threatened."""
        mode = self.ontology.types[type].content_modes.get(act.type)
        cameo = act.operators[-1].rule.cameo
        return replace(act, type=type, modes=(mode,) if mode else (), cameo=cameo, status=None, negated=False)

    def _result(self, reach: Reach, act: Act) -> str | None:
        """The type that comes out, by the narrowest name that covers the inner type; None where it is not taken in."""
        if act.type in reach.turns:
            return reach.turns[act.type]
        names = [name for name in reach.turns if name != "any" and self.ontology.in_class(act.type, name)]
        return reach.turns[names[0]] if names else reach.turns.get("any")


def _others(act: Act, actor: Sequence[Participant]) -> tuple[Participant, ...]:
    """Whom an inner act leaves as recipient of the outer one: its own recipient, else whoever does it."""
    return _apart(act.recipient, actor) or _apart(act.actor, actor)


def _apart(group: Iterable[Participant], others: Iterable[Participant]) -> tuple[Participant, ...]:
    """Those of a group that are none of the others."""
    chains = {each.actor.chain_id for each in others}
    return tuple(each for each in group if each.actor.chain_id not in chains)


def _nested(matches: Sequence[Match], cast: Cast) -> Mapping[int, list[Match]]:
    """For each match by its token's place, those that stand in its content; each belongs to the nearest such match."""
    above: dict[int, Match] = {}
    for inner in matches:
        anchors = {inner.token.i, *(verb.i for verb in cast.questions.support_of(inner.token))}
        takers = [outer for outer in matches if outer.token.i != inner.token.i and _reaches(outer, anchors, cast)]
        if takers:
            above[inner.token.i] = min(takers, key=lambda outer: abs(outer.token.i - inner.token.i))
    below: dict[int, list[Match]] = defaultdict(list)
    for inner in matches:
        if inner.token.i in above and not _circular(inner.token.i, above):
            below[above[inner.token.i].token.i].append(inner)
    return below


def _circular(start: int, above: Mapping[int, Match]) -> bool:
    """Whether going up from a match leads back to it."""
    seen = {start}
    place = start
    while place in above:
        place = above[place].token.i
        if place in seen:
            return True
        seen.add(place)
    return False


def _reaches(outer: Match, anchors: set[int], cast: Cast) -> bool:
    reach = outer.rule.over
    found: Iterable[Token] = () if reach is None else (
        token for path in reach.paths for token in cast.questions.ask(path, outer.token)
    )  # fmt: skip
    return any(token.i in anchors for token in found)
