"""What each field of a record means, by its path."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict

from dateline.export.columns import Column, Kind
from dateline.export.shape import Record
from dateline.knowledge.tables import resource, rows

_KINDS: dict[type, Kind] = {str: "string", int: "integer", float: "number", bool: "boolean"}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of one of the shapes that a record is made of; `kind` says more than its type: date, cameo, quad, status."""

    name: str
    shape: str
    hint: Any
    kind: str
    description: str

    @property
    def inner(self) -> Any:
        """Its type without None and without the list around it."""
        return _inner(self.hint)

    @property
    def is_list(self) -> bool:
        return get_origin(_present(self.hint)) is list

    @property
    def is_date(self) -> bool:
        return self.kind == "date"

    @property
    def can_be_null(self) -> bool:
        return NoneType in get_args(self.hint)


@cache
def fields_of(shape: Any) -> tuple[Field, ...]:
    """The fields of a shape in the order of the contract; KeyError where one is not described."""
    described = _descriptions()
    return tuple(
        Field(name, shape.__name__, hint, *described[shape.__name__, name])
        for name, hint in get_type_hints(shape).items()
    )


@cache
def shapes() -> tuple[Any, ...]:
    """All shapes that a record is made of, the record first."""
    return tuple(dict.fromkeys(_shapes(Record)))


def column(path: Sequence[str]) -> Column:
    """The column that holds what lies at a path; lists are told in text."""
    found = _fields_along(path)
    last = found[-1]
    words = ": ".join([*(each.description for each in found[:-1] if each.inner), last.description])
    return Column("_".join(path), _kind(found), words)


def _fields_along(path: Sequence[str]) -> list[Field]:
    shape: Any = Record
    found: list[Field] = []
    for name in path:
        found.append(next(field for field in fields_of(shape) if field.name == name))
        shape = found[-1].inner
    return found


def _kind(path: Sequence[Field]) -> Kind:
    if any(field.is_list for field in path):
        return "string"
    return "date" if path[-1].is_date else _KINDS[path[-1].inner]


def _shapes(shape: Any) -> Iterator[Any]:
    yield shape
    for field in fields_of(shape):
        if is_typeddict(field.inner):
            yield from _shapes(field.inner)


def _present(hint: Any) -> Any:
    """The type without None."""
    known = [part for part in get_args(hint) if part is not NoneType]
    return known[0] if NoneType in get_args(hint) else hint


def _inner(hint: Any) -> Any:
    present = _present(hint)
    return get_args(present)[0] if get_origin(present) is list else present


@cache
def _descriptions() -> dict[tuple[str, str], tuple[str, str]]:
    table = rows(resource("export/fields.tsv"), ("shape", "field", "kind", "description"))
    return {(row.cells["shape"], row.cells["field"]): (row.cells["kind"], row.cells["description"]) for row in table}
