"""Adds coded documents to a database, many in one transaction; whatever is added twice is there once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dateline.errors import InputError
from dateline.model import CoderInfo, Document
from dateline.store.database import Database, Row
from dateline.store.rows import coder_id, document_row, finding_rows, text_hash
from dateline.store.story_corrections import forget

if TYPE_CHECKING:
    from dateline.export.shape import Record

BATCH = 512
"""Documents in a transaction."""
FINDINGS = ("sentences", "mentions", "actors", "times", "places", "attributions", "events", "parties", "relations")
"""Tables of what a run found in a document."""


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


class Store:
    """Keeps documents with what a coder found in them; made by `open_store`.

    What was added is in the database, whole, after `flush`, and before it not at all.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime] = _now) -> None:
        self.database = database
        self._clock = clock
        self._run: tuple[str, CoderInfo] | None = None
        self._documents: dict[str, Row] = {}
        self._findings: defaultdict[str, list[Row]] = defaultdict(list)

    def add(self, document: Document, records: "Sequence[Record]", coder: CoderInfo) -> None:
        """Keeps a document with the findings of one coder, a record to each event; other coders' stay.

        Another text of the same id takes the place of the first, with all that was found in it.
        """
        run = coder_id(coder)
        if document.id in self._documents or (self._run and self._run[0] != run) or len(self._documents) >= BATCH:
            self.flush()
        self._run = run, coder
        self._documents[document.id] = document_row(document, run)
        for table, rows in finding_rows(document, records, run).items():
            self._findings[table] += rows

    def is_coded(self, document: Document, coder: CoderInfo) -> bool:
        """Whether this coder's findings in this very text are in the database."""
        question = """
            SELECT 1 FROM codings JOIN documents ON documents.id = codings.document_id
            WHERE document_id = ? AND codings.coder_id = ? AND text_hash = ?
        """
        return bool(self.database.execute(question, [document.id, coder_id(coder), text_hash(document.text)]))

    def fail(self, errors: Iterable[InputError]) -> None:
        """Keeps what could not be coded, and why."""
        rows: list[Row] = [
            (each.where, each.line or 0, each.record or "", each.reason, self._clock()) for each in errors
        ]
        with self.database.transaction():
            self.database.insert_new("failures", rows, "place")

    def forgive(self, places: Sequence[str]) -> None:
        """Forgets what failed at these places."""
        with self.database.transaction():
            self.database.execute("DELETE FROM failures WHERE place = ANY(?)", [list(places)])

    def flush(self) -> None:
        """Writes what was added, in one transaction."""
        if self._run is None:
            return
        run, coder = self._run
        with self.database.transaction():
            self._write(run, coder)
        self._run, self._documents, self._findings = None, {}, defaultdict(list)

    def _write(self, run: str, coder: CoderInfo) -> None:
        database, now = self.database, self._clock()
        self._drop_other_texts()
        database.insert_new("runs", [(run, coder.version, coder.ontology, coder.model, coder.rules_hash, now)], "id")
        database.insert_new("documents", list(self._documents.values()), "id")
        new = database.insert_new("codings", [(each, run, now) for each in self._documents], "document_id")
        self._take_over(run, sorted(map(str, new)))
        for table in FINDINGS:
            place = 1 if table in ("events", "relations") else 0
            database.insert(table, [row for row in self._findings[table] if row[place] in new])

    def _take_over(self, run: str, documents: list[str]) -> None:
        """Makes the run the last one of documents that another run has coded before."""
        mine = "UPDATE documents SET coder_id = ? WHERE coder_id <> ? AND id = ANY(?) RETURNING id"
        others = [document for (document,) in self.database.execute(mine, [run, run, documents])]
        for table in ("events", "parties") if others else ():
            self.database.execute(f"UPDATE {table} SET is_last = FALSE WHERE document_id = ANY(?)", [others])

    def _drop_other_texts(self) -> None:
        """A document whose text has changed goes, with all that was found in it."""
        known = self.database.execute("SELECT id, text_hash FROM documents WHERE id = ANY(?)", [list(self._documents)])
        changed = [document for document, found in known if self._documents[str(document)][1] != found]
        if not changed:
            return
        forget(self.database, list(map(str, changed)))
        for table in ("codings", *FINDINGS):
            self.database.execute(f"DELETE FROM {table} WHERE document_id = ANY(?)", [changed])
        self.database.execute("DELETE FROM documents WHERE id = ANY(?)", [changed])
