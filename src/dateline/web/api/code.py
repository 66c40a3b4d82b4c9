"""Code this text."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from dateline.errors import InputError, UsageError
from dateline.export.explained import explained
from dateline.web.api.paging import Record
from dateline.web.newsroom import Room
from dateline.web.problems import PROBLEMS

router = APIRouter(tags=["code"], responses=PROBLEMS)


class Text(BaseModel):
    """A text, and the day on which it was published if that is known; times in it are counted from there."""

    text: Annotated[str, Field(min_length=1)]
    published: date | None = None


@router.post("/code")
def code(newsroom: Room, given: Text) -> Record:
    """The records of the events in a text, and sentence by sentence why there is an event and why there is none."""
    if not given.text.strip():
        raise UsageError("the text is empty")
    try:
        coding = newsroom.coder(given.text, given.published)
    except InputError as error:
        raise UsageError(error.reason) from error
    return {"events": coding.records, "sentences": [explained(coding.document, trace) for trace in coding.traces]}
