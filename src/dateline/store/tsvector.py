"""Full-text search in PostgreSQL, over indexes that its migrations make."""

from typing import Any

from dateline.store.reading import Reader
from dateline.store.search import Hit, Unit, hit
from dateline.store.terms import wanted_query, web_query

_MARKS = "'StartSel=\"' || chr(2) || '\", StopSel=\"' || chr(3) || '\", '"
_FIND = """
    SELECT ts_headline('english', passage, sought, {marks} || '{options}') AS marked, document_id, title, publisher, published
    FROM (
        SELECT sought, {passage} AS passage, documents.id AS document_id, title, publisher, published
        FROM {tables}, websearch_to_tsquery('english', ?) AS sought
        WHERE to_tsvector('english', {searched}) @@ sought
        ORDER BY ts_rank(to_tsvector('english', {searched}), sought) DESC, documents.id, {order} LIMIT {limit}
    ) AS best
"""
_UNITS: dict[Unit, dict[str, str]] = {
    "document": {
        "tables": "documents",
        "passage": "documents.text",
        "searched": "coalesce(documents.title, '') || ' ' || documents.text",
        "options": "MaxWords=40, MinWords=20",
        "order": "documents.id",
    },
    "sentence": {
        "tables": """(
            SELECT document_id, number AS place, substr(documents.text, span_start + 1, span_end - span_start) AS text
            FROM sentences JOIN documents ON documents.id = document_id AND documents.coder_id = sentences.coder_id
            WHERE to_tsvector('english', coalesce(title, '') || ' ' || documents.text) @@ websearch_to_tsquery('english', ?)
        ) AS sentences JOIN documents ON documents.id = sentences.document_id""",
        "passage": "sentences.text",
        "searched": "sentences.text",
        "options": "HighlightAll=true",
        "order": "sentences.place",
    },
}


class PostgresIndex:
    """Finds passages in PostgreSQL."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def find(self, words: str, unit: Unit, limit: int) -> tuple[Hit, ...]:
        """Passages, the best first; sentences by their own words, documents by those of their title too."""
        sql = _FIND.format(marks=_MARKS, limit=int(limit), **_UNITS[unit])
        sought = (web_query(words),) if unit == "document" else (wanted_query(words), web_query(words))
        found: list[dict[str, Any]] = []
        for batch in self.reader.ask(sql, sought):
            found += batch.to_pylist()
        return tuple(hit(unit, row["marked"], row) for row in found)
