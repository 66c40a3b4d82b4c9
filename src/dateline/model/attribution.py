"""Who says so."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.span import Span
from dateline.model.status import Status


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, the cue that shows it, and the content it answers for; no source where the text names none (passive).

    `source` is the whole noun phrase and `head` the word in it that a mention of the speaker has for its head. `denies`
    is what a denial says to be untrue: its own content, or what somebody else has said before. `presumes` tells that the
    cue takes the content for a fact: who condemns a raid does not claim that there was one. `status` says whether it was
    said: "did not say", "will announce".
    """

    source: Span | None
    cue: Span | None
    content: Span
    kind: Literal["direct", "indirect", "mixed"]
    rule: str
    head: Span | None = None
    denies: Span | None = None
    presumes: bool = False
    status: Status = "actual"
