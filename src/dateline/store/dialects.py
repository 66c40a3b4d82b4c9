"""Where the SQL of the two databases differs: what lies at a path in an event's record, and how a parameter is marked."""

from dataclasses import dataclass
from itertools import count
from typing import ClassVar, Protocol


class Dialect(Protocol):
    """Writes the same question in the SQL of one database; paths are SQL/JSON's (`$.actor[*].name`)."""

    @property
    def row(self) -> str: ...

    def text(self, path: str) -> str: ...

    def texts(self, path: str) -> str: ...

    def holds(self, column: str) -> str: ...

    def marked(self, sql: str) -> str: ...


@dataclass(frozen=True, slots=True)
class DuckDialect:
    """DuckDB's; `row` tells rows of a table apart as long as nothing is written."""

    row: ClassVar = "events.rowid"

    def text(self, path: str) -> str:
        """One value as text."""
        return f"json_extract_string(events.record, '{path}')"

    def texts(self, path: str) -> str:
        """A list of texts."""
        return f"json_extract_string(events.record, '{path}')"

    def holds(self, column: str) -> str:
        """Whether a list has a parameter in it."""
        return f"list_contains({column}, ?)"

    def marked(self, sql: str) -> str:
        """DuckDB knows parameters by `?`."""
        return sql


@dataclass(frozen=True, slots=True)
class PostgresDialect:
    """PostgreSQL's."""

    row: ClassVar = "events.ctid"

    def text(self, path: str) -> str:
        """One value as text."""
        return f"(jsonb_path_query_first(CAST(events.record AS JSONB), '{path}') #>> '{{}}')"

    def texts(self, path: str) -> str:
        """A list of texts."""
        found = f"jsonb_path_query_array(CAST(events.record AS JSONB), '{path}')"
        return f"ARRAY(SELECT jsonb_array_elements_text({found}))"

    def holds(self, column: str) -> str:
        """Whether a list has a parameter in it, as its inverted index can tell."""
        return f"{column} @> ARRAY[CAST(? AS TEXT)]"

    def marked(self, sql: str) -> str:
        """PostgreSQL knows parameters by number."""
        numbers = count(1)
        return "".join(f"${next(numbers)}" if sign == "?" else sign for sign in sql)
