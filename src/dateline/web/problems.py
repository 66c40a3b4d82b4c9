"""Errors as people and programs read them: a page, or problem+json (RFC 9457) under /api/."""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dateline.errors import UsageError
from dateline.web.rendering import render

API = "/api/"
MEDIA_TYPE = "application/problem+json"
PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": HTTPStatus(status).phrase, "content": {MEDIA_TYPE: {}}}
    for status in (400, 401, 404, 413, 422)
}
"""What a part of the API may answer beside what was asked for."""


class NotThere(Exception):
    """What an address names is not in the database; its text says what."""


def problem(request: Request, status: int, title: str, detail: str) -> Response:
    """One error."""
    if request.url.path.startswith(API):
        told = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        return JSONResponse(told, status, media_type=MEDIA_TYPE)
    return render(request, "problem.html", status, title=title, detail=detail)


def handle_problems(app: FastAPI) -> None:
    """Every error that a page or the API raises on purpose becomes a problem; so does a value of the wrong kind."""
    app.add_exception_handler(UsageError, _unusable)
    app.add_exception_handler(NotThere, _not_there)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)


def _unusable(request: Request, error: Exception) -> Response:
    return problem(request, 400, "This cannot be asked", str(error))


def _not_there(request: Request, error: Exception) -> Response:
    return problem(request, 404, "Not there", str(error))


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    title = HTTPStatus(error.status_code).phrase
    response = problem(request, error.status_code, title, "" if error.detail == title else error.detail)
    response.headers.update(error.headers or {})
    return response


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = "; ".join(f"{'.'.join(map(str, each['loc'][1:]))}: {each['msg']}" for each in error.errors())
    return problem(request, 422, "A value cannot be read", told)
