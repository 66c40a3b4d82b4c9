"""One event with its words and why it was coded."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.store.event_pages import event_record
from dateline.store.happenings import happening
from dateline.web.marks import marks_of
from dateline.web.newsroom import Database
from dateline.web.problems import NotThere
from dateline.web.rendering import render
from dateline.web.sentences import sentence_of

router = APIRouter()


@router.get("/events/{id}")
def show(request: Request, reader: Database, id: str) -> Response:
    """The page."""
    record = event_record(reader, id)
    if record is None:
        raise NotThere(f"There is no event {id} in this database.")
    return render(
        request, "event.html", event=record, sentence=sentence_of(record, marks_of(record)), told=happening(reader, id)
    )
