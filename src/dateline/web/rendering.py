"""Templates: escaped, strict about names, with the words that every page needs."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from dateline import __version__
from dateline.web.navigation import SECTIONS
from dateline.web.words import FILTERS

STATIC = Path(str(files("dateline.web") / "static"))


def render(request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A page."""
    return HTMLResponse(environment().get_template(template).render(request=request, **context), status)


@cache
def environment() -> Environment:
    """Autoescape is on for every template, whatever its name."""
    made = Environment(
        loader=PackageLoader("dateline.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    made.filters.update(FILTERS)
    made.globals.update(sections=SECTIONS, version=__version__, is_built=is_built())
    return made


def is_built() -> bool:
    """Whether npm built the charts; without them pages show tables."""
    return (STATIC / "built" / "charts.js").is_file()
