"""What a given name tells of whoever bears it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from dateline.knowledge.roles import Gender
from dateline.knowledge.tables import resource, rows


@cache
def given_names(path: Path | None = None) -> Mapping[str, Gender]:
    """Genders by given name; names that both bear are not in it. ResourceError where a line is wrong."""
    found: dict[str, Gender] = {}
    for row in rows(path or resource("actors/given_names.tsv"), ("name", "gender")):
        name, gender = row.cells["name"], row.cells["gender"]
        if name in found:
            raise row.wrong(f"{name!r} is given twice")
        if gender == "female":
            found[name] = "female"
        elif gender == "male":
            found[name] = "male"
        else:
            raise row.wrong(f"gender is neither female nor male: {gender!r}")
    return found
