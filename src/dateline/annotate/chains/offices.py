"""The sieve for offices: `the Russian president` is the one person whom the article, or else the table, gives it."""

from collections import defaultdict
from collections.abc import Sequence

from dateline.annotate.chains.items import Item
from dateline.annotate.chains.links import Links
from dateline.knowledge.offices import people
from dateline.model import Document


def offices(links: Links) -> None:
    """Joins a definite office to its one holder."""
    persons: dict[int, list[Item]] = defaultdict(list)
    for person in links.people:
        persons[links.root(person)].append(person)
    held = [(own, _known_office(links.document, own)) for own in persons.values()]
    for item in links.nouns:
        if item.form == "nominal" and item.is_definite and item.kind == "person":
            holder = links.only(own[0] for own, known in held if _holds(own, known, item))
            if holder is not None:
                links.join(holder, item, "chain.office")


def _holds(own: Sequence[Item], known: tuple[str, str] | None, nominal: Item) -> bool:
    """Whether somebody is said to hold the office, in a country that both name if both name one, or is known to."""
    assert nominal.role is not None
    word = nominal.role.word
    if any(person.role and person.role.word == word for person in own):
        of = {person.country for person in own if person.country} if nominal.country else set()
        if not of or nominal.country in of:
            return True
    return known is not None and known == (word, nominal.country)


def _known_office(document: Document, own: Sequence[Item]) -> tuple[str, str] | None:
    """Office and country of the person on the day of publication."""
    day = document.publication.published
    known = [person for item in own for person in people().named(item.name)] if day else []
    held = [tenure for person in known if day and (tenure := person.office_on(day))]
    return (held[0].office, held[0].country) if held else None
