"""Documents on one happening, linked into stories as they come, in memory that a window of days bounds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
class OpenStory:
    """A story that may take more: the sum of its documents' features, how many they are, the day of the last."""

    id: str
    total: dict[str, float]
    count: int
    last: date | None
    found_by: tuple[str, ...] = ()


@dataclass(slots=True)
class StoryLinker:
    """Links documents one after another; give them in the order of their publication.

    Stories in `apart` are never joined: a person has split them.
    """

    apart: frozenset[frozenset[str]] = frozenset()
    alike: float = ALIKE
    window: int = WINDOW
    _stories: dict[str, OpenStory] = field(default_factory=dict)
    _index: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _ends: defaultdict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    _today: int = 0

    def add(self, document: Dated) -> Linked:
        """The story of a document: one that is known, or a new one."""
        self._close(document.published)
        story = self._nearest(document.features)
        if story is None:  # what found no story has no twin either
            begun = gathered(story_id(document.id), [document])
            self.resume(begun)
            return Linked(document.id, begun.id)
        _grow(story, document.features, 1)
        self._date(story, document.published)
        self._reindex(story)
        story, joined = self._settled(story)
        return Linked(document.id, story.id, tuple(joined))

    def resume(self, story: OpenStory) -> None:
        """Takes up a story that is open."""
        self._stories[story.id] = story
        if story.last:
            self._ends[story.last.toordinal()].add(story.id)
        self._reindex(story)

    def open_stories(self) -> Iterable[OpenStory]:
        """The stories that may take more; with them another linker goes on as this one would."""
        return self._stories.values()

    def _nearest(self, features: Weights) -> OpenStory | None:
        best, score = None, self.alike
        for story in self._candidates(heaviest(features, _INDEXED)):
            near = dot(features, story.total) / story.count
            if near >= score:
                best, score = story, near
        return best

    def _candidates(self, telling: Weights) -> Iterator[OpenStory]:
        """Open stories that share a telling feature, those with more of them first."""
        shared: defaultdict[str, float] = defaultdict(float)
        for feature, weight in telling.items():
            stories = self._index.get(feature, ())
            if len(stories) <= _CROWD:
                for story in stories:
                    shared[story] += weight
        nearest = nsmallest(_INDEXED, shared, key=lambda story: (-shared[story], story))
        return (self._stories[story] for story in nearest)

    def _settled(self, story: OpenStory) -> tuple[OpenStory, list[str]]:
        """The story with those that have become alike to it: the smaller ones go into the largest."""
        joined = []
        while other := self._twin(story):
            story, gone = sorted((story, other), key=lambda each: (-each.count, each.id))
            self._drop(gone)
            _grow(story, gone.total, gone.count)
            self._date(story, gone.last)
            self._reindex(story)
            self._rename_apart(gone.id, story.id)
            joined.append(gone.id)
        return story, joined

    def _twin(self, story: OpenStory) -> OpenStory | None:
        for other in self._candidates({feature: story.total[feature] for feature in story.found_by}):
            near = dot(story.total, other.total) / (story.count * other.count)
            if other is not story and near >= self.alike and not self._kept_apart(story, other):
                return other
        return None

    def _rename_apart(self, gone: str, story: str) -> None:
        """What was kept apart from a story that is no more is kept apart from the one that it is in now."""
        if any(gone in pair for pair in self.apart):
            self.apart = frozenset(frozenset(story if each == gone else each for each in pair) for pair in self.apart)

    def _kept_apart(self, one: OpenStory, other: OpenStory) -> bool:
        return frozenset((one.id, other.id)) in self.apart

    def _date(self, story: OpenStory, day: date | None) -> None:
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

    def _drop(self, story: OpenStory) -> None:
        del self._stories[story.id]
        if story.last:
            self._ends[story.last.toordinal()].discard(story.id)
        for feature in story.found_by:
            self._index[feature].discard(story.id)
            if not self._index[feature]:
                del self._index[feature]
        story.found_by = ()

    def _reindex(self, story: OpenStory) -> None:
        found_by = tuple(heaviest(story.total, _INDEXED))
        for feature in set(story.found_by) - set(found_by):
            self._index[feature].discard(story.id)
        for feature in found_by:
            self._index[feature].add(story.id)
        story.found_by = found_by


def story_id(document: str) -> str:
    """A story is called after its first document."""
    return "s-" + sha256(document.encode()).hexdigest()[:16]


def joins_of(links: Sequence[Linked]) -> Mapping[str, str]:
    """For each story that was joined to another, the one in which it lies when all is linked."""
    into = {joined: link.story for link in links for joined in link.joined}
    return {joined: _last(joined, into) for joined in into}


def stories_of(links: Sequence[Linked]) -> Mapping[str, str]:
    """Each document's story when all is linked, joins followed."""
    into = joins_of(links)
    return {link.document: into.get(link.story, link.story) for link in links}


def _last(story: str, into: Mapping[str, str]) -> str:
    while story in into:
        story = into[story]
    return story


def gathered(id: str, documents: Sequence[Dated]) -> OpenStory:
    """The story that these documents make up, in this order; none of their stories need be open."""
    story = OpenStory(id, {}, 0, max((each.published for each in documents if each.published), default=None))
    for document in documents:
        _grow(story, document.features, 1)
    return story


def _grow(story: OpenStory, features: Weights, count: int) -> None:
    for feature, weight in features.items():
        story.total[feature] = story.total.get(feature, 0.0) + weight
    story.count += count
    if len(story.total) > 2 * _KEPT:
        story.total = dict(heaviest(story.total, _KEPT))
