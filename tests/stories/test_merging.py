"""One happening in many reports."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dateline.export.record import records_of
from dateline.model import Document, Event, Magnitude, Place, Publication, Quantity, Span, Status, Timex, Toll
from dateline.stories.merging import Telling, merge
from tests.evaluate.examples import event
from tests.export.examples import CODER

TEXT = "Rebels attacked soldiers in Dorn. Militia"


def telling(
    document: str, told: Event, publisher: str | None = None, repeats: bool = False, voice: str = ""
) -> Telling:
    facts = Publication(publisher=publisher or f"paper of {document}", published=date(2024, 3, 4))
    named = replace(told, id=f"{document}-{told.id}")
    (record,) = records_of(Document(document, TEXT, publication=facts, events=(named,)), CODER)
    if voice:
        record["attribution"] = [voiced(voice)]
    return Telling(record, repeats)


def voiced(name: str) -> Any:
    return {"source": {"name": None, "text": name}, "content_span": [0, len(TEXT)]}


def attack(*, by: str = "Rebels", on: date | None = None, dead: int | None = None, at: Place | None = None,
           status: Status = "actual") -> Event:  # fmt: skip
    known = event(TEXT, "ASSAULT", (by,), ("soldiers",), countries={by: "XKX", "soldiers": "XKX"}, status=status)
    day = Timex(Span(0, 1), on, on, "day", "a.rule", "text") if on else None
    killed = Magnitude(dead=Quantity(dead, dead, dead, Span(0, 1)) if dead else None)
    return replace(known, date=day, location=at, magnitude=killed)


def place(name: str, latitude: float, longitude: float) -> Place:
    return Place(Span(0, 1), name, None, "XKX", None, latitude, longitude, "city", 4, "a.rule")


def test_reports_of_one_act_become_one_event() -> None:
    (found,) = merge("s", [telling("a", attack(dead=3)), telling("b", attack(dead=5)), telling("c", attack())])
    assert found.documents == ("a", "b", "c")
    assert found.events == ("a-ASSAULT-00", "b-ASSAULT-00", "c-ASSAULT-00")
    assert found.dead == Toll(3, 5)


def test_days_apart_places_apart_and_tolls_far_apart_are_other_acts() -> None:
    days = [telling("a", attack(on=date(2024, 3, 1))), telling("b", attack(on=date(2024, 3, 4)))]
    assert len(merge("s", days)) == 2
    near = [telling("a", attack(on=date(2024, 3, 1))), telling("b", attack(on=date(2024, 3, 2)))]
    assert len(merge("s", near)) == 1
    far = [telling("a", attack(at=place("Dorn", 1.0, 1.0))), telling("b", attack(at=place("Velm", 1.0, 3.0)))]
    assert len(merge("s", far)) == 2
    assert len(merge("s", [telling("a", attack(dead=4)), telling("b", attack(dead=40))])) == 2


def test_a_publisher_who_repeats_anothers_text_counts_once() -> None:
    reports = [telling("a", attack(), publisher="Wire"), telling("b", attack(), publisher="Echo", repeats=True)]
    (found,) = merge("s", reports)
    assert found.publishers == ("Wire",)
    assert found.documents == ("a", "b")


def test_who_asserts_and_who_denies_is_kept() -> None:
    reports = [
        telling("a", attack(), publisher="Wire", voice="the army"),
        telling("b", attack(status="negated"), publisher="Echo", voice="a rebel  spokesman"),
        telling("c", attack(), publisher="Post"),
    ]
    (found,) = merge("s", reports)
    assert (found.asserted_by, found.denied_by) == (("the army", "Post"), ("a rebel spokesman",))
    assert found.status == "actual"


def test_an_open_toll_stays_open() -> None:
    at_least = replace(attack(), magnitude=Magnitude(dead=Quantity(5, 5, None, Span(0, 1))))
    (found,) = merge("s", [telling("a", attack(dead=4)), telling("b", at_least)])
    assert found.dead == Toll(4, None)


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(1, 28)), max_size=12))
def test_every_mention_is_in_exactly_one_event_whatever_the_order(reports: list[tuple[str, int]]) -> None:
    every = [telling(f"{name}{number}", attack(on=date(2024, 2, day))) for number, (name, day) in enumerate(reports)]
    ids = [id for found in merge("s", every) for id in found.events]
    assert sorted(ids) == sorted(each.record["id"] for each in every)
