"""The API under /api/v1, a router a file; a new part adds its router here."""

from dateline.web.api import actors, articles, code, events, stories, world

API_ROUTERS = tuple(part.router for part in (events, articles, actors, stories, world, code))
