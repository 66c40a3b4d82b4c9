"""A coder with the small rule book of the tests."""

import pytest

from dateline.coding.coder import EventCoder, load_event_coder
from tests.resources.rulebook import write_ontology, write_rules


@pytest.fixture(scope="session")
def coder(tmp_path_factory: pytest.TempPathFactory) -> EventCoder:
    folder = tmp_path_factory.mktemp("small")
    return load_event_coder(write_rules(folder), write_ontology(folder))
