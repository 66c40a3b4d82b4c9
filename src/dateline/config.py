"""Settings: from a TOML file, the environment (`DATELINE_LARGEST_ARTICLE=…`) and flags, the later winning."""

import os
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeGuard

from dateline.errors import UsageError

PREFIX = "DATELINE_"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set; sizes are bytes."""

    largest_article: int = 20_000_000
    """A larger file or record is refused, with its size."""
    largest_unpacked: int = 50_000_000_000
    """A compressed file is read no further than this many unpacked bytes."""
    threads: int = 1
    """Threads that the language model uses in one process."""
    model: str = ""
    """Folder of a language model to use instead of the one in the package."""
    knowledge: str = ""
    """Folder of tables of one's own, people and organisations, that are read beside the packaged ones."""
    ontology: str = ""
    """Folder of event rules to use instead of the ones in the package."""
    rules_only: bool = False
    """Whether rules alone decide, without the scorer."""


def load_settings(
    path: Path | None = None, environment: Mapping[str, str] = os.environ, flags: Mapping[str, object] | None = None
) -> Settings:
    """Settings from a file if one is named, then the environment, then flags that are not None.

    Raises UsageError for an unknown name, with the nearest known one, and for a value of the wrong kind.
    """
    settings = settings_of(read_toml(path, "settings file") if path else {}, str(path), environment)
    return _set(settings, {key: value for key, value in (flags or {}).items() if value is not None}, "a flag")


def settings_of(values: Mapping[str, object], where: str, environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from a table, then the environment; `where` is what complaints call the table."""
    settings = _set(Settings(), values, where)
    named = {key[len(PREFIX) :].lower(): value for key, value in environment.items() if key.startswith(PREFIX)}
    return _set(settings, named, "the environment")


def read_toml(path: Path, what: str) -> dict[str, Any]:
    """The table of a TOML file; raises UsageError where there is none, with `what` the file should be."""
    try:
        return tomllib.loads(path.read_text("utf8"))
    except FileNotFoundError as error:
        raise UsageError(f"there is no {what} {path}") from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not TOML: {error}") from error


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a TOML file, asked key by key; `where` is what complaints call it."""

    where: str
    values: Mapping[str, Any]

    def refuse_unknown(self, known: Sequence[str]) -> None:
        """Raises UsageError for a key that is not known, with the nearest that is."""
        for key in self.values:
            if key not in known:
                raise UsageError(f"{self.where}: unknown key {key}; {_nearest(key, known)}")

    def required(self, key: str, fits: Callable[[Any], bool], wanted: str) -> Any:
        """The value; raises UsageError where it is missing or does not fit."""
        if key not in self.values:
            raise UsageError(f"{self.where}: lacks {key}, {wanted}")
        return self.optional(key, fits, wanted, None)

    def optional(self, key: str, fits: Callable[[Any], bool], wanted: str, default: Any) -> Any:
        """The value or, where there is none, the default; raises UsageError where it does not fit."""
        value = self.values.get(key, default)
        if key in self.values and not fits(value):
            raise UsageError(f"{self.where}: {key} must be {wanted}, not {value!r}")
        return value


def is_text(value: object) -> TypeGuard[str]:
    """Whether a value of a table is a string with something in it."""
    return isinstance(value, str) and bool(value)


def is_count(value: object) -> TypeGuard[int]:
    """Whether a value of a table is a whole number above 0."""
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _set(settings: Settings, values: Mapping[str, object], where: str) -> Settings:
    kinds = {field.name: field.type for field in fields(Settings)}
    changes: dict[str, Any] = {}
    for name, value in values.items():
        if name not in kinds:
            raise UsageError(f"unknown setting {name} in {where}; {_nearest(name, list(kinds))}")
        changes[name] = _converted(name, value, kinds[name], where)
    return replace(settings, **changes)


def _nearest(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, 1)
    return f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"


def _converted(name: str, value: object, kind: object, where: str) -> int | str | bool:
    if kind is str:
        return str(value)
    if kind is bool:
        return _truth(name, value, where)
    if isinstance(value, bool) or not str(value).isdecimal() or int(str(value)) < 1:
        raise UsageError(f"{name} in {where} must be a whole number above 0, not {value!r}")
    return int(str(value))


def _truth(name: str, value: object, where: str) -> bool:
    known = {"true": True, "false": False}
    if str(value).lower() not in known:
        raise UsageError(f"{name} in {where} must be true or false, not {value!r}")
    return known[str(value).lower()]
