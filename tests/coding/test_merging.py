"""Which mentions tell of one event, and what is left of them."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.coding.merging import is_same, merged
from dateline.model import Event, Evidence, Participant, Place, Span, Timex
from tests.export.examples import raid
from tests.make import actor

TOGO = Participant(Span(60, 64), actor("c8", "Togo", "state", country="TGO"))
MALI = Participant(Span(60, 64), actor("c9", "Mali", "state", country="MLI"))
LATER = Timex(Span(150, 156), date(2024, 3, 4), date(2024, 3, 4), "day", "time.weekday", "publication")


def again(**changed: object) -> Event:
    """The raid told once more, in another sentence."""
    told = replace(
        raid(), id="e-99", sentence=Span(120, 200), sentence_index=1, trigger=Evidence(Span(130, 136), "assault.raid")
    )
    return replace(told, **changed)  # type: ignore[arg-type]


def test_an_event_told_twice_is_one_with_two_mentions() -> None:
    (event,) = merged([raid(), again()])
    assert event.id == raid().id
    assert [(other.id, other.sentence_index) for other in event.mentions] == [("e-99", 1)]


def test_what_only_another_mention_tells_is_taken_over() -> None:
    (event,) = merged([replace(raid(), location=None, recipient=()), again()])
    assert event.location == raid().location
    assert event.recipient == raid().recipient


@pytest.mark.parametrize(
    "changed",
    [
        {"type": "COERCE"},
        {"actor": (TOGO,)},
        {"recipient": (MALI,)},
        {"date": LATER},
        {"modes": ("drone",)},
        {"location": replace(raid().location or Place(Span(0, 1), "", 0, "", "", 0, 0, "", 0, ""), geonameid=8)},
    ],
)
def test_what_cannot_be_of_one_event_keeps_two_apart(changed: dict[str, object]) -> None:
    assert not is_same(raid(), again(**changed))


def test_a_posture_is_dropped_beside_the_attack_on_the_same() -> None:
    posture = again(type="MOBILIZE")
    assert [event.type for event in merged([raid(), posture])] == ["ASSAULT"]
    assert len(merged([raid(), replace(posture, recipient=(MALI,))])) == 2
