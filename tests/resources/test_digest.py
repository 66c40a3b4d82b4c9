"""The digest follows every byte and every name."""

from pathlib import Path

from dateline.resources.digest import digest_of


def test_it_changes_with_content_and_with_names_only(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("x")
    first = digest_of(tmp_path)
    assert digest_of(tmp_path) == first
    (tmp_path / "a.yaml").write_text("y")
    second = digest_of(tmp_path)
    (tmp_path / "a.yaml").rename(tmp_path / "b.yaml")
    assert len({first, second, digest_of(tmp_path)}) == 3
