"""The sections of the newsroom, in the order of its menu; a new page adds its line here."""

from typing import NamedTuple


class Section(NamedTuple):
    """A word of the menu, where it leads, and whether the filters go with it."""

    name: str
    path: str
    is_filtered: bool


SECTIONS = (
    Section("Overview", "/", True),
    Section("Events", "/events", True),
    Section("Stories", "/stories", False),
    Section("World", "/world", False),
    Section("Search", "/search", False),
    Section("Review", "/review", False),
    Section("Try", "/try", False),
    Section("API", "/api", False),
)
