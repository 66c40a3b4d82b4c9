"""Resource files as rows and records, each with its line; complaints name file and line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline.errors import ResourceError


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, its cells by column."""

    path: Path
    line: int
    cells: Mapping[str, str]

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a cell between bars."""
        return tuple(filter(None, self.cells[column].split("|")))

    def maybe(self, column: str) -> str | None:
        """The cell, or None where it is empty."""
        return self.cells[column] or None

    def number(self, column: str) -> float:
        """The cell as a number; ResourceError where it is none."""
        try:
            return float(self.cells[column])
        except ValueError:
            raise self.wrong(f"{column} is no number: {self.cells[column]!r}") from None

    def day(self, column: str, default: date) -> date:
        """The cell as a date, `2019` or `2019-04` being its first day; ResourceError where it is none."""
        if not (written := self.cells[column]):
            return default
        try:
            return date.fromisoformat(written + "-01" * (2 - written.count("-")))
        except ValueError:
            raise self.wrong(f"{column} is no date: {written!r}") from None

    def last_day(self, column: str, default: date) -> date:
        """The cell as a date, `2019` or `2019-04` being its last day; ResourceError where it is none."""
        first = self.day(column, default)
        parts = self.cells[column].count("-") if self.cells[column] else 2
        if parts == 2:
            return first
        months = 1 if parts else 12
        after = date(first.year + (first.month + months > 12), (first.month + months - 1) % 12 + 1, 1)
        return after - timedelta(days=1)

    def wrong(self, reason: str) -> ResourceError:
        """The complaint about this line."""
        return ResourceError(self.path, reason, self.line)


@dataclass(frozen=True, slots=True)
class Record:
    """One item of a YAML list, which is a mapping."""

    path: Path
    line: int
    content: Mapping[str, Any]

    def wrong(self, reason: str) -> ResourceError:
        """The complaint about this record."""
        return ResourceError(self.path, reason, self.line)


def resource(name: str) -> Path:
    """The path of a file that ships with Dateline, such as `actors/roles.yaml`."""
    return Path(str(files("dateline") / "resources")) / name


def tables(kind: str) -> list[Path]:
    """The tables of a kind, `offices`, `organisations` or `places`: the packaged ones, then those of the user."""
    packaged = resource("places") if kind == "places" else resource("actors") / kind
    folders = [packaged, *([own / kind] if (own := own_folder()) else [])]
    return [path for folder in folders for path in sorted(folder.glob("*.tsv"))]


def own_folder() -> Path | None:
    """The folder of the user's own tables, where one was named."""
    return _own[0] if _own else None


def use_own_folder(folder: Path | None) -> None:
    """Names the folder whose tables extend the packaged ones; before the first of them is read."""
    _own[:] = [folder] if folder else []


_own: list[Path] = []


def rows(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """The lines of a tab-separated table; ResourceError where its header or a line's width is another."""
    return (row_of(path, columns, number, cells) for number, cells in lines(path, columns))


def lines(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The same as numbers and bare cells, for tables of which but few lines are ever asked for."""
    written = _text(path).splitlines()
    header = "\t".join(columns)
    if not written or written[0] != header:
        raise ResourceError(path, f"the header is not {header!r}", 1)
    for number, line in enumerate(written[1:], 2):
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise ResourceError(path, f"{len(cells)} cells where {len(columns)} belong", number)
        yield number, cells


def row_of(path: Path, columns: Sequence[str], number: int, cells: Sequence[str]) -> Row:
    """A line with its cells by column."""
    return Row(path, number, dict(zip(columns, map(str.strip, cells), strict=True)))


def records(path: Path, required: Sequence[str], optional: Sequence[str] = ()) -> Iterator[Record]:
    """The mappings of a YAML list; ResourceError where one lacks a key, has an unknown one or is no mapping."""
    import yaml

    loader = yaml.CSafeLoader(_text(path))
    try:
        root = loader.get_single_node()
        if not isinstance(root, yaml.SequenceNode):
            raise ResourceError(path, "not a list", 1)
        for node in root.value:
            record = Record(path, node.start_mark.line + 1, loader.construct_document(node))
            _check(record, required, optional)
            yield record
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise ResourceError(path, f"not YAML: {error.problem}", line) from error
    finally:
        loader.dispose()


def _check(record: Record, required: Sequence[str], optional: Sequence[str]) -> None:
    if not isinstance(record.content, dict):
        raise record.wrong("not a mapping")
    if missing := [key for key in required if key not in record.content]:
        raise record.wrong(f"lacks {', '.join(missing)}")
    if unknown := [str(key) for key in record.content if key not in (*required, *optional)]:
        raise record.wrong(f"unknown key {', '.join(unknown)}")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ResourceError(path, "missing") from None
