"""Cues that show who says something, read from data."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from dateline.knowledge.tables import records, resource

Takes = Literal["content", "quotation", "phrase", "noun", "medium", "addressed"]


@cache
def reporting_cues(path: Path | None = None) -> Mapping[Takes, frozenset[str]]:
    """Lemmas, or words with a space between them, by what they take; ResourceError for a kind that is none."""
    found: dict[Takes, frozenset[str]] = {}
    for record in records(path or resource("cues/reporting.yaml"), ("takes", "words")):
        kind = next((kind for kind in get_args(Takes) if kind == record.content["takes"]), None)
        if kind is None:
            raise record.wrong(f"nothing takes {record.content['takes']!r}")
        found[kind] = found.get(kind, frozenset()) | frozenset(record.content["words"])
    return found
