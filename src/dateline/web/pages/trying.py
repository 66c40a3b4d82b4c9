"""Try: a text pasted, coded and explained."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from dateline.errors import InputError, UsageError
from dateline.export.explained import explained
from dateline.model import Span
from dateline.web.coding import Coding
from dateline.web.marks import LAYERS, all_marks
from dateline.web.newsroom import Room
from dateline.web.rendering import render
from dateline.web.spans import Mark, marked

router = APIRouter()


@router.get("/try")
def ask(request: Request, newsroom: Room) -> Response:
    """The empty page."""
    return render(request, "try.html", given="", published="", coding=None)


@router.post("/try")
async def show(
    request: Request, newsroom: Room, text: Annotated[str, Form()] = "", published: Annotated[str, Form()] = ""
) -> Response:
    """The text with its layers, and sentence by sentence why there is an event and why there is none."""
    if not text.strip():
        raise UsageError("There is no text; paste an article, or a sentence of one.")
    try:
        coding = await run_in_threadpool(newsroom.coder, text, _day(published))
    except InputError as error:
        raise UsageError(error.reason) from error
    return render(
        request, "try.html", given=text, published=published, coding=coding, layers=LAYERS,
        marked=marked(coding.document.text, [*all_marks(coding.records), *_layer_marks(coding)]),
        sentences=[explained(coding.document, trace) for trace in coding.traces],
    )  # fmt: skip


def _layer_marks(coding: Coding) -> list[Mark]:
    """Times and places that no event took."""
    document = coding.document
    times = [
        Mark(each.words, "time", f"time: {each.value or 'no value'} by {each.rule}") for each in document.times or ()
    ]
    places = [Mark(each.span, "place", f"place: {each.name} by {each.rule}") for each in document.places or ()]
    return [mark for mark in (*times, *places) if mark.span != Span(mark.span.start, mark.span.start)]


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise UsageError(f"{written!r} is no day; write it as 2024-05-31") from error
