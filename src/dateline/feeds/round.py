"""One round over all feeds: what is new in them, fetched, and what is known of them once that is kept."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import chain, zip_longest

from dateline.errors import InputError, UnreachablePage, UnreadableFile
from dateline.feeds.client import Answer
from dateline.feeds.courier import Courier
from dateline.feeds.entries import Entry, read_feed
from dateline.feeds.feedsfile import Feed
from dateline.feeds.state import FeedState, State
from dateline.model import Document
from dateline.readers.html import read_html
from dateline.readers.reading import spoken

PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Found:
    """What became of an entry; or, without one, what is wrong with a feed, None where it is well again."""

    feed: Feed
    entry: Entry | None
    item: Document | InputError | None

    @property
    def is_lasting(self) -> bool:
        """Whether another try would come to the same."""
        return not (isinstance(self.item, UnreachablePage) and self.item.passing)


@dataclass(slots=True)
class _Visit:
    """The validators that a feed gave, to be believed when none of its entries is open any more."""

    etag: str | None
    modified: str | None
    open: set[Entry]


class Round:
    """Asks every feed once, and then for the pages of new entries, a feed in turn."""

    def __init__(self, feeds: Sequence[Feed], state: State, courier: Courier, clock: Callable[[], float]) -> None:
        self._feeds, self._state, self._courier, self._clock = feeds, state, courier, clock
        self._visits: dict[str, _Visit] = {}
        self.unchanged = 0

    def found(self) -> Iterator[Found]:
        """What there is, as it comes; whoever has kept it settles it."""
        new: list[list[tuple[Feed, Entry]]] = []
        for feed in self._feeds:
            try:
                new.append([(feed, entry) for entry in self._new(feed)])
            except InputError as error:
                yield Found(feed, None, error)
                continue
            if self._state.of(feed.url).failed:
                yield Found(feed, None, None)
        taken: set[str] = set()
        for feed, entry in (each for each in chain.from_iterable(zip_longest(*new)) if each):
            if entry.link not in taken:
                taken.add(entry.link)
                yield Found(feed, entry, self._article(feed, entry))

    def settle(self, found: Found) -> None:
        """Takes note that what was found is kept, so that no later round asks for it."""
        known = self._state.of(found.feed.url)
        if found.entry is None:
            known.failed = found.item is not None
        elif found.is_lasting:
            known.see(found.entry.keys, self._today())
            self._visits[found.feed.url].open.discard(found.entry)
            self._close(found.feed.url)

    def _new(self, feed: Feed) -> list[Entry]:
        """The entries that were not seen, the newest of them; all others stay open."""
        known = self._state.of(feed.url)
        answer = self._courier.fetch(feed.url, feed.delay, known.conditions)
        if answer.status == 304:
            self.unchanged += 1
            return []
        listed = read_feed(answer, feed.url)
        self._remember(known, listed)
        new = [entry for entry in listed if not self._state.has_seen(entry.keys)]
        self._visits[feed.url] = _Visit(answer.headers.get("etag"), answer.headers.get("last-modified"), set(new))
        self._close(feed.url)
        return new[: feed.newest]

    def _remember(self, known: FeedState, listed: Sequence[Entry]) -> None:
        for entry in listed:
            if self._state.has_seen(entry.keys):
                known.see(entry.keys, self._today())
        known.forget(self._today())

    def _close(self, feed: str) -> None:
        """A feed that is unchanged is not read again, so its validators count only when nothing in it is left to do."""
        visit = self._visits[feed]
        known = self._state.of(feed)
        done = not visit.open
        known.etag, known.modified = (visit.etag, visit.modified) if done else (None, None)

    def _article(self, feed: Feed, entry: Entry) -> Document | InputError:
        try:
            return _document(self._courier.fetch(entry.link, feed.delay), feed, entry)
        except InputError as error:
            return error

    def _today(self) -> date:
        return datetime.fromtimestamp(self._clock(), UTC).date()


def _document(answer: Answer, feed: Feed, entry: Entry) -> Document | InputError:
    """The article of a page; what the feed says of its publication goes before what the page does, but for the title."""
    kind = answer.headers.get("content-type", PAGES[0]).lower()
    if not kind.startswith(PAGES):
        raise UnreadableFile(entry.link, f"is {kind.partition(';')[0]}, no web page")
    document = read_html(answer.body, entry.link, entry.link)
    facts = document.publication
    publication = replace(
        facts,
        title=facts.title or entry.title,
        publisher=feed.publisher or facts.publisher,
        url=answer.url,
        published=entry.published or facts.published,
    )
    return spoken(replace(document, publication=publication), entry.link)
