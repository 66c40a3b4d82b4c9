"""Dates as files write them."""

from datetime import date

import pytest

from dateline.readers.dates import read_date


@pytest.mark.parametrize(
    "written",
    ["2023-07-04", " 2023-07-04 ", "2023-07-04T23:30:00Z", "2023-07-04 23:30", "20230704", "4 July 2023", "4 Jul 2023",
     "July 4, 2023", "Jul 4, 2023", "Tuesday, July 4, 2023", "2023/07/04", "Tue, 04 Jul 2023 10:00:00 +0200"],
)  # fmt: skip
def test_one_day_in_many_forms(written: str) -> None:
    assert read_date(written) == date(2023, 7, 4)


@pytest.mark.parametrize("written", ["soon", "2023-13-01", "31 June 2023", "04/07/2023", "", "Tuesday"])
def test_what_is_no_date_or_could_be_two_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="not a date: .*write it as 2023-07-04"):
        read_date(written)
