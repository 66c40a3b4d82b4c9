"""How much a request may send."""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.web.problems import problem

LARGEST_BODY = 2_000_000
"""Bytes; the longest of articles has a tenth of this."""


class BodyLimit:
    """Refuses a body that says it is larger, and stops reading one that turns out to be."""

    def __init__(self, app: ASGIApp, largest: int = LARGEST_BODY) -> None:
        self.app, self.largest = app, largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif self._says_larger(Headers(scope=scope).get("content-length", "0")):
            await problem(Request(scope), 413, "Too large", self._words())(scope, receive, send)
        else:
            await self.app(scope, self._counted(receive), send)

    def _says_larger(self, length: str) -> bool:
        return not length.isdecimal() or int(length) > self.largest

    def _counted(self, receive: Receive) -> Receive:
        read = 0

        async def counting() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self.largest:
                raise HTTPException(413, self._words())
            return message

        return counting

    def _words(self) -> str:
        return f"At most {self.largest:,} bytes are taken; send less at a time, or use `dateline code`."
