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
    """A field of one of the shapes that a record is made of.

    `inner` is its type without None and without the list around it; `kind` says more than its type: date, cameo, quad, status.
    """

    name: str
    inner: Any
    is_list: bool
    can_be_null: bool
    kind: str
    description: str

    @property
    def is_date(self) -> bool:
        return self.kind == "date"


@cache
def fields_of(shape: Any) -> tuple[Field, ...]:
    """The fields of a shape in the order of the contract; KeyError where one is not described."""
    return tuple(_field(shape.__name__, name, hint) for name, hint in get_type_hints(shape).items())


@cache
def shapes() -> tuple[Any, ...]:
    """All shapes that a record is made of, the record first."""
    return tuple(dict.fromkeys(_shapes(Record)))


def column(path: Sequence[str]) -> Column:
    """The column that holds what lies at a path; lists are told in text."""
    found = _fields_along(path)
    return Column("_".join(path), _kind(found), ": ".join(field.description for field in found))


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


def _field(shape: str, name: str, hint: Any) -> Field:
    known = [part for part in get_args(hint) if part is not NoneType]
    can_be_null = NoneType in get_args(hint)
    present = known[0] if can_be_null else hint
    is_list = get_origin(present) is list
    inner = get_args(present)[0] if is_list else present
    return Field(name, inner, is_list, can_be_null, *_descriptions()[shape, name])


@cache
def _descriptions() -> dict[tuple[str, str], tuple[str, str]]:
    table = rows(resource("export/fields.tsv"), ("shape", "field", "kind", "description"))
    return {(row.cells["shape"], row.cells["field"]): (row.cells["kind"], row.cells["description"]) for row in table}
