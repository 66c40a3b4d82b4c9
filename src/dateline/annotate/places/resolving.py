"""Which places the names of an article mean, decided together: each name's meaning is evidence for the others'."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.annotate.places.surroundings import Local, distance, fits, lies_in, local, shares
from dateline.annotate.places.toponyms import Toponym
from dateline.knowledge.gazetteer import CITY, COUNTRY, STATE, WORLD, Entry
from dateline.knowledge.naming import folded

_SAID_OUTRIGHT, _ADJECTIVE, _KIND, _HOME = 8.0, 5.0, 1.5, 1.5
_CONTAINS, _BESIDE, _NO_TOWN = 4.0, 1.2, -3.0
"""What a candidate gains, beside the logarithm of its people, where the text says what it lies in, has its country's
adjective or its kind beside it, and where the dateline is of its country; where the place before a comma lies in it,
for each neighbour in a list that is like it, and where it is a state but the text says `city`."""
_COUNTRY_SHARE, _NEAR, _MOST_NEAR, _REACH = 3.0, 1.3, 3.0, 120.0
"""What the article's other places give: by the part of them that is in its country, and by their nearness in km."""
_OF_COUNTRY, _OF_CAPITAL, _OF_WORLD, _OF_OURS, _OF_DIVISION, _LIKE_ITS_TOWN = 2.0, 1.0, 7.0, 5.5, -0.3, -1.5
_LARGE, _LARGE_PART, _ROUNDS, _KEPT = 100_000, 0.2, 3, 5


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
    choices = (
        _choice(each, own if own.is_telling else _with(shared[folded(each.name)], own), context)
        for each, own in zip(found, around, strict=True)
    )
    return [choice for choice in choices if choice is not None]


def _with(shared: Local, own: Local) -> Local:
    """What all mentions of a name tell, and what stands beside this one."""
    return replace(shared, before=own.before or shared.before, beside=own.beside or shared.beside)


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
    before = next((each.before for each in around if each.before), None)
    beside = tuple(name for each in around for name in each.beside)
    return Local(telling.container, telling.country, telling.kind or usual, before, beside)


@dataclass(frozen=True, slots=True)
class _Context:
    """What the article as a whole tells."""

    names: Mapping[str, _Name]
    home: str | None
    actors: Mapping[str, float]

    def score(self, name: str, entry: Entry, around: Local, rivals: Sequence[Entry]) -> float:
        """The weight of one meaning of a name."""
        own = _own_score(entry, around, rivals) + self._from_neighbours(entry, around)
        return own + self._from_places(name, entry) + self._from_countries(entry)

    def _from_neighbours(self, entry: Entry, around: Local) -> float:
        before = self.names.get(around.before or "")
        holds = before is not None and lies_in(before.best, [entry])
        mates = [self.names[name].best for name in around.beside if name in self.names]
        like = sum(mate.country == entry.country and mate.resolution == entry.resolution for mate in mates)
        alike = sum(mate.resolution == entry.resolution == COUNTRY for mate in mates)
        return _CONTAINS * holds + _BESIDE * min(2, like + alike)

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
        + _NO_TOWN * (around.kind == "city" and entry.resolution <= COUNTRY)
        + _LIKE_ITS_TOWN * (around.kind is None and _has_town(entry, rivals))
    )


def _size(entry: Entry) -> float:
    """The logarithm of the people; states and capitals count for more, divisions for less than a town as large."""
    extra = {"PCLI": _OF_COUNTRY, "PPLC": _OF_CAPITAL, "ADM1": _OF_DIVISION, "ADM2": _OF_DIVISION}
    if entry.population == 0:
        return _OF_WORLD if entry.resolution == WORLD else _OF_OURS if entry.geonameid is None else 0.0
    return math.log10(entry.population) + extra.get(entry.feature, 0.0)


def _has_town(entry: Entry, rivals: Sequence[Entry]) -> bool:
    """A name that a division shares with a large town in it means the town."""
    if entry.feature not in ("ADM1", "ADM2"):
        return False
    towns = (each for each in rivals if each.feature in ("PPL", "PPLC") and each.country == entry.country)
    return any(town.population >= max(_LARGE, _LARGE_PART * entry.population) for town in towns)


def _best_of(name: str, mentions: Sequence[Toponym], around: Local, context: _Context) -> _Name:
    entries = tuple(dict.fromkeys(entry for each in mentions for entry in each.entries))
    best = max(entries, key=lambda entry: context.score(name, entry, around, entries))
    return _Name(entries, best, len(mentions))


def _choice(toponym: Toponym, around: Local, context: _Context) -> Choice | None:
    """None where the text says what a town lies in, and no town that is known does: better none than a namesake."""
    name = folded(toponym.name)
    if _is_elsewhere(toponym.entries, around.container):
        return None
    scored = [(context.score(name, entry, around, toponym.entries), entry) for entry in toponym.entries]
    ranked = sorted(scored, key=lambda each: -each[0])
    return Choice(toponym, tuple(ranked[:_KEPT]), _rule(toponym, ranked[0][1], around))


def _is_elsewhere(entries: Sequence[Entry], containers: Sequence[Entry]) -> bool:
    towns = all(entry.resolution >= CITY for entry in entries)
    clear = any(container.resolution in (COUNTRY, STATE) for container in containers)
    return towns and clear and not any(lies_in(entry, containers) for entry in entries)


def _rule(toponym: Toponym, best: Entry, around: Local) -> str:
    """The rule that saw the name, and for plain names what tells the meaning."""
    if toponym.rule != "place.name":
        return toponym.rule
    if around.container and lies_in(best, around.container):
        return "place.container"
    return "place.country" if best.resolution == COUNTRY else "place.gazetteer"
