"""What stands around a toponym and tells which of its meanings is meant."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.annotate.places.toponyms import Toponym
from dateline.knowledge.countries import countries
from dateline.knowledge.gazetteer import COUNTRY, STATE, Entry
from dateline.knowledge.naming import folded
from dateline.knowledge.place_kinds import kind_after, kind_before, without_kind
from dateline.model.place import PlaceKind, kind_of_feature

_EARTH = 6371.0
_WITHIN_DISTRICT, _WITHIN_PROVINCE = 80.0, 300.0
"""Kilometres from the point of a district and of a province to what may lie in it."""
_ADJECTIVE_REACH = 5
_CONJOINS = ("and", "or", "&")
_LONGEST_ADDRESS = 3
"""Names between commas up to which each may lie in the next: `Palauig, Zambales, Philippines`."""


@dataclass(frozen=True, slots=True)
class Local:
    """What a toponym's own words tell: what it is said to lie in, the country of its adjective, its kind.

    `before` is the folded name of what is said to lie in it, `beside` are those of its neighbours in a list.
    """

    container: tuple[Entry, ...] = ()
    country: str | None = None
    kind: PlaceKind | None = None
    before: str | None = None
    beside: tuple[str, ...] = ()

    @property
    def is_telling(self) -> bool:
        """Whether it sets this mention apart from others of the name."""
        return bool(self.container) or self.country is not None


def local(toponym: Toponym, others: Sequence[Toponym]) -> Local:
    """What the words around a toponym tell."""
    if toponym.rule == "place.adjective":
        return Local()
    return Local(
        _container(toponym, others),
        _country_before(toponym),
        _kind(toponym),
        _contained(toponym, others),
        _beside(toponym, others),
    )


def _container(toponym: Toponym, others: Sequence[Toponym]) -> tuple[Entry, ...]:
    """`Lima, Ohio`; `Lima (Ohio)`; `Pandi in Bulacan`; a state's name lies in a smaller thing or in nothing."""
    after = _after(toponym, others)
    if after is None or _joint(toponym) not in (",", "(", "in"):
        return ()
    if _is_listed(toponym, others):
        return ()
    is_state = any(entry.resolution <= COUNTRY for entry in toponym.entries)
    return tuple(entry for entry in after.entries if not is_state or entry.resolution == STATE)


def _contained(toponym: Toponym, others: Sequence[Toponym]) -> str | None:
    """The name before a comma: `Atlanta, Georgia`."""
    before = next((each for each in others if each.words.end == toponym.words.start - 1), None)
    if before is None or _joint(before) != "," or _is_listed(before, others):
        return None
    return folded(before.name)


def _beside(toponym: Toponym, others: Sequence[Toponym]) -> tuple[str, ...]:
    """The neighbours in a list: `Georgia, Ohio and Utah`."""
    after = _after(toponym, others)
    before = next((each for each in others if each.words.end == toponym.words.start - 1), None)
    later = after is not None and (_joint(toponym) in _CONJOINS or _is_listed(toponym, others))
    earlier = before is not None and (_joint(before) in _CONJOINS or _is_listed(before, others))
    return (
        *([folded(after.name)] if after is not None and later else []),
        *([folded(before.name)] if before is not None and earlier else []),
    )


def _after(toponym: Toponym, others: Sequence[Toponym]) -> Toponym | None:
    return next((each for each in others if each.words.start == toponym.words.end + 1), None)


def _joint(toponym: Toponym) -> str:
    doc, end = toponym.words.doc, toponym.words.end
    return doc[end].text if end < len(doc) else ""


def _is_listed(toponym: Toponym, others: Sequence[Toponym]) -> bool:
    """`Suba, Migori, Homa Bay and Wajir`: places in a row, where none need lie in the next."""
    if _joint(toponym) != ",":
        return False
    last, length = toponym, 1
    while (after := _after(last, others)) is not None and _joint(last) == ",":
        last, length = after, length + 1
    follows = _joint(last)
    return follows in _CONJOINS or length > _LONGEST_ADDRESS


def _country_before(toponym: Toponym) -> str | None:
    """The country of an adjective up to five words before: `the Ukrainian port city of Odessa`."""
    words = toponym.words
    for word in reversed(words.doc[max(words.sent.start, words.start - _ADJECTIVE_REACH) : words.start]):
        if country := countries().by_adjective.get(word.text):
            return country.code
        if word.pos_ == "VERB" or word.is_punct:
            return None
    return None


def _kind(toponym: Toponym) -> PlaceKind | None:
    """`Helmand province`, `the city of Gaza`, and a kind within the name itself: `Adair County`."""
    words = toponym.words
    doc = words.doc
    after = kind_after(doc[words.end].text) if words.end < len(doc) else None
    within = kind_after(words[-1].text) if len(words) > 1 else None
    return after or within or _kind_before(list(doc[max(words.start - 2, 0) : words.start]))


def _kind_before(words: Sequence[Token]) -> PlaceKind | None:
    texts = [word.text for word in words]
    return kind_before(" ".join(texts)) or (kind_before(texts[-1]) if texts and texts[-1] != "of" else None)


def fits(kind: PlaceKind | None, entry: Entry) -> bool:
    """Whether a place is of the kind that the words tell; districts and regions are told apart by no press."""
    of_entry = kind_of_feature(entry.feature)
    divisions = ("region", "district")
    return kind is not None and (of_entry == kind or (kind in divisions and of_entry in divisions))


def lies_in(entry: Entry, containers: Sequence[Entry]) -> bool:
    """Whether a place may lie in one of these."""
    return any(_lies_in(entry, container) for container in containers)


def _lies_in(entry: Entry, container: Entry) -> bool:
    if entry == container or entry.country is None or container.resolution > entry.resolution:
        return False
    if container.country != entry.country:
        return False
    if container.resolution == COUNTRY:
        return True
    if container.resolution == STATE and entry.admin1:
        return bool(_names(entry.admin1) & _names(container.name)) or _is_odd(entry, container)
    return distance(entry, container) < _WITHIN_DISTRICT


def _is_odd(entry: Entry, container: Entry) -> bool:
    """A region that no division has the name of: `Donbas`; nearness must do."""
    return container.feature != "ADM1" and distance(entry, container) < _WITHIN_PROVINCE


def _names(name: str) -> set[str]:
    return {folded(name), *without_kind(name)}


def distance(one: Entry, other: Entry) -> float:
    """Kilometres between two places; without end where one has no point."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return math.inf
    north, other_north = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(other.longitude - one.longitude) / 2
    chord = math.sin((other_north - north) / 2) ** 2 + math.cos(north) * math.cos(other_north) * math.sin(east) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(chord)))


def shares(tally: Counter[str]) -> dict[str, float]:
    """The part that each has of the whole."""
    whole = sum(tally.values())
    return {key: count / whole for key, count in tally.items()} if whole else {}
