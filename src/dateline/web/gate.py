"""Who comes in: one who asks the right host and has the launch's token, or the cookie that it was turned into."""

from dataclasses import dataclass
from secrets import compare_digest, token_urlsafe

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dateline.web.problems import problem
from dateline.web.rendering import render

READING = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN = "/static/"
"""Style sheets and scripts tell nothing, and the page that refuses wants them too."""


@dataclass(frozen=True, slots=True)
class Key:
    """The token that is printed at launch, and the cookie that browsers get for it, of the server at a port of loopback."""

    token: str
    session: str
    port: int

    @property
    def hosts(self) -> frozenset[str]:
        """The names that the server answers to; another one is a page of elsewhere that had its name point here."""
        return frozenset(f"{name}:{self.port}" for name in ("127.0.0.1", "localhost", "[::1]"))

    @property
    def origins(self) -> frozenset[str]:
        return frozenset(f"http://{host}" for host in self.hosts)

    @property
    def cookie(self) -> str:
        """Browsers do not tell ports apart, and two newsrooms may be open."""
        return f"dateline-{self.port}"


def cut_key(port: int) -> Key:
    """A new key."""
    return Key(token_urlsafe(32), token_urlsafe(32), port)


class Gate:
    """Lets a request through, or answers it."""

    def __init__(self, app: ASGIApp, key: Key) -> None:
        self.app, self.key = app, key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = self._answer(Request(scope)) or self.app
        await answer(scope, receive, send)

    def _answer(self, request: Request) -> Response | None:
        """What is said to one who is not let through."""
        if request.headers.get("host", "") not in self.key.hosts:
            return problem(request, 421, "This server answers to other names", "Open the address that it printed.")
        if request.url.path.startswith(OPEN):
            return None
        if _same(request.query_params.get("token"), self.key.token):
            return self._entrance(request)
        if _same(_bearer(request), self.key.token):
            return None
        if not _same(request.cookies.get(self.key.cookie), self.key.session):
            return problem(
                request, 401, "Not signed in", "Open the address with the token that `dateline serve` printed."
            )
        return self._foreign(request)

    def _foreign(self, request: Request) -> Response | None:
        """A refusal of a write that another site's page sent with our cookie."""
        if request.method in READING or request.headers.get("origin") in self.key.origins:
            return None
        return problem(request, 403, "Sent from another site", "Only pages of this server may change anything.")

    def _entrance(self, request: Request) -> Response:
        """A page that leads on: a redirect would lose a strict cookie where a link of another site led here."""
        onward = request.url.remove_query_params("token")
        address = onward.path + (f"?{onward.query}" if onward.query else "")
        response = render(request, "entrance.html", onward="/" + address.lstrip("/"))
        response.set_cookie(self.key.cookie, self.key.session, path="/", httponly=True, samesite="strict")
        return response


def _same(given: str | None, wanted: str) -> bool:
    return given is not None and compare_digest(given.encode(), wanted.encode())


def _bearer(request: Request) -> str | None:
    """The token as programs send it."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token if kind.lower() == "bearer" else None
