"""XML, written as it comes."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write."""


class Xml:
    """Writes elements, indented by their depth."""

    def __init__(self, file: TextIO) -> None:
        self.file, self.depth = file, 0

    @contextmanager
    def within(self, name: str, **attributes: object) -> Iterator[None]:
        """An element around what is written inside."""
        self._line(f"<{name}{_written(attributes)}>")
        self.depth += 1
        yield
        self.depth -= 1
        self._line(f"</{name}>")

    def element(self, name: str, text: str = "", **attributes: object) -> None:
        """An element with text or nothing in it; attributes that are None are left out."""
        start = f"<{name}{_written(attributes)}"
        self._line(f"{start}>{escape(_legal(text))}</{name}>" if text else f"{start}/>")

    def _line(self, line: str) -> None:
        self.file.write("  " * self.depth + line + "\n")


@contextmanager
def document(path: Path) -> Iterator[Xml]:
    """A new document."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        yield Xml(file)


def _written(attributes: Mapping[str, object]) -> str:
    """Python's own words are written with a line below at the end: `for_`, `class_`; `__` is a colon."""
    named = ((name.rstrip("_").replace("__", ":"), value) for name, value in attributes.items() if value is not None)
    return "".join(f" {name}={quoteattr(_legal(str(value)))}" for name, value in named)


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
