"""The table of towns and divisions: made once, whole or not at all, and at hand."""

import sqlite3
from pathlib import Path

import pytest

from dateline.errors import AtlasError
from dateline.knowledge import atlas, atlas_making
from dateline.knowledge.atlas_making import Division
from dateline.knowledge.place_kinds import kind_after, kind_before, without_kind
from dateline.knowledge.place_names import abbreviations, guarded_words


@pytest.fixture
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def test_a_name_is_looked_up_in_its_folded_form() -> None:
    assert "Lima" in {row[0] for row in atlas.look_up("lima")}
    assert atlas.look_up("qxyzzy") == []


def test_the_user_s_cache_comes_first(empty_cache: Path) -> None:
    assert atlas._folders()[0] == empty_cache / "dateline"


def test_a_table_that_cannot_be_made_says_why(empty_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atlas.sys, "executable", "/bin/false")
    with pytest.raises(AtlasError, match="cannot be made"):
        atlas._made()


def test_half_a_table_is_never_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(table: sqlite3.Connection) -> None:
        raise KeyError("name")

    monkeypatch.setattr(atlas_making, "_fill", broken)
    with pytest.raises(KeyError):
        atlas_making.make(tmp_path / "table.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_a_division_lies_between_its_towns_nearer_the_larger() -> None:
    towns = [{"latitude": 0.0, "longitude": 0.0, "population": 9}, {"latitude": 4.0, "longitude": 8.0, "population": 1}]
    division = Division("D", "NOR", "D", "ADM1", towns)
    assert (division.point, division.population) == ((1.0, 2.0), 10)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Province of Samar", "samar"),
        ("Basra Governorate", "basra"),
        ("County Donegal", "donegal"),
        ("Adair County", ""),
    ],
)
def test_the_word_for_the_kind_is_dropped(name: str, short: str) -> None:
    assert list(without_kind(name)) == ([short] if short else [])


def test_words_beside_a_name_tell_its_kind() -> None:
    assert (kind_after("province"), kind_before("city of"), kind_before("Mount")) == ("region", "city", "natural")
    assert kind_after("minister") is None


def test_short_forms_and_guards_are_read() -> None:
    assert (abbreviations()["Ky."].name, abbreviations()["Ky."].alone) == ("Kentucky", False)
    assert abbreviations()["N.J."].alone
    assert "Reading" in guarded_words("word") and "Jordan" in guarded_words("given-name")
