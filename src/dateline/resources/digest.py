"""A short name for the exact content of folders of rules."""

import hashlib
from pathlib import Path

DIGITS = 12


def digest_of(*folders: Path) -> str:
    """The first hexadecimal digits of the SHA-256 of all files below the folders, their names included."""
    total = hashlib.sha256()
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
            for part in (path.relative_to(folder).as_posix().encode(), path.read_bytes()):
                total.update(len(part).to_bytes(8, "big") + part)
    return total.hexdigest()[:DIGITS]
