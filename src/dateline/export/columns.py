"""Columns of tables: what they are called, what they hold, and what that means."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from dateline.knowledge.tables import Row, resource, rows

Kind = Literal["string", "integer", "number", "boolean", "date"]
Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column; a cell of kind `date` is text, ISO."""

    name: str
    kind: Kind
    description: str


@cache
def layout(name: str) -> tuple[Column, ...]:
    """The columns of a layout, such as `icews`, in its order; ResourceError where its table is wrong."""
    table = rows(resource(f"export/{name}.tsv"), ("name", "kind", "description"))
    return tuple(Column(row.cells["name"], kind_of(row), row.cells["description"]) for row in table)


def kind_of(row: Row) -> Kind:
    """The kind that a table gives; ResourceError where there is none of that name."""
    kind = row.cells["kind"]
    if kind not in get_args(Kind):
        raise row.wrong(f"no kind of cell {kind!r}")
    return cast(Kind, kind)
