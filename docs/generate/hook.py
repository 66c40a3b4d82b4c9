"""What `mkdocs build` calls: it adds the generated pages and those that lie elsewhere in the repository, and lists all."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from posixpath import normpath, relpath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from docs.generate import pages

ROOT = Path(__file__).parent.parent.parent
LINK = re.compile(r"\[([^\]]*)\]\(([^)#:\s]+)(#[\w-]+)?\)")
RESULTS = re.compile(r"<!-- results: (.+?) -->")
"""Where a page shows a section of benchmarks/RESULTS.md."""
ELSEWHERE: Mapping[str, str] = {
    "README.md": "project/readme.md",
    "CHANGELOG.md": "project/changes.md",
    "CONTRIBUTING.md": "project/contributing.md",
    "SECURITY.md": "project/security.md",
    "benchmarks/RESULTS.md": "project/results.md",
    "corpus/README.md": "project/corpus.md",
    "corpus/GUIDELINES.md": "project/guidelines.md",
    "training/README.md": "project/training.md",
}
"""Pages that lie outside docs/, with their places in the site."""
FOLDERS = {"Commands": "commands", "Event types": "events", "Layers": "layers", "Formats": "exports"}
"""Parts of the reference that have a page a thing."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Lists under Reference every page of the folders, so that none has to be named by hand."""
    (reference,) = (part["Reference"] for part in config.nav or () if "Reference" in part)
    listed: list[dict[str, Any]] = [
        {title: [f"{folder}/{path.name}" for path in sorted((ROOT / "docs" / folder).glob("*.md"))]}
        for title, folder in FOLDERS.items()
    ]
    rules = sorted(path for path in pages() if path.startswith("reference/rules/") and not path.endswith("index.md"))
    reference += [*listed, {"Rules": ["reference/rules/index.md", *rules]}]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the pages that are made or lie elsewhere."""
    for path, text in (*pages().items(), *_elsewhere()):
        files.append(File.generated(config, path, content=text))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Puts in the figures, and turns links that lead out of docs/ to their place in the site."""
    with_figures = RESULTS.sub(lambda match: results(match[1]), markdown)
    return relinked(with_figures, PurePosixPath("docs", page.file.src_uri), page.file.src_uri)


def results(title: str) -> str:
    """A section of the results, without its heading; LookupError where there is none of that title."""
    for section in (ROOT / "benchmarks" / "RESULTS.md").read_text("utf8").split("\n## ")[1:]:
        heading, _, body = section.partition("\n")
        if heading.startswith(title):
            return body.strip()
    raise LookupError(f"benchmarks/RESULTS.md has no section {title!r}, which a page of docs/ shows")


def _elsewhere() -> Iterator[tuple[str, str]]:
    for source, place in ELSEWHERE.items():
        yield place, relinked((ROOT / source).read_text("utf8"), PurePosixPath(source), place)


def relinked(markdown: str, source: PurePosixPath, place: str) -> str:
    """A text that lies at `source` in the repository with its links as they must be at `place` in the site."""

    def turned(match: re.Match[str]) -> str:
        words, target, part = match[1], normpath(source.parent / match[2]), match[3] or ""
        if source.parts[0] == "docs" and target.startswith("docs/"):
            return match[0]
        inside = ELSEWHERE.get(target) or (target.removeprefix("docs/") if target.startswith("docs/") else None)
        return f"[{words}]({relpath(inside, PurePosixPath(place).parent)}{part})" if inside else words

    return LINK.sub(turned, markdown)
