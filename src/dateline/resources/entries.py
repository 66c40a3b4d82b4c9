"""YAML whose values know their lines, so that every complaint can say where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from dateline.errors import ResourceError


@dataclass(frozen=True, slots=True)
class Entry:
    """A value in a YAML file: a scalar, a list or a mapping, with the file and line where it begins."""

    path: Path
    node: yaml.Node

    @property
    def line(self) -> int:
        return int(self.node.start_mark.line) + 1

    def wrong(self, reason: str) -> ResourceError:
        """The complaint about this place."""
        return ResourceError(self.path, reason, self.line)

    @property
    def is_list(self) -> bool:
        return isinstance(self.node, yaml.SequenceNode)

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.node, yaml.MappingNode)

    def text(self) -> str:
        """The scalar as written; ResourceError where this is no scalar or is empty."""
        if not isinstance(self.node, yaml.ScalarNode) or not self.node.value:
            raise self.wrong("a word belongs here")
        return str(self.node.value)

    def number(self) -> float:
        """The scalar as a number; ResourceError where it is none."""
        try:
            return float(self.text())
        except ValueError:
            raise self.wrong(f"not a number: {self.node.value!r}") from None

    def items(self) -> list["Entry"]:
        """The elements of a list, or the value itself where one stands alone; ResourceError for a mapping."""
        if self.is_mapping:
            raise self.wrong("a list belongs here, not a mapping")
        return [Entry(self.path, node) for node in self.node.value] if self.is_list else [self]

    def texts(self) -> tuple[str, ...]:
        """The scalars of a list."""
        return tuple(item.text() for item in self.items())

    def pairs(self) -> Iterator[tuple["Entry", "Entry"]]:
        """Keys and values of a mapping; ResourceError for anything else and for a key given twice."""
        if not self.is_mapping:
            raise self.wrong("a mapping belongs here")
        seen: set[str] = set()
        for key, value in self.node.value:
            name = Entry(self.path, key)
            if name.text() in seen:
                raise name.wrong(f"{name.text()!r} is given twice")
            seen.add(name.text())
            yield name, Entry(self.path, value)

    def fields(self, required: Sequence[str], optional: Sequence[str] = ()) -> dict[str, "Entry"]:
        """The values of a mapping by key; ResourceError for a missing or an unknown key."""
        found: dict[str, Entry] = {}
        for key, value in self.pairs():
            if key.text() not in (*required, *optional):
                raise key.wrong(f"unknown key {key.text()!r}; known: {', '.join((*required, *optional))}")
            found[key.text()] = value
        if missing := [key for key in required if key not in found]:
            raise self.wrong(f"lacks {', '.join(missing)}")
        return found


def read_entry(path: Path) -> Entry:
    """The whole of a YAML file; ResourceError where it is missing, empty or no YAML."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except FileNotFoundError:
        raise ResourceError(path, "missing") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise ResourceError(path, f"not YAML: {error.problem}", line) from error
    if node is None:
        raise ResourceError(path, "empty")
    return Entry(path, node)
