"""What a feeds.toml says."""

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from dateline.config import Table, is_count, is_text, read_toml
from dateline.errors import UsageError

_KEYS = ("feed", "allow", "contact", "delay", "largest", "seconds", "newest")
_FEED_KEYS = ("url", "publisher", "delay", "newest")
DELAY, LARGEST, SECONDS, NEWEST = 5.0, 3_000_000, 60, 100


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its address, who publishes it, seconds between two requests, and entries taken in one round."""

    url: str
    publisher: str | None
    delay: float
    newest: int


@dataclass(frozen=True, slots=True)
class Feeds:
    """Feeds, what beside the public internet may be asked, and limits: seconds and bytes of one answer."""

    feeds: tuple[Feed, ...]
    allow: tuple[str, ...]
    contact: str | None
    delay: float
    largest: int
    seconds: float

    @property
    def agent(self) -> str:
        """How Dateline introduces itself."""
        return f"dateline/{version('dateline')}" + (f" ({self.contact})" if self.contact else "")


def read_feeds(path: Path) -> Feeds:
    """The feeds of a file; raises UsageError, which names the file and the key, for what is missing, unknown or wrong."""
    table = Table(str(path), read_toml(path, "feeds file"))
    table.refuse_unknown(_KEYS)
    listed = table.required("feed", _is_tables, "a [[feed]] for each feed")
    default = _common(table)
    feeds = tuple(_feed(Table(f"{path}, feed {number}", each), default) for number, each in enumerate(listed, 1))
    _refuse_twice(path, [feed.url for feed in feeds])
    return Feeds(
        feeds,
        allow=tuple(table.optional("allow", _is_texts, 'a list of hosts such as ["intranet.example"]', ())),
        contact=table.optional("contact", _is_printable, "an address in ASCII, such as https://…", None),
        delay=default.delay,
        largest=table.optional("largest", is_count, "a whole number of bytes above 0", LARGEST),
        seconds=table.optional("seconds", _is_seconds, "seconds above 0", SECONDS),
    )


def _common(table: Table) -> Feed:
    """What holds where a feed does not say otherwise."""
    return Feed("", None, _delay(table, DELAY), _newest(table, NEWEST))


def _feed(table: Table, default: Feed) -> Feed:
    table.refuse_unknown(_FEED_KEYS)
    return Feed(
        table.required("url", _is_address, "an address such as https://…"),
        table.optional("publisher", is_text, "a name", None),
        max(_delay(table, default.delay), default.delay),
        _newest(table, default.newest),
    )


def _delay(table: Table, default: float) -> float:
    delay: float = table.optional("delay", _is_delay, "seconds, 0 or more", default)
    return delay


def _newest(table: Table, default: int) -> int:
    newest: int = table.optional("newest", is_count, "a whole number above 0", default)
    return newest


def _refuse_twice(path: Path, addresses: list[str]) -> None:
    for number, address in enumerate(addresses):
        if address in addresses[:number]:
            raise UsageError(f"{path}, feed {number + 1}: url {address} is listed before")


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(is_text(each) for each in value)


def _is_address(value: object) -> bool:
    return is_text(value) and value.startswith(("http://", "https://"))


def _is_printable(value: object) -> bool:
    return is_text(value) and value.isascii() and value.isprintable()


def _is_delay(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0


def _is_seconds(value: Any) -> bool:
    return _is_delay(value) and value > 0
