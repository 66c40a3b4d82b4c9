"""Whether what was read is a record of the contract's shape."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, is_typeddict

from dateline.export.fields import Field, fields_of
from dateline.export.format import ALL
from dateline.export.shape import Record

_NAMES: Mapping[type, str] = {str: "text", int: "an integer", float: "a number", bool: "true or false"}

_ENDS = 2
_CAMEO = re.compile(r"(0[1-9]|1\d|20)\d{0,2}")


def complaint(found: object) -> str | None:
    """The first thing that is wrong, by its path; None for a record."""
    return _in_shape(found, Record, "")


def _in_shape(found: object, shape: Any, path: str) -> str | None:
    if not isinstance(found, Mapping):
        return f"{path or 'it'} is not an object"
    for field in fields_of(shape):
        where = f"{path}.{field.name}" if path else field.name
        if field.name not in found:
            return f"{where} is missing"
        if wrong := _in_field(found[field.name], field, where):
            return wrong
    return None


def _in_field(found: object, field: Field, path: str) -> str | None:
    if found is None:
        return None if field.can_be_null else f"{path} is null"
    if not field.is_list:
        return _in_value(found, field.inner, path) or _in_kind(found, field.kind, path)
    if not isinstance(found, list):
        return f"{path} is not a list"
    if field.inner is int and len(found) != _ENDS:
        return f"{path} is not a start and an end"
    wrong = (_in_value(item, field.inner, f"{path}[{place}]") for place, item in enumerate(found))
    return next(filter(None, wrong), None)


def _in_value(found: object, kind: Any, path: str) -> str | None:
    if is_typeddict(kind):
        return _in_shape(found, kind, path)
    fits = isinstance(found, int | float if kind is float else kind) and isinstance(found, bool) == (kind is bool)
    return None if fits else f"{path} is not {_NAMES[kind]}"


def _in_kind(found: Any, kind: str, path: str) -> str | None:
    fits, name = _KINDS.get(kind, (_anything, ""))
    return None if fits(found) else f"{path} is not {name}: {found!r}"


def _anything(found: Any) -> bool:
    return True


def _is_date(found: str) -> bool:
    try:
        return date.fromisoformat(found).isoformat() == found
    except ValueError:
        return False


_KINDS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "date": (_is_date, "a date such as 2023-07-04"),
    "cameo": (lambda found: _CAMEO.fullmatch(found) is not None, "a CAMEO code of two to four digits"),
    "quad": (lambda found: found in (1, 2, 3, 4), "a quad class from 1 to 4"),
    "status": (lambda found: found in ALL, f"one of {', '.join(ALL)}"),
}
