"""CAMEO roots and countries."""

from datetime import date
from typing import Any

import pytest

from dateline.evaluate.gold import Case
from dateline.evaluate.petrarch import PetrarchSentence, countries, read, score
from dateline.model import Event
from tests.evaluate.examples import event

TEXT = "Oslo met Lima and bombed Quito."
COUNTRIES = {"Oslo": "NOR", "Lima": "PER", "Quito": "ECU"}


def line(*events: tuple[str, str, str], day: str = "20140301") -> dict[str, Any]:
    gold = [{"cameo": cameo, "actor": actor, "recipient": recipient} for cameo, actor, recipient in events]
    return {"id": "g", "date": day, "text": TEXT, "events": gold}


def case(gold: list[tuple[str, str, str]], *events: Event) -> Case[PetrarchSentence]:
    return Case(read(line(*gold)), events)


def met(*who: str) -> Event:
    return event(TEXT, "CONSULT", who, cameo="043", countries=COUNTRIES)


def bombed(whom: str = "Quito") -> Event:
    return event(TEXT, "ASSAULT", ["Oslo"], [whom], cameo="1951", countries=COUNTRIES)


def figure(cases: list[Case[PetrarchSentence]], name: str) -> float | None:
    found = score(cases).figures[name]
    return found.value if found else None


def test_the_root_is_enough_and_each_gold_event_counts() -> None:
    cases = [case([("190", "NOR", "ECU"), ("042", "NOR", "PER"), ("112", "NOR", "ECU")], bombed(), met("Oslo"))]
    assert figure(cases, "root") == pytest.approx(2 / 3)
    assert figure(cases, "events a sentence") == 2


def test_countries_must_be_those_of_an_event_with_the_root() -> None:
    cases = [case([("190", "NORGOV", "PERMIL")], bombed(), met("Oslo", "Lima"))]
    assert figure(cases, "root, actor country") == 1
    assert figure(cases, "root, recipient country") == 0
    assert figure(cases, "root, both countries") == 0


def test_those_who_meet_may_stand_in_either_list() -> None:
    cases = [case([("040", "PER", "NOR"), ("040", "NOR", "PER")], met("Oslo", "Lima"))]
    assert figure(cases, "root, both countries") == 1


def test_a_side_without_a_country_is_not_asked_for_one() -> None:
    cases = [case([("190", "---REB", "ECU")], bombed())]
    assert figure(cases, "root, actor country") is None
    assert figure(cases, "root, recipient country") == 1


@pytest.mark.parametrize(
    ("code", "known"),
    [("USAGOV", {"USA"}), ("---MIL", set()), ("IGOUNOMIL", {"IGO", "UNO"}), ("IGO", {"IGO"}), ("IMGMUSISI", {"IMG"})],
)
def test_countries_of_an_actor_code(code: str, known: set[str]) -> None:
    assert countries(code) == known


def test_each_wrong_sentence_has_its_kind() -> None:
    cases = [
        case([("190", "NOR", "ECU")], bombed()),
        case([], bombed()),
        case([]),
        case([("190", "NOR", "ECU")]),
        case([("170", "NOR", "ECU")], bombed()),
        case([("190", "PER", "NOR")], bombed()),
    ]
    assert [fault.kind for fault in score(cases).faults] == [
        "coded without a gold event", "nothing coded", "wrong root", "right root, wrong country of actor and recipient",
    ]  # fmt: skip
    assert figure(cases, "eventless coded") == 0.5


def test_the_date_is_read_where_it_is_one() -> None:
    assert read(line()).document.publication.published == date(2014, 3, 1)
    assert read(line(day="140301")).document.publication.published is None


@pytest.mark.parametrize("wrong", [("1", "NOR", "ECU"), ("190", "", "ECU"), ("190", "NOR", "Ecuador")])
def test_codes_that_are_none_are_refused(wrong: tuple[str, str, str]) -> None:
    with pytest.raises(ValueError, match="no CAMEO code"):
        read(line(wrong))
