"""Words that show who says, thinks or feels something."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from dateline.knowledge.tables import records, resource

Takes = Literal[
    "content", "attitude", "stance", "oblique", "adjective", "noun", "hedge", "phrase",
    "addressed", "medium", "light", "denial", "response", "factive",
]  # fmt: skip


@cache
def reporting_cues(path: Path | None = None) -> Mapping[Takes, frozenset[str]]:
    """Lemmas, or words with a space between them, by what they take; ResourceError for a kind that is none."""
    found: dict[Takes, frozenset[str]] = {}
    for record in records(path or resource("cues/reporting.yaml"), ("takes", "words"), ("examples",)):
        kind = next((kind for kind in get_args(Takes) if kind == record.content["takes"]), None)
        if kind is None:
            raise record.wrong(f"nothing takes {record.content['takes']!r}")
        found[kind] = found.get(kind, frozenset()) | frozenset(record.content["words"])
    return found


@cache
def saying_verbs() -> frozenset[str]:
    """Verbs that take what is said or thought for their content."""
    return reporting_cues()["content"] | reporting_cues()["attitude"]


@cache
def reporting_verbs() -> frozenset[str]:
    """All verbs that show whose words or views something is, without their prepositions."""
    return saying_verbs() | reporting_cues()["stance"]


def cue_examples(path: Path | None = None) -> list[str]:
    """The examples of all cues, with brackets around source, cue and content."""
    found = records(path or resource("cues/reporting.yaml"), ("takes", "words"), ("examples",))
    return [example for record in found for example in record.content.get("examples", ())]
