"""The address carries the filters, and every link of the bar keeps the others."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from dateline.coding.coder import shipped
from dateline.errors import UsageError
from dateline.resources.ontology import load_ontology
from dateline.web.filterbar import FilterBar, read_bar

ONTOLOGY = load_ontology(shipped("ontology/plover.yaml"))
WORDS = st.fixed_dictionaries(
    {},
    optional={
        "type": st.lists(st.sampled_from(["ASSAULT", "AID"]), min_size=1, unique=True),
        "place": st.lists(st.sampled_from(["Sanga", "A & B", "100 %"]), min_size=1, unique=True),
        "since": st.just(["2024-05-31"]),
        "country": st.lists(st.sampled_from(["MLI", "Mali"]), min_size=1, unique=True),
    },
)


def bar(**words: str | list[str]) -> FilterBar:
    pairs = [(name, each) for name, value in words.items() for each in ([value] if isinstance(value, str) else value)]
    return read_bar("/events", QueryParams(pairs), ONTOLOGY)


@given(WORDS)
def test_the_address_reads_back_as_the_same_filters(words: dict[str, list[str]]) -> None:
    first = bar(**words)
    assert bar(**parse_qs(first.query().lstrip("?"))) == first


@given(WORDS)
def test_a_chip_takes_away_its_own_value_alone(words: dict[str, list[str]]) -> None:
    first = bar(**words)
    assert len(first.chips) == sum(map(len, words.values()))
    for chip in first.chips:
        left = bar(**parse_qs(urlsplit(chip.without).query))
        assert len(left.chips) == len(first.chips) - 1


def test_empty_fields_ask_nothing() -> None:
    assert bar(actor="  ", since="", type=["", "AID"]).words == {"type": ["AID"]}


def test_an_order_stays_and_a_cursor_goes() -> None:
    assert bar(order="-type", after="xyz", actor="Kone").query() == "?actor=Kone&order=-type"
    assert bar(order="-type", actor="Kone").filters == "?actor=Kone"


def test_changes_replace_and_remove() -> None:
    assert bar(type=["AID", "AGREE"]).query(type="ASSAULT", page=2) == "?type=ASSAULT&page=2"
    assert bar(type="AID").query(type=None) == ""


def test_a_page_about_something_stays_about_it() -> None:
    assert bar(actor="Kone", type="AID").narrowed(actor=("Mali",)).asked.actor == ("Mali",)


def test_a_value_that_cannot_be() -> None:
    with pytest.raises(UsageError, match="no country 'Atlantis'"):
        bar(country="Atlantis")
