"""The data behind a view as a file."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import pyarrow as pa
from fastapi import APIRouter
from starlette.responses import Response

from dateline.export.answers import write_answer
from dateline.store import overview
from dateline.store.asking import Row
from dateline.store.course import course
from dateline.store.query import COLUMNS, RECORD, events_table
from dateline.store.reading import Answer, Reader
from dateline.web.newsroom import Database, Filters

router = APIRouter()
Ending = Literal["csv", "jsonl", "parquet"]
View = Literal["events", "timeline", "types", "dyads", "actors", "places"]
_MEDIA_TYPES: dict[Ending, str] = {
    "csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl", "parquet": "application/vnd.apache.parquet",
}  # fmt: skip
MOST = 100_000


@router.get("/download/{view}.{ending}")
def download(reader: Database, bar: Filters, view: View, ending: Ending) -> Response:
    """Rows of a view that pass the filter, as a CSV that is safe to open in a spreadsheet, as JSON lines or as Parquet."""
    with TemporaryDirectory(prefix="dateline-") as folder:
        path = Path(folder) / f"{view}.{ending}"
        write_answer(_answer(reader, bar, view), path)
        content = path.read_bytes()
    named = {"content-disposition": f'attachment; filename="dateline-{view}.{ending}"'}
    return Response(content, media_type=_MEDIA_TYPES[ending], headers=named)


def _answer(reader: Reader, bar: Filters, view: View) -> Answer:
    asked = bar.asked
    if view == "events":
        return events_table(reader, asked, [name for name in COLUMNS if name != RECORD])
    if view == "timeline":
        return _table(course(reader, asked).timeline)
    if view in ("dyads", "actors"):
        return _table(getattr(overview, view)(reader, asked, limit=MOST))
    return _table(overview.types(reader, asked) if view == "types" else overview.places(reader, asked))


def _table(rows: Sequence[Row]) -> Answer:
    table = pa.Table.from_pylist(list(rows))
    return table.to_reader()  # type: ignore[no-any-return]
