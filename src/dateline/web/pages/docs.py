"""The API as people read it, from its own description."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.web.rendering import render

router = APIRouter()


@router.get("/api")
def show(request: Request) -> Response:
    """The page."""
    described = request.app.openapi()
    operations = [
        (method.upper(), path, operation)
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    ]
    return render(request, "api.html", operations=operations, described=described)
