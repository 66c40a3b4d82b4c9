"""The page of all layers, as the dataclasses in `dateline.model` have them."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from inspect import getdoc
from typing import Any, get_args, get_type_hints

from dateline import Document, Span
from dateline.export.codebook import table

HINTS = get_type_hints(Document, localns={"Doc": object})
MODULES = re.compile(r"\b(?:[a-z_]\w*\.)+(?=[A-Za-z])")
LAYERS = [each.name for each in fields(Document) if each.default is None]


def layers() -> str:
    """Every layer with the nouns that it is made of, and their fields with their types."""
    lines = ["# Layers, listed\n", f"{getdoc(Document)}\n", "In Python: `document.events[0].trigger.span`.\n"]
    for name in LAYERS:
        lines += [f"## {name}\n", f"[More](../layers/{name}.md).\n"]
        for noun in sorted(own_nouns(name), key=lambda noun: noun.__name__):
            lines += _told(noun)
    return "\n".join(lines)


def own_nouns(layer: str) -> set[type]:
    """The dataclasses that a layer is made of, without spans and what other layers are made of."""
    others = {Span, *(noun for each in LAYERS if each != layer for noun in nouns_in(HINTS[each]))}
    found: set[type] = set()
    waiting = set(nouns_in(HINTS[layer]))
    while waiting:
        found |= waiting
        waiting = {part for noun in waiting for hint in get_type_hints(noun).values() for part in nouns_in(hint)}
        waiting -= found | others
    return found


def nouns_in(hint: object) -> Iterator[type]:
    """The dataclasses that a type is or is built of, such as those of `tuple[Section, ...] | None`."""
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for part in get_args(hint):
        yield from nouns_in(part)


def _told(noun: Any) -> Iterator[str]:
    yield f"### {noun.__name__}\n"
    yield f"{getdoc(noun)}\n"
    hints = get_type_hints(noun)
    yield from table(("field", "type"), ((f"`{each.name}`", f"`{_type(hints[each.name])}`") for each in fields(noun)))


def _type(hint: object) -> str:
    """A type as one writes it, without the modules that its parts are from."""
    written = hint.__name__ if isinstance(hint, type) and not get_args(hint) else str(hint)
    return MODULES.sub("", written)
