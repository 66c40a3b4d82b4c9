"""Publication dates as files write them."""

from collections.abc import Callable
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_WRITTEN = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%A, %B %d, %Y", "%A, %d %B %Y", "%Y/%m/%d")


def read_date(written: str) -> date:
    """The day of an ISO date or time, an e-mail date, or a date in words; ValueError where it is none."""
    plain = " ".join(written.split())
    for reading in (datetime.fromisoformat, *map(_as, _WRITTEN), parsedate_to_datetime):
        try:
            return reading(plain).date()
        except ValueError:
            continue
    raise ValueError(f"not a date: {written!r}; write it as 2023-07-04")


def _as(form: str) -> Callable[[str], datetime]:
    return lambda written: datetime.strptime(written, form)
