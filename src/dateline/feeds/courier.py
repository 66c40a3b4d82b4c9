"""Fetches pages as a good guest: at the host's pace, where robots.txt allows it, and never off the public internet."""

from collections.abc import Callable, Mapping

from dateline.errors import UnreachablePage
from dateline.feeds.client import MOST_REDIRECTS, Answer, Client, Trouble, address
from dateline.feeds.pace import Pace
from dateline.feeds.robots import Robots

NAME = "dateline"
"""What robots.txt calls this program."""
PATIENCE = 60.0
"""Seconds that a host is waited for; one that wants more is asked in a later round."""
_SHUT = (429, 503)
_PASSING = (408, 425, 429)
_UNSAID = "60"
"""The Retry-After of a host that wants to be left alone and does not say how long."""


class Courier:
    """Goes where it is sent, redirects included, each address of them looked at like the first."""

    def __init__(self, client: Client, pace: Pace, clock: Callable[[], float]) -> None:
        self._client, self._pace = client, pace
        self._robots = Robots(lambda url: _followed(self._get, url), NAME, clock)

    def fetch(self, url: str, delay: float = 0.0, headers: Mapping[str, str] | None = None) -> Answer:
        """The answer, of status 200 or 304; raises UnreachablePage for any other, and where there is none."""
        try:
            return _judged(_followed(lambda each: self._ask(each, delay, headers or {}), url))
        except Trouble as trouble:
            raise UnreachablePage(url, trouble.reason, trouble.passing) from None

    def _ask(self, url: str, delay: float, headers: Mapping[str, str]) -> Answer:
        host = _host(url)
        if self._pace.closed_for(host):
            raise Trouble("is not asked for: its host wants to be left alone for a while", passing=True)
        wanted = self._robots.delay(url)
        if self._pace.due_in(host) > PATIENCE:
            raise Trouble("is not asked for yet: its host wants more time between requests", passing=True)
        self._pace.wait(host, max(delay, wanted))
        return self._get(url, headers)

    def _get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        answer = self._client.get(url, headers)
        if answer.status in _SHUT:
            self._pace.close(_host(url), answer.headers.get("retry-after", _UNSAID))
        return answer


def _followed(ask: Callable[[str], Answer], url: str) -> Answer:
    for _ in range(MOST_REDIRECTS + 1):
        answer = ask(url)
        following = answer.leads_to
        if following is None:
            return answer
        url = following
    raise Trouble(f"is redirected more than {MOST_REDIRECTS} times", passing=False)


def _judged(answer: Answer) -> Answer:
    if answer.status in (200, 304):
        return answer
    passing = answer.status in _PASSING or answer.status >= 500
    raise Trouble(f"answers with status {answer.status}", passing)


def _host(url: str) -> str:
    """Host and port."""
    return address(url).netloc.decode("ascii")
