"""One DuckDB file for many readers and one writer at a time: it can be open for reading, or for writing, never for both."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class Turns:
    """Readers go together; a writer waits until they are gone, and those who come after it wait for it."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._readers, self._waiting, self._is_written = 0, 0, False

    @contextmanager
    def reading(self) -> Iterator[None]:
        """While no writer is at work or waits."""
        with self._changed:
            self._changed.wait_for(lambda: not (self._is_written or self._waiting))
            self._readers += 1
        try:
            yield
        finally:
            with self._changed:
                self._readers -= 1
                self._changed.notify_all()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Alone."""
        with self._changed:
            self._waiting += 1
            self._changed.wait_for(lambda: not (self._is_written or self._readers))
            self._waiting, self._is_written = self._waiting - 1, True
        try:
            yield
        finally:
            with self._changed:
                self._is_written = False
                self._changed.notify_all()
