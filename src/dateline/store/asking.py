"""Questions over events, answered in rows."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from dateline.store.filters import EventFilter, conditions
from dateline.store.reading import Reader

Row = dict[str, Any]


def ask(reader: Reader, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
    """All rows of an answer."""
    return list(chain.from_iterable(batch.to_pylist() for batch in reader.ask(sql, parameters)))


def ask_events(reader: Reader, asked: EventFilter, sql: str, *parameters: object) -> list[Row]:
    """The rows of a question about the events that pass a filter; `{events}` in it stands for them, with what follows WHERE."""
    wanted = conditions(asked, reader.dialect)
    return ask(reader, sql.replace("{events}", f"FROM events WHERE {wanted.sql}"), (*wanted.parameters, *parameters))
