"""`dateline kb`, as a user runs it."""

from pathlib import Path

from typer.testing import CliRunner, Result

from dateline.cli.main import app
from dateline.knowledge.offices import COLUMNS
from tests.knowledge.test_wikidata import TEXT

HEADER = "\t".join(COLUMNS)


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["kb", *(str(argument) for argument in arguments)])


def test_the_packaged_tables_pass() -> None:
    result = _run("check")
    assert result.exit_code == 0, result.stderr
    assert "0 complaints" in result.stdout


def test_a_table_of_ones_own_is_added_once(tmp_path: Path) -> None:
    table = tmp_path / "mayors.tsv"
    table.write_text(f"{HEADER}\nIngrid Vale\t\tfemale\tNOR\tmayor\t\t2011\t\t\n", "utf8")
    folder = tmp_path / "own"
    assert _run("add", table, "--knowledge", folder).exit_code == 0
    assert (folder / "offices" / "mayors.tsv").read_text("utf8") == table.read_text("utf8")
    again = _run("add", table, "--knowledge", folder)
    assert "exists; --replace writes over it" in str(again.exception)
    assert _run("add", table, "--knowledge", folder, "--replace").exit_code == 0
    assert _run("check", "--knowledge", folder).exit_code == 0


def test_a_wrong_table_is_refused_with_its_line(tmp_path: Path) -> None:
    table = tmp_path / "mayors.tsv"
    table.write_text(f"{HEADER}\nIngrid Vale\t\tfemale\tQQQ\tmayor\t\t2011\t\t\n", "utf8")
    result = _run("add", table, "--knowledge", tmp_path / "own")
    assert result.exit_code == 1
    assert "mayors.tsv:2: unknown country 'QQQ'" in result.stderr
    assert not (tmp_path / "own").exists()


def test_a_folder_must_be_named(tmp_path: Path) -> None:
    table = tmp_path / "mayors.tsv"
    table.write_text(f"{HEADER}\n", "utf8")
    assert "name a folder for your tables" in str(_run("add", table).exception)


def test_a_dump_of_wikidata_becomes_a_table(tmp_path: Path) -> None:
    dump = tmp_path / "dump.json"
    dump.write_text(TEXT, "utf8")
    result = _run("import", "wikidata", dump, "--knowledge", tmp_path / "own")
    assert result.exit_code == 0, result.stderr
    assert "2 lines in" in result.stdout
    assert "left out: 1 for office unknown" in result.stderr
    assert _run("check", "--knowledge", tmp_path / "own").exit_code == 0


PLACES = "name\tvariants\tadjectives\tfeature\tcountry\tresolution\tlatitude\tlongitude\tgeonameid"


def test_places_of_ones_own_are_added(tmp_path: Path) -> None:
    table = tmp_path / "camps.tsv"
    table.write_text(f"{PLACES}\nCamp Vale\tVale Camp\t\tCMPRF\tKEN\t5\t0.1\t40.2\t\n", "utf8")
    assert _run("add", table, "--knowledge", tmp_path / "own").exit_code == 0
    assert (tmp_path / "own" / "places" / "camps.tsv").exists()


def test_wrong_places_are_refused_each_with_its_line(tmp_path: Path) -> None:
    table = tmp_path / "camps.tsv"
    wrong = (
        "A\t\t\tPPL\tQQQ\t4\t1\t1\t",
        "B\t\t\tPPL\tKEN\t7\t1\t1\t",
        "C\t\t\tPPL\tKEN\t4\t91\t1\t",
        "D\t\t\tPPL\tKEN\t4\t1\t\t",
    )
    table.write_text("\n".join((PLACES, *wrong, "")), "utf8")
    result = _run("add", table, "--knowledge", tmp_path / "own")
    told = [line.rpartition("camps.tsv:")[2] for line in result.stderr.splitlines()]
    assert result.exit_code == 1
    assert told == [
        "2: unknown country 'QQQ'",
        "3: resolution is not 1 to 5: '7'",
        "4: no latitude: '91'",
        "5: latitude without the other",
    ]
