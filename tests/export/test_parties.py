"""Who an actor is, and the pairs that an event makes."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.parties import pairs, party
from dateline.export.shape import Record
from tests.export.examples import an_actor, raid_record, with_sides

A, B, C = (an_actor(name) for name in ("Ana Reyes", "Bo Lund", "Cy Marsh"))


@pytest.mark.parametrize(
    ("rule", "actors", "recipients", "expected"),
    [
        ("assault.raid", [A], [B], [(A, B)]),
        ("assault.raid", [A, B], [C], [(A, C), (B, C)]),
        ("assault.raid", [A, B], [], [(A, None), (B, None)]),
        ("consult.meet", [A, B], [], [(A, B), (B, A)]),
        ("consult.meet", [A], [], [(A, None)]),
        ("assault.raid", [], [B], [(None, B)]),
        ("assault.raid", [], [], [(None, None)]),
    ],
)
def test_pairs(rule: str, actors: list[object], recipients: list[object], expected: list[object]) -> None:
    assert pairs(_ruled(rule, actors, recipients)) == expected


@given(st.integers(1, 4), st.integers(1, 4))
def test_each_actor_meets_each_recipient_once(left: int, right: int) -> None:
    actors = [an_actor(f"Actor {number}") for number in range(left)]
    recipients = [an_actor(f"Recipient {number}") for number in range(right)]
    assert pairs(_ruled("consult.meet", actors, recipients)) == list(product(actors, recipients))


@pytest.mark.parametrize(
    ("facts", "key", "name"),
    [
        ({"name": "Moscow", "kind": "state", "country": "RUS", "sector": ["GOV"]}, "RUS", "Russia"),
        ({"name": "Ana Reyes", "wikidata": "Q1"}, "Q1", "Ana Reyes"),
        ({"name": "Ana Reyes", "country": "PER"}, "ana reyes|PER", "Ana Reyes"),
        ({"name": "Army of the North"}, "army of the north|", "Army of the North"),
        ({"name": "police in Cusco", "country": "PER", "sector": ["COP", "GOV"]}, "*|PER|COP", "Police (Peru)"),
        ({"name": "Police", "text": "Police", "span": [0, 6], "sector": ["COP"]}, "*||COP", "Police"),
        ({"name": "Fatah", "text": "Fatah", "span": [9, 14], "country": "PSE"}, "fatah|PSE", "Fatah"),
        ({"name": None, "text": "they"}, "*|", "Unidentified"),
        ({"name": "envoys", "country": "UNO"}, "*|UNO", "Unidentified (United Nations)"),
    ],
)
def test_whom_an_actor_is(facts: dict[str, object], key: str, name: str) -> None:
    found = party({**an_actor(None), **facts}, raid_record())  # type: ignore[typeddict-item]
    assert (found.key, found.name) == (key, name)


def _ruled(rule: str, actors: list[object], recipients: list[object]) -> Record:
    record = with_sides(raid_record(), actors, recipients)
    return {**record, "trigger": {**record["trigger"], "rule": rule}}
