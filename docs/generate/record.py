"""The page of the record, field by field, as the contract has them."""

from collections.abc import Iterator
from inspect import getdoc
from typing import Any

from dateline.export.codebook import table
from dateline.export.fields import Field, fields_of, shapes

_PLAIN = {str: "text", int: "whole number", float: "number", bool: "true or false"}


def record() -> str:
    """Every shape of the record with its fields."""
    lines = [
        "# The record\n",
        "One JSON object an event, as one document tells it; the same as struct columns in Parquet. Missing is `null` or `[]`, "
        "never a guess. A span is `[start, end]` in code points of the document's text. These names are a contract: a change "
        "to them is listed in the [changes](../project/changes.md).\n",
    ]
    for shape in shapes():
        lines += _told(shape)
    return "\n".join(lines)


def _told(shape: Any) -> Iterator[str]:
    yield f"## {shape.__name__}\n"
    yield f"{getdoc(shape)}\n"
    rows = ((f"`{each.name}`", _type(each), each.description) for each in fields_of(shape))
    yield from table(("field", "type", "what it is"), rows)


def _type(one: Field) -> str:
    name = (
        "date, ISO 8601"
        if one.is_date
        else _PLAIN.get(one.inner) or f"[{one.inner.__name__}](#{one.inner.__name__.lower()})"
    )
    return "list of " * one.is_list + name + " or null" * one.can_be_null
