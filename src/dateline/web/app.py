"""The app: pages and API behind the gate."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.staticfiles import StaticFiles

from dateline import __version__
from dateline.web.api import API_ROUTERS
from dateline.web.gate import Gate, Key
from dateline.web.headers import Headers
from dateline.web.limits import BodyLimit
from dateline.web.newsroom import Newsroom
from dateline.web.pages import PAGE_ROUTERS
from dateline.web.problems import handle_problems
from dateline.web.rendering import STATIC


def make_app(newsroom: Newsroom, key: Key) -> FastAPI:
    """The newsroom's app; whoever serves it keeps to loopback."""
    app = FastAPI(
        title="Dateline", version=__version__, summary="Sourced political events: who did what to whom, and who says so",
        openapi_url="/api/v1/openapi.json", docs_url=None, redoc_url=None, lifespan=_open_while_serving,
        middleware=[Middleware(Headers), Middleware(Gate, key=key), Middleware(BodyLimit)],
    )  # fmt: skip
    app.state.newsroom = newsroom
    handle_problems(app)
    for router in PAGE_ROUTERS:
        app.include_router(router, include_in_schema=False)
    for router in API_ROUTERS:
        app.include_router(router, prefix="/api/v1")
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app


@asynccontextmanager
async def _open_while_serving(app: FastAPI) -> AsyncIterator[None]:
    with app.state.newsroom.kept_open():
        yield
