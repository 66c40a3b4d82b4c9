"""Tables of codes: complete, consistent with the ontology and the rules, and mapped as the other data sets have them."""

import pytest
import yaml

from dateline.export import codes
from dateline.knowledge.countries import countries
from dateline.knowledge.tables import resource
from dateline.resources.ontology import load_ontology

PLOVER = load_ontology(resource("ontology/plover.yaml"))
SECTORS = "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split()


def test_every_cameo_code_with_a_value_has_words() -> None:
    assert set(PLOVER.goldstein_scale) <= set(codes.acts())


def test_a_code_without_words_has_those_above_it() -> None:
    assert codes.act("1999") == codes.act("19") == "Fight"
    assert codes.act("99") == "99"


def test_every_country_has_codes() -> None:
    missing = [each.code for each in countries().all if codes.state(each.code) is None]
    assert not missing
    assert all(len(known.fips) == 2 and len(known.cameo) == 3 for known in map(codes.state, _states()) if known)


def test_numbers_of_states_are_their_own() -> None:
    numbers = [known.cow for known in map(codes.state, _states()) if known and known.cow]
    assert len(numbers) == len(set(numbers)) > 190
    assert [known.cow for known in map(codes.state, ("USA", "DEU", "YEM", "VNM", "RUS")) if known] == [
        "2",
        "255",
        "679",
        "816",
        "365",
    ]


def test_all_sectors_are_known() -> None:
    assert sorted(codes.sectors()) == sorted(SECTORS)


def test_rules_that_are_reciprocal_are_those_of_that_frame() -> None:
    files = sorted(resource("en/events").glob("*.yaml"))
    rules = [rule for path in files for rule in yaml.safe_load(path.read_text("utf8"))["rules"]]
    assert codes.reciprocal_rules() == {rule["id"] for rule in rules if rule.get("frame") == "with-each-other"}


@pytest.mark.parametrize(
    ("country", "sectors", "code", "known"),
    [
        ("SDN", ("MIL",), "SDNMIL", ("SDN", "", ("MIL",))),
        ("ROU", ("JRN", "MED"), "ROMMEDHLH", ("ROM", "", ("MED", "HLH"))),
        ("UNO", (), "IGOUNO", ("", "UNO", ("IGO",))),
        ("EUR", ("GOV",), "IGOEUREECGOV", ("EUR", "EEC", ("IGO", "GOV"))),
        ("NGO", ("MED",), "NGOHLH", ("", "", ("NGO", "HLH"))),
        (None, ("REL", "CVL", "UNK"), "CVL", ("", "", ("CVL",))),
        (None, (), "", ("", "", ())),
    ],
)
def test_actors_in_cameo(country: str | None, sectors: tuple[str, ...], code: str, known: tuple[object, ...]) -> None:
    found = codes.cameo_actor(country, sectors)
    assert found.code == code
    assert (found.country, found.group, found.types) == known


@pytest.mark.parametrize(("cameo", "quad"), [("030", 1), ("0841", 2), ("112", 3), ("138", 3), ("145", 4), ("2042", 4)])
def test_quads_of_cameo_roots(cameo: str, quad: int) -> None:
    assert codes.cameo_quad(cameo) == quad


def test_icews_names_countries_its_own_way() -> None:
    assert [codes.icews_country(code) for code in ("RUS", "FRA", "UNO", None)] == [
        "Russian Federation",
        "France",
        None,
        None,
    ]


def _states() -> list[str]:
    return sorted({each.code for each in countries().all})
