"""Everything that Dateline raises on purpose.

DatelineError
├── UsageError            what the user asked for cannot be done: a flag, a path, a setting
│   └── CompositionError  stages in an order that cannot work
├── InputError            what was given to read is bad; carries file, line and reason
│   ├── UnreadableFile    missing, empty, binary, too large
│   ├── BadRecord         one record of a file: not JSON, lacks its text, a date that is no date
│   ├── UnreachablePage   a page or feed that cannot be fetched, for now or for good
│   └── UnsupportedLanguage
├── RunError              a run cannot go on: no room on the disk, workers that die before they begin
├── ResourceError         a rule, table or lexicon is wrong; carries file and line
└── AtlasError            the table of places cannot be made; carries its path
"""

from pathlib import Path


class DatelineError(Exception):
    """Root of the tree; its text is fit to be shown to a user."""


class UsageError(DatelineError):
    """What the user asked for cannot be done."""


class CompositionError(UsageError):
    """An annotator stands before one that gives what it needs."""


class InputError(DatelineError):
    """Input that cannot be coded: where it is, why, and what to do."""

    def __init__(self, where: str | Path, reason: str, line: int | None = None, record: str | None = None) -> None:
        self.where, self.reason, self.line, self.record = str(where), reason, line, record
        place = self.where if line is None else f"{self.where}:{line}"
        super().__init__(f"{place}: {reason}" if record is None else f"{place} ({record}): {reason}")

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """Errors travel between processes with all their facts."""
        return type(self), (self.where, self.reason, self.line, self.record)


class UnreadableFile(InputError):
    """A file that is missing, empty, binary or too large."""


class BadRecord(InputError):
    """One record of a file that cannot be read."""


class UnreachablePage(InputError):
    """A page or feed that cannot be fetched; `passing` where another time may help."""

    def __init__(self, where: str, reason: str, passing: bool) -> None:
        super().__init__(where, reason)
        self.passing = passing

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """Errors travel between processes with all their facts."""
        return type(self), (self.where, self.reason, self.passing)


class UnsupportedLanguage(InputError):
    """Text in a language that no rules are written for."""


class RunError(DatelineError):
    """A run cannot go on; what it has finished is kept."""


class ResourceError(DatelineError):
    """A rule, table or lexicon that is wrong, with its file and line."""

    def __init__(self, path: str | Path, reason: str, line: int | None = None) -> None:
        self.path, self.reason, self.line = str(path), reason, line
        super().__init__(f"{self.path}: {reason}" if line is None else f"{self.path}:{line}: {reason}")


class AtlasError(DatelineError):
    """The table of places could not be made from the packages that ship it."""

    def __init__(self, path: str | Path, reason: str) -> None:
        self.path, self.reason = str(path), reason
        super().__init__(f"{self.path}: the table of places cannot be made: {reason}")
