"""Pages, a router a file; a new page adds its router here."""

from dateline.web.pages import (
    actor,
    article,
    docs,
    downloads,
    dyad,
    event,
    events,
    overview,
    place,
    review,
    samples,
    search,
    stories,
    trying,
    world,
)

PAGE_ROUTERS = tuple(
    page.router
    for page in (
        overview,
        events,
        event,
        article,
        actor,
        dyad,
        place,
        world,
        stories,
        search,
        review,
        samples,
        trying,
        docs,
        downloads,
    )
)
