"""Toponyms: the words of a text that may name a place, and the guards against those that name something else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from dateline.knowledge.countries import countries
from dateline.knowledge.gazetteer import COUNTRY, STATE, Entry, candidates, regions_by_adjective
from dateline.knowledge.naming import bare, folded
from dateline.knowledge.place_names import abbreviations, guarded_words

_LONGEST = 5
_LARGE = 50_000
"""People from whom a town is known by its name alone, where that stands within another name."""
_LOCATIVE = frozenset("in at near around outside inside across from to of into toward towards through between".split())
_JOINS = frozenset(["DET", "PUNCT", "PART"])


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words that may name a place, the name to look up, and the rule that saw it."""

    words: Words
    name: str
    rule: str
    entries: tuple[Entry, ...] = field(repr=False)


def toponyms(doc: Doc) -> list[Toponym]:
    """Names of places, then those that stand within other names or that the name model passed over, then adjectives."""
    seen = [name for name in doc.ents if name.label_ == "LOC"]
    known = frozenset(folded(_without_mark(name).text) for name in seen)
    named = [each for name in seen for each in _named(name, known)]
    others = [each for name in doc.ents if name.label_ != "LOC" for each in _within_other(name, known)]
    taken = {word.i for each in (*named, *others) for word in each.words}
    others += [each for each in _passed_over(doc, known) if taken.isdisjoint(word.i for word in each.words)]
    taken |= {word.i for each in others for word in each.words}
    adjectives = [each for each in _adjectives(doc) if taken.isdisjoint(word.i for word in each.words)]
    found = [each for each in (*named, *others) if not _is_person(each)]
    return sorted((*found, *adjectives), key=lambda each: each.words.start)


def _named(name: Words, known: frozenset[str]) -> Iterator[Toponym]:
    """A name of a place; where nothing is known of the whole, the places known within it."""
    words = _without_mark(name)
    if entries := _meant(words):
        yield Toponym(words, words.text, "place.name", entries)
    else:
        yield from _parts(words, lambda part, entries: _is_known(part, entries, known))


def _within_other(name: Words, known: frozenset[str]) -> Iterator[Toponym]:
    """`Turkey` as an actor, the `Kentucky` of the Kentucky State Police; of a person's words only what begins them."""
    words = _without_mark(name)
    if name.label_ == "ORG":
        if (entries := _meant(words)) and not _is_word(words):
            yield Toponym(words, words.text, "place.metonym", entries)
        elif not entries or len(words) > 1:
            yield from _parts(words, lambda part, entries: _is_known(part, entries, known), "place.in-name")
    else:
        first = (each for each in _parts(words, lambda part, entries: _is_sure(part, entries), "place.in-name"))
        yield from (each for each in first if each.words.start == name.start)


def _passed_over(doc: Doc, known: frozenset[str]) -> Iterator[Toponym]:
    """Countries and the like that no name has, and what is named as a place elsewhere in the text."""
    for sentence in doc.sents:
        free = sentence[:]
        yield from _parts(
            free,
            lambda part, entries: (
                not any(word.ent_type_ for word in part)
                and (_is_country(part, entries) or (folded(part.text) in known and not _is_word(part)))
            ),
            "place.unmarked",
        )


def _parts(
    words: Words, accepts: Callable[[Words, tuple[Entry, ...]], bool], rule: str = "place.part"
) -> Iterator[Toponym]:
    """The longest places within words, from the left."""
    read_to = words.start
    for first in words:
        if first.i < read_to or not _may_begin_name(first):
            continue
        for end in range(min(words.end, first.i + _LONGEST), first.i, -1):
            part = words.doc[first.i : end]
            if _may_end_name(part[-1]) and (entries := _meant(part)) and accepts(part, entries):
                yield Toponym(part, part.text, rule, entries)
                read_to = end
                break


def _may_begin_name(word: Token) -> bool:
    return word.text[0].isupper() and word.pos_ not in _JOINS


def _may_end_name(word: Token) -> bool:
    return word.pos_ not in _JOINS and word.pos_ != "VERB"


def _meant(words: Words) -> tuple[Entry, ...]:
    """What a name may mean; an abbreviation that could be a word only after the name of a place within it."""
    if short := abbreviations().get(words.text):
        if short.alone or _follows_place(words):
            return tuple(each for each in candidates(short.name) if each.country == short.country)
        return ()
    return tuple(candidates(words.text))


def _follows_place(words: Words) -> bool:
    start = words.start
    return start > 1 and words.doc[start - 1].text == "," and words.doc[start - 2].text[0].isupper()


def _is_known(part: Words, entries: tuple[Entry, ...], known: frozenset[str]) -> bool:
    if _is_word(part):
        return False
    large = any(each.population >= _LARGE and each.resolution >= STATE for each in entries)
    return folded(part.text) in known or large or any(each.resolution <= STATE for each in entries)


def _is_sure(part: Words, entries: tuple[Entry, ...]) -> bool:
    """A country, or a dateline's capitals that ran into the name of a person."""
    shouted = part.text.isupper() and len(part.text) > 3 and not part.doc[part.end : part.end + 1].text.isupper()
    return _is_country(part, entries) or (shouted and any(each.population >= _LARGE for each in entries))


def _is_country(part: Words, entries: tuple[Entry, ...]) -> bool:
    short = part.text in abbreviations()
    plain = len(part) > 1 or not _is_given_name(part.text)
    return short or (plain and any(each.resolution == COUNTRY for each in entries) and not _is_word(part))


def _is_given_name(name: str) -> bool:
    return name in guarded_words("given-name")


def _is_word(part: Words) -> bool:
    return bare(part.text) in guarded_words("word")


def _is_person(toponym: Toponym) -> bool:
    """`Washington said` where the text has a Denzel Washington, unless the words before it tell of a place."""
    words = toponym.words
    if len(words) > 1 or toponym.rule == "place.in-name" or _is_at(words):
        return False
    persons = (name for name in words.doc.ents if name.label_ == "PER" and len(name) > 1)
    return any(name[-1].text == words.text for name in persons)


def _is_at(words: Words) -> bool:
    before = words.doc[words.start - 1].lower_ if words.start else ""
    after = words.doc[words.end].text if words.end < len(words.doc) else ""
    return before in _LOCATIVE or after == ","


def _adjectives(doc: Doc) -> Iterator[Toponym]:
    """Countries and continents by their adjectives: `the Turkish capital`, `European banks`."""
    for word in doc:
        if word.text[0].isupper() and _describes(word):
            pair = doc[max(word.i - 1, 0) : word.i + 1]
            yield from _adjective(pair) or _adjective(doc[word.i : word.i + 1])


def _adjective(words: Words) -> list[Toponym]:
    country = countries().by_adjective.get(words.text)
    name = country.name if country else regions_by_adjective().get(words.text)
    entries = tuple(candidates(name)) if name else ()
    own = tuple(each for each in entries if country is None or each.country == country.code)
    return [Toponym(words, words.text, "place.adjective", own[:1])] if own else []


def _describes(word: Token) -> bool:
    return word.ent_type_ != "LOC" and (word.pos_ == "ADJ" or word.dep_ in ("amod", "compound"))


def _without_mark(name: Words) -> Words:
    return name[:-1] if len(name) > 1 and name[-1].tag_ == "POS" else name
