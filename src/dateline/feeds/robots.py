"""What robots.txt forbids and how slowly it wants its host to be asked."""

from collections.abc import Callable

from protego import Protego

from dateline.feeds.client import Answer, Trouble, address

KEPT = 86_400.0
"""Seconds for which the rules of a host are believed."""
KEPT_TROUBLE = 600.0
"""Seconds after which a robots.txt that could not be had is asked for again."""


class Robots:
    """The rules of hosts, each asked for once a day; `ask` gets an address, redirects followed."""

    def __init__(self, ask: Callable[[str], Answer], agent: str, clock: Callable[[], float]) -> None:
        self._ask, self._agent, self._clock = ask, agent, clock
        self._known: dict[str, tuple[Protego | Trouble, float]] = {}

    def delay(self, url: str) -> float:
        """Seconds that the host wants between two requests; raises Trouble where the address is forbidden."""
        rules = self._rules(str(address(url).join("/robots.txt")))
        if not rules.can_fetch(url, self._agent):
            raise Trouble("is forbidden by robots.txt", passing=False)
        return rules.crawl_delay(self._agent) or 0.0

    def _rules(self, place: str) -> Protego:
        known, until = self._known.get(place, (None, 0.0))
        if known is None or until <= self._clock():
            known = self._asked(place)
            kept = KEPT_TROUBLE if isinstance(known, Trouble) else KEPT
            self._known[place] = known, self._clock() + kept
        if isinstance(known, Trouble):
            raise known
        return known

    def _asked(self, place: str) -> Protego | Trouble:
        """Where there is none all is allowed; where it cannot be had nothing is, for now (RFC 9309)."""
        try:
            answer = self._ask(place)
        except Trouble as trouble:
            return Trouble(f"is not asked for: {place} {trouble.reason}", trouble.passing)
        if answer.status == 429 or answer.status >= 500:
            return Trouble(f"is not asked for: {place} answers with status {answer.status}", passing=True)
        return Protego.parse(answer.body.decode("utf8", "replace"))
