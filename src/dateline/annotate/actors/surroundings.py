"""The country that a sentence, or else the article, plays in: for "police" in a report from Lima."""

from collections import Counter, defaultdict
from collections.abc import Container
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from dateline.annotate.actors.words import is_backing
from dateline.knowledge.countries import Country, countries
from dateline.knowledge.gazetteer import CITY, Entry, candidates
from dateline.knowledge.peoples import people_named
from dateline.nlp.metonymy import is_locative
from dateline.nlp.syntax import name_span

_SCENE, _NAMED, _DESCRIBED, _DOUBTFUL = 3.0, 2.0, 1.0, 0.5
"""What a place where something happens, a country by name, one by its adjective, and a lesser town elsewhere weigh."""
_MOST = 0.6
"""The share of an article's weight that its country must have."""
_LARGE = 200_000
"""People in a city that an organisation may be named after."""
_DATELINE_WORDS = 6
_DASHES = frozenset({"-", "–", "—", ":"})

Tally = dict[str, float]


class Surroundings:
    """The countries spoken of in a document's sentences, each sentence read once."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._tallies: dict[int, Tally] = {}

    def country_of_sentence(self, word: Token, alone: bool = False) -> str | None:
        """The country of the word's sentence, if one outweighs the others, or if it is `alone`."""
        return _leading(self._tally(word.sent), 1.0 if alone else 0.0)

    def country_of_name(self, name: Words) -> str | None:
        """The country of a city in an organisation's name: `Lahore High Court`."""
        cities = (self._city(word.text, least=_LARGE) for word in name if word.pos_ == "PROPN")
        return next((country for country, _ in filter(None, cities)), None)

    @cached_property
    def country_of_article(self) -> str | None:
        """The country that most of the article speaks of."""
        total: Tally = defaultdict(float)
        for sentence in self._doc.sents:
            for code, weight in self._tally(sentence).items():
                total[code] += weight
        return _leading(total, _MOST)

    @cached_property
    def spoken_of(self) -> tuple[str, ...]:
        """The codes of countries that the article names or describes, most first."""
        named = (_named(word) for word in self._doc if word.text[0].isupper())
        return tuple(code for code, _ in Counter(filter(None, named)).most_common())

    def _tally(self, sentence: Words) -> Tally:
        if (known := self._tallies.get(sentence.start)) is None:
            known = self._tallies[sentence.start] = self._weighed(sentence)
        return known

    def _weighed(self, sentence: Words) -> Tally:
        """Countries first, then cities: one of many of its name is where the sentence is already.

        A lesser town that is in none of the sentence's countries may be one that the gazetteer does not know.
        """
        tally: Tally = defaultdict(float)
        cities: list[str] = []
        for word in sentence:
            if not word.text[0].isupper() or _is_inner(word) or is_backing(word):
                continue
            if weighed := _weight(word, sentence):
                tally[weighed[0]] += weighed[1]
            elif word.ent_type_ == "LOC" or _opens(word, sentence):
                cities.append(name_span(word).text)
        told = tuple(tally)
        for country, people in filter(None, (self._city(name, near=told) for name in dict.fromkeys(cities))):
            is_sure = not told or country in told or people >= _LARGE
            tally[country] += _SCENE if is_sure else _DOUBTFUL
        return tally

    def _city(self, name: str, near: Container[str] = (), least: int = 0) -> tuple[str, int] | None:
        """Country and people of the city of that name that is near or spoken of in the article, else of the largest."""
        cities = [entry for entry in candidates(name) if entry.country and _is_city(entry, least)]
        for codes in (near, self.spoken_of):
            cities = [entry for entry in cities if entry.country in codes] or cities
        best = max(cities, key=lambda entry: entry.population, default=None)
        return (best.country, best.population) if best and best.country else None


def _is_city(entry: Entry, least: int) -> bool:
    """Whether it is a town or a division; a name is given by a town of some size alone."""
    return entry.population >= least and (entry.feature.startswith("PPL") if least else entry.resolution >= CITY - 1)


def _weight(word: Token, sentence: Words) -> tuple[str, float] | None:
    """The country that a word names or describes, and what this weighs."""
    known = countries()
    name = name_span(word).text
    if country := known.named(name) or known.by_capital.get(name):
        return country.code, _SCENE if is_locative(word) or _opens(word, sentence) else _NAMED
    if word.ent_type_ == "LOC":
        return None
    described = _pair(word) or known.of_word(word.text)
    people = people_named(word.text)
    code = described.code if described else people.country if people else None
    return (code, _DESCRIBED) if code else None


def _is_inner(word: Token) -> bool:
    """Whether a longer name around it stands for it."""
    return bool(word.ent_type_) and name_span(word).root.i != word.i


def _named(word: Token) -> str | None:
    country = _pair(word) or countries().of_word(word.text) or countries().by_capital.get(word.text)
    return country.code if country else None


def _pair(word: Token) -> Country | None:
    """The country that the word names together with the one before it: `South Sudanese`."""
    return countries().of_word(word.doc[max(word.i - 1, 0) : word.i + 1].text) if word.i else None


def _opens(word: Token, sentence: Words) -> bool:
    """Whether it stands in a dateline: `LIMA, Peru (Reuters) -`."""
    early = word.i - sentence.start < _DATELINE_WORDS
    return early and word.text.isupper() and any(each.text in _DASHES for each in sentence[: _DATELINE_WORDS * 2])


def _leading(tally: Tally, least: float) -> str | None:
    """The heaviest, if it is alone and has at least that share."""
    ranked = sorted(tally.items(), key=lambda weighed: -weighed[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0] if ranked[0][1] >= least * sum(tally.values()) else None
