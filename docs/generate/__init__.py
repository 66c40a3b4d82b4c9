"""The reference, made from the code whenever the site is built: `make docs`."""

from collections.abc import Iterator, Mapping

from docs.generate.commands import commands
from docs.generate.layers import layers
from docs.generate.ontology import ontology
from docs.generate.python import python
from docs.generate.record import record
from docs.generate.rules import rule_pages
from docs.generate.settings import settings


def pages() -> Mapping[str, str]:
    """The generated pages by their path in the site."""
    return dict(_pages())


def _pages() -> Iterator[tuple[str, str]]:
    yield "reference/commands.md", commands()
    yield "reference/settings.md", settings()
    yield "reference/record.md", record()
    yield "reference/layers.md", layers()
    yield "reference/ontology.md", ontology()
    yield "reference/python.md", python()
    yield from rule_pages().items()
