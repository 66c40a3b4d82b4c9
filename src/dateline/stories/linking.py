"""Documents on one happening, linked into stories as they come, in memory that a window of days bounds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from heapq import nsmallest

from dateline.stories.features import Weights, dot, heaviest

ALIKE = 0.3
"""The mean similarity between a document and those of a story from which it belongs to it; set on ECB+'s odd topics."""
WINDOW = 14
"""Days without a new document after which a story takes no more."""
_KEPT = 200
"""Features that stand for a story."""
_INDEXED = 24
"""Features by which a document looks for its story, and under which a story is found."""
_CROWD = 400
"""A feature of more open stories than this finds none: it is what the times are about."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A document to be linked: its id, features and day of publication."""

    id: str
    features: Weights
    published: date | None


@dataclass(frozen=True, slots=True)
class Linked:
    """A document's story, and the stories that turned out to be the same by it."""

    document: str
    story: str
    joined: tuple[str, ...] = ()


@dataclass(slots=True)
class _Story:
    id: str
    total: dict[str, float]
    count: int
    last: date | None
    found_by: tuple[str, ...] = ()


@dataclass(slots=True)
class StoryLinker:
    """Links documents one after another; give them in the order of their publication.

    `pinned` documents go to the story that a person put them in, and stories in `apart` are never joined.
    """

    pinned: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[frozenset[str]] = frozenset()
    alike: float = ALIKE
    window: int = WINDOW
    _stories: dict[str, _Story] = field(default_factory=dict)
    _index: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _ends: defaultdict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    _today: int = 0
    _made_by_hand: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._made_by_hand = frozenset(self.pinned.values())

    def add(self, document: Dated) -> Linked:
        """The story of a document: one that is known, or a new one."""
        self._close(document.published)
        pinned = self.pinned.get(document.id)
        story = self._stories.get(pinned) if pinned else self._nearest(document.features)
        if story is not None:
            self._grown(story, document)
        elif pinned:
            story = self._begun(pinned, document)
        else:  # what found no story has no twin either
            return Linked(document.id, self._begun(story_id(document.id), document).id)
        story, joined = self._settled(story)
        return Linked(document.id, story.id, tuple(joined))

    def known(self, document: Dated, story: str) -> None:
        """Takes up a document that an earlier run linked."""
        existing = self._stories.get(story)
        if existing is None:
            self._begun(story, document)
        else:
            self._grown(existing, document)

    def __len__(self) -> int:
        """How many stories are open."""
        return len(self._stories)

    def _nearest(self, features: Weights) -> _Story | None:
        best, score = None, self.alike
        for story in self._candidates(heaviest(features, _INDEXED)):
            near = dot(features, story.total) / story.count
            if near >= score:
                best, score = story, near
        return best

    def _candidates(self, telling: Weights) -> Iterator[_Story]:
        """Open stories that share a telling feature, those with more of them first."""
        shared: defaultdict[str, float] = defaultdict(float)
        for feature, weight in telling.items():
            stories = self._index.get(feature, ())
            if len(stories) <= _CROWD:
                for story in stories:
                    shared[story] += weight
        nearest = nsmallest(_INDEXED, shared, key=lambda story: (-shared[story], story))
        return (self._stories[story] for story in nearest)

    def _settled(self, story: _Story) -> tuple[_Story, list[str]]:
        """The story with those that have become alike to it: the smaller ones go into the largest."""
        joined = []
        while other := self._twin(story):
            story, gone = sorted((story, other), key=lambda each: (-each.count, each.id))
            self._drop(gone)
            _grow(story, gone.total, gone.count)
            self._date(story, gone.last)
            self._reindex(story)
            joined.append(gone.id)
        return story, joined

    def _twin(self, story: _Story) -> _Story | None:
        for other in self._candidates({feature: story.total[feature] for feature in story.found_by}):
            near = dot(story.total, other.total) / (story.count * other.count)
            if other is not story and near >= self.alike and not self._kept_apart(story, other):
                return other
        return None

    def _kept_apart(self, one: _Story, other: _Story) -> bool:
        both = {one.id, other.id}
        return frozenset(both) in self.apart or both <= self._made_by_hand

    def _begun(self, id: str, document: Dated) -> _Story:
        story = self._stories[id] = _Story(id, dict(document.features), 1, None)
        self._date(story, document.published)
        self._reindex(story)
        return story

    def _grown(self, story: _Story, document: Dated) -> None:
        _grow(story, document.features, 1)
        self._date(story, document.published)
        self._reindex(story)

    def _date(self, story: _Story, day: date | None) -> None:
        """Moves the day on which a story closes; one without any date stays open."""
        if day is None or (story.last and story.last >= day):
            return
        if story.last:
            self._ends[story.last.toordinal()].discard(story.id)
        story.last = day
        self._ends[day.toordinal()].add(story.id)

    def _close(self, day: date | None) -> None:
        """Forgets the stories that were last told of before the window."""
        if day is None or day.toordinal() <= self._today:
            return
        self._today = day.toordinal()
        for end in [end for end in self._ends if end < self._today - self.window]:
            for story in self._ends.pop(end):
                self._drop(self._stories[story])

    def _drop(self, story: _Story) -> None:
        del self._stories[story.id]
        if story.last:
            self._ends[story.last.toordinal()].discard(story.id)
        for feature in story.found_by:
            self._index[feature].discard(story.id)
            if not self._index[feature]:
                del self._index[feature]
        story.found_by = ()

    def _reindex(self, story: _Story) -> None:
        found_by = tuple(heaviest(story.total, _INDEXED))
        for feature in set(story.found_by) - set(found_by):
            self._index[feature].discard(story.id)
        for feature in found_by:
            self._index[feature].add(story.id)
        story.found_by = found_by


def story_id(document: str) -> str:
    """A story is called after its first document."""
    return "s-" + sha256(document.encode()).hexdigest()[:16]


def stories_of(links: Sequence[Linked]) -> Mapping[str, str]:
    """Each document's story when all is linked, joins followed."""
    into: dict[str, str] = {}
    for link in links:
        for joined in link.joined:
            into[joined] = link.story
    return {link.document: _last(link.story, into) for link in links}


def _last(story: str, into: Mapping[str, str]) -> str:
    while story in into:
        story = into[story]
    return story


def _grow(story: _Story, features: Weights, count: int) -> None:
    for feature, weight in features.items():
        story.total[feature] = story.total.get(feature, 0.0) + weight
    story.count += count
    if len(story.total) > 2 * _KEPT:
        story.total = dict(heaviest(story.total, _KEPT))
