"""Which places the names of an article mean, decided together: each name's meaning is evidence for the others'."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.annotate.places.surroundings import Local, distance, fits, lies_in, local, shares
from dateline.annotate.places.toponyms import Toponym
from dateline.knowledge.gazetteer import COUNTRY, STATE, WORLD, Entry
from dateline.knowledge.naming import folded

_SAID_OUTRIGHT, _ADJECTIVE, _KIND, _HOME = 8.0, 5.0, 1.5, 1.5
"""What a candidate gains, beside the logarithm of its people, where the text says what it lies in, has its country's
adjective or its kind beside it, and where the dateline is of its country."""
_COUNTRY_SHARE, _NEAR, _MOST_NEAR, _REACH = 4.0, 1.3, 4.0, 120.0
"""What the article's other places give: by the part of them that is in its country, and by their nearness in km."""
_OF_COUNTRY, _OF_CAPITAL, _OF_OURS, _OF_DIVISION, _LIKE_ITS_TOWN = 2.0, 1.0, 5.5, -0.3, -1.5
_LARGE, _ROUNDS, _KEPT = 100_000, 3, 5


@dataclass(frozen=True, slots=True)
class Choice:
    """A toponym with its meanings, the likeliest first, each with its score, and what decided."""

    toponym: Toponym
    ranked: tuple[tuple[float, Entry], ...]
    rule: str


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of an article: its mentions, and the best meaning so far."""

    entries: tuple[Entry, ...]
    best: Entry
    weight: int


def resolve(found: Sequence[Toponym], home: str | None, actors: Counter[str]) -> list[Choice]:
    """The meaning of each toponym; `home` is the country of the dateline, `actors` count those of the actors."""
    around = [local(each, found) for each in found]
    groups = _groups(found)
    shared = {name: _told([around[place] for place in places]) for name, places in groups.items()}
    context = _Context({}, home, shares(actors))
    for _ in range(_ROUNDS):
        names = {
            name: _best_of(name, [found[place] for place in places], shared[name], context)
            for name, places in groups.items()
        }
        context = _Context(names, home, context.actors)
    return [
        _choice(each, own if own.is_telling else shared[folded(each.name)], context)
        for each, own in zip(found, around, strict=True)
    ]


def _groups(found: Sequence[Toponym]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(found):
        groups[folded(each.name)].append(place)
    return groups


def _told(around: Sequence[Local]) -> Local:
    """What the mentions of a name tell together: one sense an article, and the first that tells decides."""
    telling = next((each for each in around if each.is_telling), Local())
    kinds = Counter(each.kind for each in around if each.kind)
    usual = kinds.most_common(1)[0][0] if kinds else None
    return Local(telling.container, telling.country, telling.kind or usual)


@dataclass(frozen=True, slots=True)
class _Context:
    """What the article as a whole tells."""

    names: Mapping[str, _Name]
    home: str | None
    actors: Mapping[str, float]

    def score(self, name: str, entry: Entry, around: Local, rivals: Sequence[Entry]) -> float:
        """The weight of one meaning of a name."""
        return _own_score(entry, around, rivals) + self._from_places(name, entry) + self._from_countries(entry)

    def _from_countries(self, entry: Entry) -> float:
        return _HOME * (self.home is not None and entry.country == self.home) + self.actors.get(entry.country or "", 0)

    def _from_places(self, name: str, entry: Entry) -> float:
        others = [each for other, each in self.names.items() if other != name and each.best.resolution != WORLD]
        tally = Counter[str]()
        for each in others:
            tally[each.best.country or ""] += 1
        near = sum(_nearness(entry, each.best) for each in others)
        return _COUNTRY_SHARE * shares(tally).get(entry.country or "-", 0.0) + min(_MOST_NEAR, near)


def _nearness(entry: Entry, other: Entry) -> float:
    """How much another place of the article tells for one that lies near it; states are near nothing."""
    if entry.resolution <= COUNTRY or other.resolution <= COUNTRY:
        return 0.0
    if STATE in (entry.resolution, other.resolution) and lies_in(entry, [other]):
        return _NEAR
    return _NEAR * math.exp(-distance(entry, other) / _REACH)


def _own_score(entry: Entry, around: Local, rivals: Sequence[Entry]) -> float:
    said = bool(around.container) and lies_in(entry, around.container)
    adjective = around.country is not None and around.country == entry.country
    return (
        _size(entry)
        + _SAID_OUTRIGHT * said
        + _ADJECTIVE * adjective
        + _KIND * fits(around.kind, entry)
        + _LIKE_ITS_TOWN * (around.kind is None and _has_town(entry, rivals))
    )


def _size(entry: Entry) -> float:
    """The logarithm of the people; states and capitals count for more, divisions for less than a town as large."""
    extra = {"PCLI": _OF_COUNTRY, "PPLC": _OF_CAPITAL, "ADM1": _OF_DIVISION, "ADM2": _OF_DIVISION}
    return math.log10(entry.population) + extra.get(entry.feature, 0.0) if entry.population > 0 else _OF_OURS


def _has_town(entry: Entry, rivals: Sequence[Entry]) -> bool:
    """A name that a division shares with a large town in it means the town."""
    if entry.feature not in ("ADM1", "ADM2"):
        return False
    towns = (each for each in rivals if each.feature in ("PPL", "PPLC") and each.country == entry.country)
    return any(town.population >= _LARGE for town in towns)


def _best_of(name: str, mentions: Sequence[Toponym], around: Local, context: _Context) -> _Name:
    entries = tuple(dict.fromkeys(entry for each in mentions for entry in each.entries))
    best = max(entries, key=lambda entry: context.score(name, entry, around, entries))
    return _Name(entries, best, len(mentions))


def _choice(toponym: Toponym, around: Local, context: _Context) -> Choice:
    name = folded(toponym.name)
    scored = [(context.score(name, entry, around, toponym.entries), entry) for entry in toponym.entries]
    ranked = sorted(scored, key=lambda each: -each[0])
    return Choice(toponym, tuple(ranked[:_KEPT]), _rule(toponym, ranked[0][1], around))


def _rule(toponym: Toponym, best: Entry, around: Local) -> str:
    """The rule that saw the name, and for plain names what tells the meaning."""
    if toponym.rule != "place.name":
        return toponym.rule
    if around.container and lies_in(best, around.container):
        return "place.container"
    return "place.country" if best.resolution == COUNTRY else "place.gazetteer"
