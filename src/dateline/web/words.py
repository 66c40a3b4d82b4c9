"""Values in words, for templates."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from dateline.export import codes
from dateline.export.codebook import meanings
from dateline.store.names import whole


def quad(number: int) -> str:
    """A quad class, 1 to 4."""
    return codes.QUADS[number - 1]


def country(code: str | None) -> str:
    """A country or body by its code; the code where it has no name."""
    return codes.country_name(code) if code else ""


def sector(code: str) -> str:
    """What a sector's code stands for, in lower case."""
    return codes.sector(code).name.lower() if code in codes.sectors() else code


def meaning(code: str, kind: str = "type") -> str:
    """What a code of the ontology means, or nothing."""
    return meanings().get((kind, code)) or ""


def day(value: date | str | None) -> str:
    """A day as it is read aloud: 4 July 2024."""
    if value is None:
        return ""
    found = date.fromisoformat(value) if isinstance(value, str) else value
    return f"{found.day} {found:%b %Y}"


def days(start: date | str | None, end: date | str | None) -> str:
    """One day, or from the first to the last."""
    first, last = day(start), day(end)
    return first or last if first == last or not (first and last) else f"{first} – {last}"


def number(value: float) -> str:
    """A count with its thousands apart."""
    return f"{value:,}"


def signed(value: float | None) -> str:
    """A score, with a true minus."""
    return "" if value is None else f"{value:+.1f}".replace("-", "−").replace("+0.0", "0.0")


def many(count: int, noun: str, plural: str = "") -> str:
    """`1 event`, `2,345 events`."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def joined(values: Sequence[Any] | None) -> str:
    """Values with commas between."""
    return ", ".join(str(value) for value in values or () if value)


def bond(kind: str) -> str:
    """A kind of relation as it is said of its subject."""
    return _BONDS[kind]


def spaced(name: str) -> str:
    """The name of a column in words."""
    return name.replace("_", " ")


def cell(value: object) -> str:
    """What stands in a column of any kind."""
    if isinstance(value, (list, tuple)):
        return joined(value)
    return "" if value is None else str(value)


def query(fields: Mapping[str, str]) -> str:
    """The question mark of an address and its fields, without those that are empty."""
    return f"?{urlencode({name: value for name, value in fields.items() if value})}"


_BONDS = {
    "holds-office": "holds", "former-office": "held", "leads": "leads", "member-of": "is a member of",
    "ally-of": "stands with", "located-in": "is in", "part-of": "is part of",
}  # fmt: skip

FILTERS: dict[str, Callable[..., str]] = {
    "quad": quad, "country": country, "sector": sector, "meaning": meaning, "day": day, "days": days, "number": number, "signed": signed,
    "many": many, "joined": joined, "whole": whole, "bond": bond, "query": query, "spaced": spaced, "cell": cell,
}  # fmt: skip
