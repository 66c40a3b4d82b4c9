"""Actors: what each chain refers to, composed from the words of its mentions first and from the tables second."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc
from spacy.tokens import Span as Words
from spacy.tokens import Token

from dateline.knowledge.countries import countries
from dateline.knowledge.identities import (
    Identity,
    Setting,
    clearest,
    codes_in,
    government_of_capital,
    identities_of_name,
)
from dateline.knowledge.naming import bare
from dateline.knowledge.roles import Role, role_of
from dateline.model import Actor, ActorKind, Candidate, Chain, Document, Mention
from dateline.nlp.metonymy import is_locative
from dateline.nlp.spans import before, words_of
from dateline.nlp.syntax import apposition_of, modifiers_of, name_span, oblique_of, phrase_span, possessor_of

_FORMER = frozenset({"former", "ex", "late", "ousted", "deposed", "onetime", "one-time", "retired", "then"})
_VAGUE = frozenset(
    "leader official spokesman spokeswoman spokesperson head representative aide adviser advisor".split()
)
_COLOURING = frozenset({"REB", "OPP", "PRM", "UAF", "CRM", "PTY", "LEG", "JUD", "COP", "MIL", "SPY", "REL"})
_MEMBERS = frozenset({"member", "nation", "country", "state"})
_BODIES = frozenset({"organisation", "group"})


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
class _Finding:
    """What one mention shows; empty fields are left to other mentions."""

    name: str
    kind: ActorKind
    country: str | None
    sector: tuple[str, ...]
    office: str | None
    affiliation: str | None
    wikidata: str | None
    score: float
    rule: str
    candidates: tuple[Candidate, ...] = ()


class _Reader:
    """Actors by chain, each read once; a chain that leads back to itself adds nothing."""

    def __init__(self, document: Document) -> None:
        assert document.parse is not None and document.mentions is not None and document.chains is not None
        self._doc = document.parse
        self._setting = Setting(document.publication.published, _countries_spoken_of(document.parse))
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
        findings = [finding for mention in mentions for finding in self._findings(mention, longest)]
        return _merged(chain.id, sorted(findings, key=lambda finding: -finding.score)) if findings else None

    def _length(self, mention: Mention) -> int:
        return len(name_span(self._head(mention)))

    def _findings(self, mention: Mention, longest: int) -> Iterator[_Finding]:
        """What a mention shows; a surname is not looked up where the whole name stands elsewhere."""
        head = self._head(mention)
        if mention.form == "name":
            if mention.label != "PER" or self._length(mention) == longest:
                yield from _from_tables(head, mention, self._setting)
            yield from self._from_name(head, mention)
        elif mention.form == "nominal":
            yield from self._from_nominal(head, mention)

    def _from_name(self, head: Token, mention: Mention) -> Iterator[_Finding]:
        """Titles and appositions of a person; role words and countries inside an organisation's name."""
        name = name_span(head)
        if mention.label == "PER":
            yield self._person(head, mention, bare(name.text))
        elif mention.label == "ORG":
            role = role_of(name.text.lower().split())
            code = next(codes_in(name.text), None) or self._country_beside([head])
            sector = (role.sector,) if role and role.sector != "UNK" else ()
            yield _Finding(
                bare(name.text),
                "organisation",
                code,
                sector,
                None,
                None,
                None,
                0.4 if role else 0.2,
                "actor.named-organisation",
            )
        elif mention.label == "LOC":
            yield _Finding(bare(name.text), "place", None, (), None, None, None, 0.2, "actor.named-place")

    def _person(self, head: Token, mention: Mention, name: str) -> _Finding:
        before_name = self._doc[words_of(self._doc, mention.span).start : name_span(head).start]
        titles = _titles(before_name, head)
        role = next((role for title in titles if (role := _role(title)) and role.kind == "person"), None)
        around = [*titles, head]
        body = self._body(around)
        sector = self._sector(role, around, body)
        country = (
            self._country_beside(around) or (body.country if body else None) or next(codes_in(before_name.text), None)
        )
        score = 0.1 if not (country or sector) else 0.85
        office = self._office(titles) if role else None
        return _Finding(
            name, "person", country, sector, office, body.chain_id if body else None, None, score, "actor.title"
        )

    def _from_nominal(self, head: Token, mention: Mention) -> Iterator[_Finding]:
        role = _role(head)
        text = bare(words_of(self._doc, mention.span).text)
        if role is None:
            code = next(codes_in(head.text), None)
            yield _Finding(text, "group", code, ("CVL",), None, None, None, 0.7, "actor.people")
            return
        body = None if role.foreign else self._body([head])
        if body and head.lemma_.lower() in _MEMBERS and role.sector in ("UNK", "GOV"):
            yield _member(body)
            return
        kind: ActorKind = "group" if role.kind == "person" and head.tag_ == "NNS" else role.kind
        country = None if role.foreign else self._country_of_group(head, body)
        yield _Finding(
            name=text,
            kind=kind,
            country=country,
            sector=self._sector(role, [head], body),
            office=None,
            affiliation=body.chain_id if body else self._owner(head) if kind in _BODIES and not role.foreign else None,
            wikidata=None,
            score=0.6 if country else 0.4,
            rule="actor.role",
        )

    def _country_of_group(self, head: Token, body: Actor | None) -> str | None:
        return self._country_beside([head]) or (body.country if body else None) or self._country_within(head)

    def _sector(self, role: Role | None, around: Sequence[Token], body: Actor | None) -> tuple[str, ...]:
        """The role's, unless a word beside it says more: rebel troops, army spokesman, Wagner boss, former minister."""
        if role is None or role.kind == "state":
            return body.sector if body and role is None else ()
        beside = [word for each in around for word in (*modifiers_of(each), *possessor_of(each))]
        if any(word.lower_ in _FORMER for word in beside) and role.kind == "person":
            return ("ELI",)
        colours = [other.sector for word in beside if not word.ent_type_ and (other := _role(word))]
        if role.sector in ("UNK", "GOV", "MIL") and (colour := next((c for c in colours if c in _COLOURING), None)):
            return (colour,)
        if body and (role.sector == "UNK" or role.word in _VAGUE):
            return body.sector
        return () if role.sector == "UNK" else (role.sector,)

    def _country_beside(self, around: Iterable[Token]) -> str | None:
        """The country that an adjective, a possessor or an of-phrase names."""
        for each in around:
            for word in (*modifiers_of(each), *possessor_of(each), *oblique_of(each, "of")):
                if country := self._country_of(word):
                    return country
        return None

    def _country_of(self, word: Token) -> str | None:
        known = (
            countries().of_word(name_span(word).text)
            or countries().of_word(_pair(word))
            or countries().of_word(word.text)
        )
        if known is not None:
            return known.code
        related = self._related(word)
        return related.country if related and related.kind in ("state", "place", "person") else None

    def _country_within(self, head: Token) -> str | None:
        """Where the group is said to be: protesters in Minsk."""
        related = [self._related(word) for word in oblique_of(head, "in", "from", "near", "at")]
        return next((actor.country for actor in related if actor and actor.kind in ("state", "place")), None)

    def _body(self, around: Iterable[Token]) -> Actor | None:
        """The organisation that somebody belongs to: `Wagner boss`, `members of the SCO`."""
        for each in around:
            for word in (*modifiers_of(each), *possessor_of(each), *oblique_of(each, "of")):
                actor = self._related(word) if word.ent_type_ or word.pos_ == "PROPN" else None
                if actor is not None and actor.kind in _BODIES and actor.country is not None:
                    return actor
        return None

    def _owner(self, head: Token) -> str | None:
        """The chain of whoever owns the group by pronoun: `his fighters`."""
        owners = (self._by_head.get(word.i) for word in possessor_of(head) if word.pos_ == "PRON")
        return next((chain.id for chain in owners if chain), None)

    def _office(self, titles: Sequence[Token]) -> str | None:
        """The longest title as written, without countries and bodies."""
        words = [_bare_title(title) for title in titles if _role(title)]
        return max(words, key=len, default=None)

    def _related(self, word: Token) -> Actor | None:
        chain = self._by_head.get(word.i) or self._by_head.get(name_span(word).root.i)
        return self.actor_of(chain.id) if chain else None

    def _head(self, mention: Mention) -> Token:
        return words_of(self._doc, mention.head)[0]


def _member(body: Actor) -> _Finding:
    """Members of an organisation, who act as it."""
    return _Finding(
        body.name, "group", body.country, body.sector, None, body.chain_id, body.wikidata, 0.7, "actor.member"
    )  # fmt: skip


def _from_tables(head: Token, mention: Mention, setting: Setting) -> Iterator[_Finding]:
    name = name_span(head).text
    government = None if is_locative(head) else _government(name, mention.label)
    found = (government,) if government else identities_of_name(name, mention.label, setting)
    identity = clearest(found)
    candidates = tuple(Candidate(each.name, each.country, each.wikidata, each.score) for each in found)
    if identity is not None:
        yield _found(identity, candidates)


def _government(name: str, label: str | None) -> Identity | None:
    return government_of_capital(name) if label != "PER" and countries().named(name) is None else None


def _found(identity: Identity, candidates: tuple[Candidate, ...]) -> _Finding:
    return _Finding(
        name=identity.name,
        kind=identity.kind,
        country=identity.country,
        sector=identity.sector,
        office=identity.office,
        affiliation=None,
        wikidata=identity.wikidata,
        score=identity.score,
        rule=identity.rule,
        candidates=candidates,
    )


def _countries_spoken_of(doc: Doc) -> tuple[str, ...]:
    """The codes of the countries that an article names or describes, those most spoken of first."""
    known = countries()
    found = (known.of_word(word.text) or known.by_capital.get(word.text) for word in doc if word.text[0].isupper())
    return tuple(code for code, _ in Counter(country.code for country in found if country).most_common())


def _merged(chain_id: str, findings: Sequence[_Finding]) -> Actor:
    """Each field from the surest finding that has it; sector and country from findings of one kind of thing."""
    best = findings[0]
    own = [finding for finding in findings if (finding.kind == "place") == (best.kind == "place")]
    return Actor(
        chain_id=chain_id,
        name=_longest_name(own, best),
        kind=best.kind,
        country=next((finding.country for finding in own if finding.country), None),
        sector=next((finding.sector for finding in own if finding.sector), ()),
        office=next((finding.office for finding in own if finding.office), None),
        affiliation=next((finding.affiliation for finding in own if finding.affiliation not in (None, chain_id)), None),
        wikidata=next((finding.wikidata for finding in own if finding.wikidata), None),
        link_score=best.score,
        rule=best.rule,
        candidates=next((finding.candidates for finding in own if finding.candidates), ()),
    )


def _longest_name(findings: Sequence[_Finding], best: _Finding) -> str:
    """A table's name as it is, a person's in its fullest form."""
    named = [finding.name for finding in findings if finding.kind == "person" and finding.rule != "actor.role"]
    return best.name if best.rule != "actor.title" else max(named, key=len, default=best.name)


def _titles(before_name: Words, head: Token) -> list[Token]:
    """Role words before a name in its phrase, and appositions: `President`, `the head of Wagner`."""
    return [word for word in [*before_name, *apposition_of(head)] if not word.ent_type_ and _role(word)]


def _bare_title(title: Token) -> str:
    words = [word for word in phrase_span(title) if word.i <= title.i]
    kept = [
        word.text
        for word in words
        if not word.ent_type_ and word.pos_ not in ("DET", "PRON") and not _names_country(word)
    ]
    return " ".join(kept) or title.text


def _names_country(word: Token) -> bool:
    return countries().of_word(word.text) is not None


def _pair(word: Token) -> str:
    """The word with the one before it: `South Korean`."""
    return word.doc[max(word.i - 1, 0) : word.i + 1].text


def _role(word: Token) -> Role | None:
    return role_of([*before(word), word.lemma_]) or role_of([*before(word), word.text])
