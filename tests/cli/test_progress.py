"""Progress never changes what passes through it."""

from dateline.cli.progress import counted


def test_everything_passes_when_standard_error_is_no_terminal() -> None:
    assert list(counted(iter(range(5)))) == [0, 1, 2, 3, 4]
