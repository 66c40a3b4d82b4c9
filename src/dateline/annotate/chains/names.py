"""Sieves for names: the same name, its acronym, its parts."""

import re
from collections import defaultdict
from collections.abc import Iterator

from dateline.annotate.chains.items import Item
from dateline.annotate.chains.links import Links
from dateline.knowledge.countries import countries
from dateline.knowledge.organisations import organisation_named
from dateline.nlp.metonymy import is_locative

_ACRONYM = re.compile(r"[A-Z][A-Za-z&+.-]*[A-Z+]\.?|[A-Z]{2,}")
_BRACKET = re.compile(r"[^.()]{0,60}\(")


def same_name(links: Links) -> None:
    """Equal names; countries under any of their names; a capital that acts apart from one where things happen."""
    first: dict[tuple[str, ...], Item] = {}
    for item in links.names:
        links.join(first.setdefault(_key(item), item), item, "chain.same-name")


def _key(item: Item) -> tuple[str, ...]:
    if country := countries().named(item.name):
        return ("country", country.name)
    if item.name in countries().by_capital:
        return ("place" if is_locative(item.head) else "government", item.name)
    if item.mention.label != "PER" and (body := organisation_named(item.name)):
        return ("organisation", body.name)
    return ("name", item.name.casefold())


def acronyms(links: Links) -> None:
    """A name and the acronym in brackets after it: `Shanghai Cooperation Organisation (SCO)`."""
    for full, short in zip(links.names, links.names[1:], strict=False):
        between = links.document.text[full.mention.head.end : short.mention.head.start]
        if _BRACKET.fullmatch(between) and _abbreviates(short.name, full):
            links.join(full, short, "chain.acronym")


def _abbreviates(short: str, item: Item) -> bool:
    initials = [word[0] for word in re.findall(r"\w+", item.name) if word[0].isupper()]
    return bool(_ACRONYM.fullmatch(short)) and [c for c in short if c.isupper()] == initials


def parts_of_names(links: Links) -> None:
    """A surname, or the first words of an organisation's name, where one longer name alone has it."""
    wholes: dict[str, list[Item]] = defaultdict(list)
    for item in links.names:
        for part in _parts(item):
            wholes[part].append(item)
    for item in links.names:
        longer = (whole for whole in wholes.get(item.name, ()) if _may_be_part(item, whole))
        if (whole := links.only(longer)) is not None:
            links.join(whole, item, "chain.part-of-name")


def _parts(item: Item) -> Iterator[str]:
    """What may stand for a longer name: of a person's its end, its first word, both; of an organisation's its beginning."""
    words = item.name.split()
    if item.mention.label == "PER" and len(words) > 1:
        yield from (" ".join(words[first:]) for first in range(1, len(words)))
        yield words[0]
        if len(words) > 2:
            yield f"{words[0]} {words[-1]}"
    elif item.mention.label == "ORG":
        yield from (" ".join(words[:last]) for last in range(1, len(words)))


def _may_be_part(short: Item, whole: Item) -> bool:
    labels = ("PER", None) if whole.mention.label == "PER" else ("ORG", "PER", None)
    return short.index != whole.index and short.mention.label in labels
