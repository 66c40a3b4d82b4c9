"""Codes a stream of documents so that a bad one is filed and never stops or vanishes from the run."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from dateline.errors import InputError, ResourceError, UnsupportedLanguage, UsageError
from dateline.model import Document
from dateline.stage import Stage

_log = logging.getLogger(__name__)

CHUNK = 64
"""Documents coded together; more would gain little and a failure would cost more to sort out."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A document with its layers."""

    document: Document


@dataclass(frozen=True, slots=True)
class Skipped:
    """Input left out on purpose, such as text in another language."""

    error: InputError


@dataclass(frozen=True, slots=True)
class Failed:
    """Input that could not be read, or a document that broke a stage."""

    error: InputError


Outcome = Coded | Skipped | Failed


def code_all(stage: Stage, inputs: Iterable[Document | InputError]) -> Iterator[Outcome]:
    """One outcome for each input, in the order of the inputs."""
    remaining = iter(inputs)
    while chunk := list(islice(remaining, CHUNK)):
        documents = [item for item in chunk if isinstance(item, Document)]
        outcomes = iter(_coded(stage, documents) if documents else ())
        yield from (unread(item) if isinstance(item, InputError) else next(outcomes) for item in chunk)


def code_one(stage: Stage, document: Document) -> Outcome:
    """The outcome of one document."""
    return _coded(stage, [document])[0]


def unread(error: InputError) -> Outcome:
    """What becomes of input that no document could be made of."""
    return Skipped(error) if isinstance(error, UnsupportedLanguage) else Failed(error)


def _coded(stage: Stage, documents: list[Document]) -> list[Outcome]:
    """The chunk in one go; should that fail, one document at a time, so that only the bad ones are lost."""
    try:
        return [Coded(document) for document in stage(documents)]
    except (ResourceError, UsageError):  # these would fail every document alike
        raise
    except Exception as error:  # noqa: BLE001 — any fault of any stage must cost one document, not the run
        if len(documents) == 1:
            _log.debug("%s could not be coded", documents[0].id, exc_info=True)
            reason = f"could not be coded: {type(error).__name__}: {error}"
            return [Failed(InputError(documents[0].id, reason))]
        return [outcome for document in documents for outcome in _coded(stage, [document])]
