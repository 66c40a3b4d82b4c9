"""The page of all settings, as `Settings` has them."""

from dataclasses import fields

from dateline.config import PREFIX, Settings
from dateline.export.codebook import table
from docs.generate.attributes import told


def settings() -> str:
    """Name, kind, default, environment and meaning of every setting."""
    meanings = told(Settings)
    header = ("setting", "kind", "default", "in the environment", "what it is")
    rows = (
        (
            f"`{each.name}`",
            each.type.__name__,
            f"`{each.default!r}`",
            f"`{PREFIX}{each.name.upper()}`",
            meanings[each.name],
        )
        for each in fields(Settings)
        if isinstance(each.type, type)
    )
    return "\n".join(["# Settings, listed\n", "[Settings](../settings.md) says more of each.\n", *table(header, rows)])
