"""The filters of the API, by the names that the store gives them."""

from typing import Annotated

from fastapi import Depends, Query

from dateline.store.filters import EventFilter, filter_from

Words = tuple[str, ...]


def _asked(
    since: Annotated[str, Query(description="Events on this day or later, such as 2024-05-31.")] = "",
    until: Annotated[str, Query(description="Events on this day or earlier.")] = "",
    type: Annotated[Words, Query(description="Event type, such as ASSAULT.")] = (),
    quad: Annotated[Words, Query(description="Quad class, 1 to 4.")] = (),
    actor: Annotated[Words, Query(description="Part of the name of one who acts.")] = (),
    recipient: Annotated[Words, Query(description="Part of the name of one who is acted upon.")] = (),
    voice: Annotated[Words, Query(description="Part of the name of one who says so.")] = (),
    country: Annotated[Words, Query(description="Country of either side, by name or code.")] = (),
    dyad: Annotated[Words, Query(description="Two countries, the one that acts first: RUS:UKR.")] = (),
    place: Annotated[Words, Query(description="Part of the name of a place or its province.")] = (),
    status: Annotated[Words, Query(description="actual, planned, possible, hypothetical or negated.")] = (),
    publisher: Annotated[Words, Query(description="Part of a publisher's name.")] = (),
    context: Annotated[Words, Query(description="Context, such as military.")] = (),
    run: Annotated[Words, Query(description="What this run coded.")] = (),
) -> EventFilter:
    return filter_from({
        "since": [since] if since else [], "until": [until] if until else [], "type": type, "quad": quad, "actor": actor,
        "recipient": recipient, "voice": voice, "country": country, "dyad": dyad, "place": place, "status": status,
        "publisher": publisher, "context": context, "run": run,
    })  # fmt: skip


Asked = Annotated[EventFilter, Depends(_asked)]
