"""Lists a page at a time."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Query

Size = Annotated[int, Query(alias="size", ge=1, le=500, description="At most so many.")]
After = Annotated[str, Query(description="What the page before gave as next.")]
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """Items, and the `after` of the page that follows, null where this is the last."""

    items: list[Record]
    next: str | None
