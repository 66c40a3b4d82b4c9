"""Who says so."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.span import Span
from dateline.model.status import Status


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, the cue that shows it, and the content it answers for; `source` is a mention's span or None (passive).

    `status` says whether it was said: "did not say", "will announce".
    """

    source: Span | None
    cue: Span | None
    content: Span
    kind: Literal["direct", "indirect", "mixed"]
    rule: str
    status: Status = "actual"
