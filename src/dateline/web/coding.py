"""What codes a pasted text; the command line hands it in, since the web reaches no language model."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from dateline.export.shape import Record
from dateline.model import CoderInfo, Document

if TYPE_CHECKING:
    from dateline.coding.traces import SentenceTrace


@dataclass(frozen=True, slots=True)
class Coding:
    """A coded text, the records of its events, and what was seen in each sentence."""

    document: Document
    records: Sequence[Record]
    traces: "Sequence[SentenceTrace]"


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """What a database keeps of an article."""

    document: Document
    records: Sequence[Record]
    coder: CoderInfo


class Samples(Protocol):
    """Codes the sample corpus, an article at a time."""

    def __call__(self) -> Iterator[CodedArticle]: ...


class Coder(Protocol):
    """Codes one text; raises InputError for one that cannot be coded."""

    def __call__(self, text: str, published: date | None) -> Coding: ...
