"""The sample articles, which lie in the package, or beside it where Dateline runs from its repository."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.model import Document

if TYPE_CHECKING:
    from dateline.pipeline import Pipeline
    from dateline.web.coding import CodedArticle

_REPOSITORY = Path(__file__).parents[3] / "examples" / "articles"


def sample_articles() -> list[Path]:
    """The files, by name."""
    packaged = Path(str(files("dateline.resources"))) / "samples"
    return sorted((packaged if packaged.is_dir() else _REPOSITORY).glob("*.txt"))


def coded_samples(pipeline: "Pipeline") -> Iterator["CodedArticle"]:
    """Each of them as a database keeps it."""
    from dateline.export.record import records_of
    from dateline.readers.reading import read
    from dateline.web.coding import CodedArticle

    found = [each for each in read(map(str, sample_articles())) if isinstance(each, Document)]
    for document in pipeline.code(found):
        yield CodedArticle(document, records_of(document, pipeline.identity), pipeline.identity)
