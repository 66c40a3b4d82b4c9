"""Actors: what each chain refers to, composed from the words of its mentions first and from the tables second."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as Words
from spacy.tokens import Token

from dateline.annotate.actors.findings import ROLE, TITLE, Finding, merged
from dateline.annotate.actors.surroundings import Surroundings
from dateline.annotate.actors.words import (
    PARTLY_RECOGNISED,
    bare_title,
    beside,
    colour_of,
    country_of_word,
    is_backing,
    is_former,
    is_name_part,
    is_unknown,
    is_vague,
    is_worldly,
    led_by,
    nearest_first,
    role_at,
    titles_of,
)
from dateline.knowledge.countries import countries
from dateline.knowledge.genders import gender_told
from dateline.knowledge.identities import (
    Identity,
    Setting,
    clearest,
    codes_in,
    government_of_capital,
    identities_of_name,
)
from dateline.knowledge.naming import bare
from dateline.knowledge.organisation_words import sector_of_organisation
from dateline.knowledge.organisations import Organisation, organisation_named
from dateline.knowledge.peoples import people_named
from dateline.knowledge.roles import Role, role_of
from dateline.model import Actor, ActorKind, Candidate, Chain, Document, Mention
from dateline.nlp.metonymy import is_locative
from dateline.nlp.spans import words_of
from dateline.nlp.syntax import name_span, oblique_of, possessor_of

_MEMBERS = frozenset({"member", "nation", "country", "state", "ally", "partner"})
_BODIES = frozenset({"organisation", "group"})
_COMPANY, _LOCAL = "MNC", frozenset({"LAB", "CVL"})
"""Whoever works for a company of many countries is of one all the same."""
_OFFICES = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "UNK", "ELI"})
_OFFICIAL = frozenset({"GOV", "UNK", "MIL", "COP", "LEG"})
_OF_SENTENCE, _OF_ARTICLE = "actor.country-of-sentence", "actor.country-of-article"
_GUESSED = frozenset({_OF_SENTENCE, _OF_ARTICLE})


@dataclass(frozen=True, slots=True)
class ActorAnnotator:
    """An actor for each chain that may act politically; storms, shares and months get none."""

    needs: tuple[str, ...] = ("mentions", "chains")
    gives: str = "actors"

    def __call__(self, document: Document) -> Document:
        assert document.chains is not None
        reader = _Reader(document)
        found = (reader.actor_of(chain.id) for chain in document.chains)
        return replace(document, actors=tuple(actor for actor in found if actor is not None))


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where somebody is from: a code, and PRE for an entity that is but partly recognised."""

    code: str
    sector: str | None = None


class _Reader:
    """Actors by chain, each read once; a chain that leads back to itself adds nothing."""

    def __init__(self, document: Document) -> None:
        assert document.parse is not None and document.mentions is not None and document.chains is not None
        self._doc = document.parse
        self._around = Surroundings(document.parse)
        self._setting = Setting(document.publication.published, self._around.spoken_of)
        self._mentions = {mention.span: mention for mention in document.mentions}
        self._chains = {chain.id: chain for chain in document.chains}
        self._by_head = {
            self._head(self._mentions[span]).i: chain for chain in document.chains for span in chain.mentions
        }
        self._read: dict[str, Actor | None] = {}

    def actor_of(self, chain_id: str) -> Actor | None:
        if chain_id not in self._read:
            self._read[chain_id] = None
            self._read[chain_id] = self._actor(self._chains[chain_id])
        return self._read[chain_id]

    def _actor(self, chain: Chain) -> Actor | None:
        mentions = [self._mentions[span] for span in chain.mentions]
        longest = max((self._length(mention) for mention in mentions if mention.label == "PER"), default=0)
        setting = replace(self._setting, gender=gender_told(self._gendered(mentions)))
        findings = [finding for mention in mentions for finding in self._findings(mention, longest, setting)]
        return self._at_home(merged(chain.id, findings), mentions) if findings else None

    def _gendered(self, mentions: Sequence[Mention]) -> Iterator[str]:
        """The pronouns of a chain, and the words that its names begin with."""
        for mention in mentions:
            words = words_of(self._doc, mention.span)
            if mention.form == "pronoun":
                yield words.text
            elif mention.label == "PER":
                yield name_span(self._head(mention))[0].text
                yield words[0].text

    def _length(self, mention: Mention) -> int:
        return len(name_span(self._head(mention)))

    def _at_home(self, actor: Actor, mentions: Sequence[Mention]) -> Actor:
        """The actor in the country of its sentence or article, where its words name none and it may be anybody's."""
        heads = [self._head(mention) for mention in mentions]
        if actor.country or actor.kind in ("state", "place") or any(map(self._is_foreign, heads)):
            return actor
        alone = actor.kind == "person" and not actor.sector
        for rule, score, codes in (
            (_OF_SENTENCE, 0.35, (self._around.country_of_sentence(head, alone) for head in heads)),
            (_OF_ARTICLE, 0.25, [self._around.country_of_article]),
        ):
            if code := next(filter(None, codes), None):
                return replace(actor, country=code, rule=rule, link_score=min(actor.link_score, score))
        return actor

    def _is_foreign(self, head: Token) -> bool:
        role = role_at(head)
        return is_worldly(head) or (role is not None and role.foreign)

    def _findings(self, mention: Mention, longest: int, setting: Setting) -> Iterator[Finding]:
        """What a mention shows; a surname is not looked up where the whole name stands elsewhere."""
        head = self._head(mention)
        if mention.form == "nominal":
            yield from self._from_nominal(head, mention)
        elif mention.form == "name":
            own = list(self._from_name(head, mention))
            if mention.label != "PER" or self._length(mention) == longest:
                yield from (listed for listed in _from_tables(head, mention, setting) if _agrees(listed, own))
            yield from own

    def _from_name(self, head: Token, mention: Mention) -> Iterator[Finding]:
        """Titles and appositions of a person; role words and countries inside an organisation's name."""
        name = name_span(head)
        if mention.label == "PER":
            yield self._person(head, mention, bare(name.text))
        elif mention.label == "ORG":
            yield from _inside_name(name)
            yield self._people_of(head, name) or self._organisation(head, bare(name.text))
        elif mention.label == "LOC":
            yield Finding(name=bare(name.text), kind="place", score=0.2, rule="actor.named-place")

    def _person(self, head: Token, mention: Mention, name: str) -> Finding:
        before_name = self._doc[words_of(self._doc, mention.span).start : name_span(head).start]
        titles = titles_of(before_name, name_span(head))
        role = next((role for title in titles if (role := role_at(title)) and role.kind == "person"), None)
        around = [*titles, head]
        body = self._body([*around, *led_by(head)])
        led = None if role else next(filter(None, map(role_at, led_by(head))), None)
        origin = self._origin([*around, *led_by(head)], role)
        code = origin.code if origin else next(codes_in(before_name.text), None)
        sector = self._sector(role or led, around, body, origin)
        return Finding(
            name=name,
            kind="person",
            rule=TITLE,
            score=0.92 if code or sector else 0.1,
            country=code,
            sector=sector,
            office=self._office(titles) if role else None,
            affiliation=body.chain_id if body else None,
        )

    def _people_of(self, head: Token, name: Words) -> Finding | None:
        """Those of a body, where the name model took them into its name: `Shin Bet agents`."""
        role = role_at(head) if head.pos_ == "NOUN" else None
        if role is None or role.kind != "person":
            return None
        body = next(_inside_name(name), None)
        sector = body.sector if body and is_vague(role, body.sector) else () if role.sector == "UNK" else (role.sector,)
        code = body.country if body else self._code([head])
        return Finding(name=bare(name.text), kind="group", country=code, sector=sector, score=0.8, rule=ROLE)

    def _organisation(self, head: Token, name: str) -> Finding:
        role = role_of(name.lower().split())
        own = role.sector if role and role.sector != "UNK" and role.kind != "person" else None
        told = sector_of_organisation(name) or own
        titles = titles_of(self._doc[head.i : head.i], name_span(head))
        beside_it = next((role.sector for title in titles if (role := role_at(title)) and role.sector != "UNK"), None)
        sector = beside_it or told
        code = (
            next(codes_in(name), None) or self._code([head, *titles]) or self._around.country_of_name(name_span(head))
        )
        return Finding(
            name=name,
            kind="organisation",
            rule="actor.named-organisation",
            score=0.4 if sector else 0.2,
            country=code,
            sector=(sector,) if sector else (),
        )

    def _from_nominal(self, head: Token, mention: Mention) -> Iterator[Finding]:
        role = role_at(head)
        text = bare(words_of(self._doc, mention.span).text)
        if role is None:
            yield _of_people(text, head)
            return
        joint = head.lemma_.lower() in _MEMBERS and not possessor_of(head)
        body = None if role.foreign and not joint else self._body([head])
        if body and joint and role.sector in ("UNK", "GOV"):
            yield _member(body)
            return
        kind: ActorKind = "group" if role.kind == "person" and head.tag_ == "NNS" else role.kind
        around = [head, head.head] if head.dep_ == "compound" else [head]
        origin = None if role.foreign else self._origin(around, role)
        if origin and origin.code == _COMPANY and role.sector in _LOCAL:
            origin = None
        yield Finding(
            name=text,
            kind=kind,
            country=origin.code if origin else None,
            sector=self._sector(role, [head], body, origin),
            affiliation=body.chain_id if body else self._owner(head) if kind in _BODIES and not role.foreign else None,
            score=0.6 if origin else 0.4,
            rule=ROLE,
        )

    def _sector(
        self, role: Role | None, around: Sequence[Token], body: Actor | None, origin: _Origin | None
    ) -> tuple[str, ...]:
        """The role's, unless a word beside it says more: rebel troops, army spokesman, Wagner boss, former minister."""
        if role is None or role.kind == "state":
            return body.sector if body and role is None else ()
        if role.kind == "person" and role.sector in _OFFICES and is_former(around):
            return ("ELI",)
        if role.sector in ("CVL", "UNK", "CRM") and is_unknown(around[0]):
            return ("UNK",)
        if origin and origin.sector and role.sector in _OFFICIAL:
            return (PARTLY_RECOGNISED,)
        if colour := colour_of(role, around):
            return (colour,)
        if body and is_vague(role, body.sector):
            return body.sector or (() if role.sector == "UNK" else (role.sector,))
        return () if role.sector == "UNK" else (role.sector,)

    def _code(self, around: Iterable[Token]) -> str | None:
        origin = self._origin(list(around), None)
        return origin.code if origin else None

    def _origin(self, around: Sequence[Token], role: Role | None) -> _Origin | None:
        """The country that the phrases around some words name, the nearest first."""
        paths = [nearest_first(each, role) for each in around]
        found = (self._origin_of(word) for path in [(word for word in beside(around)), *paths] for word in path)
        return next(filter(None, found), None)

    def _origin_of(self, word: Token) -> _Origin | None:
        if is_backing(word) or is_name_part(word):
            return None
        people = people_named(word.doc[max(word.i - 1, 0) : word.i + 1].text)
        if not people and (country := country_of_word(word)):
            return _Origin(country.code, country.sector)
        people = people or people_named(word.text)
        if people and people.country:
            return _Origin(people.country)
        entity = countries().by_capital.get(word.text)
        if entity is not None and entity.sector:
            return _Origin(entity.code, entity.sector)
        related = self._related(word) or self._listed(word)
        sure = related is not None and (isinstance(related, Organisation) or related.rule not in _GUESSED)
        return _Origin(related.country) if related and related.country and sure else None

    def _listed(self, word: Token) -> Organisation | None:
        """The body that a word before a role names, though no mention: `Houthi fighters`."""
        name = word.text
        return (organisation_named(name) or organisation_named(f"{name}s")) if word.text[0].isupper() else None

    def _body(self, around: Iterable[Token]) -> Actor | None:
        """The organisation that somebody belongs to: `Wagner boss`, `members of the SCO`, `prosecutors at the court`."""
        for each in around:
            whole = oblique_of(each, "of", "for", "at", "from", "with", "in")
            for word in ([each] if each.ent_type_ == "ORG" else []) + [*beside([each]), *whole]:
                actor = self._related(word) if word.ent_type_ or word.pos_ == "PROPN" else None
                if actor is not None and actor.kind in _BODIES and (actor.country or actor.sector):
                    return actor
        return None

    def _owner(self, head: Token) -> str | None:
        """The chain of whoever owns the group by pronoun: `his fighters`."""
        owners = (self._by_head.get(word.i) for word in possessor_of(head) if word.pos_ == "PRON")
        return next((chain.id for chain in owners if chain), None)

    def _office(self, titles: Sequence[Token]) -> str | None:
        """The longest title as written, without countries and bodies."""
        return max((bare_title(title) for title in titles if role_at(title)), key=len, default=None)

    def _related(self, word: Token) -> Actor | None:
        chain = self._by_head.get(word.i) or self._by_head.get(name_span(word).root.i)
        return self.actor_of(chain.id) if chain else None

    def _head(self, mention: Mention) -> Token:
        return words_of(self._doc, mention.head)[0]


def _agrees(listed: Finding, own: Sequence[Finding]) -> bool:
    """Whether a table's body of one state is not another state's by its own words: `Mexico's National Guard`."""
    said = [finding.country for finding in own if finding.country in countries().by_code]
    stately = listed.rule == "actor.organisation" and listed.country in countries().by_code
    return not (stately and said and listed.country not in said)


def _inside_name(name: Words) -> Iterator[Finding]:
    """The body that a longer name begins with: Wagner in `Wagner mercenary`."""
    for stop in range(len(name) - 1, 0, -1):
        listed = organisation_named(name[:stop].text) if name[stop].pos_ == "NOUN" else None
        if listed is not None:
            sector = (listed.sector,) if listed.sector else ()
            yield Finding(
                name=bare(name.text),
                kind="organisation",
                country=listed.country,
                sector=sector,
                score=0.7,
                rule="actor.inside-name",
            )
            return


def _of_people(text: str, head: Token) -> Finding:
    """A people by name: `Crimean Tatars`, `the Dutch`."""
    pair = head.doc[max(head.i - 1, 0) : head.i + 1].text
    people = people_named(pair) or people_named(head.text)
    code = people.country if people else next(codes_in(head.text), None)
    return Finding(name=text, kind="group", country=code, sector=("CVL",), score=0.7, rule="actor.people")


def _member(body: Actor) -> Finding:
    """Members of an organisation, who act as it."""
    return Finding(
        name=body.name,
        kind="group",
        country=body.country,
        sector=body.sector,
        affiliation=body.chain_id,
        wikidata=body.wikidata,
        score=0.7,
        rule="actor.member",
    )


def _from_tables(head: Token, mention: Mention, setting: Setting) -> Iterator[Finding]:
    name = name_span(head).text
    government = None if is_locative(head) else _government(name, mention.label)
    found = (government,) if government else identities_of_name(name, mention.label, setting)
    identity = clearest(found)
    if identity is not None:
        yield _found(identity, tuple(Candidate(each.name, each.country, each.wikidata, each.score) for each in found))


def _government(name: str, label: str | None) -> Identity | None:
    return government_of_capital(name) if label != "PER" and countries().named(name) is None else None


def _found(identity: Identity, candidates: tuple[Candidate, ...]) -> Finding:
    return Finding(
        name=identity.name,
        kind=identity.kind,
        country=identity.country,
        sector=identity.sector,
        office=identity.office,
        wikidata=identity.wikidata,
        score=identity.score,
        rule=identity.rule,
        candidates=candidates,
    )
