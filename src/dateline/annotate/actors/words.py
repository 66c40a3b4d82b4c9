"""What the words of a phrase tell of an actor: roles and titles, what colours them, where somebody is from."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Span as Words
from spacy.tokens import Token

from dateline.knowledge.countries import Country, countries
from dateline.knowledge.gazetteer import regions, regions_by_adjective
from dateline.knowledge.roles import Role, role_of
from dateline.nlp.relations import children
from dateline.nlp.spans import before
from dateline.nlp.syntax import (
    apposition_of,
    modifiers_of,
    name_span,
    patient_of,
    phrase_span,
    possessor_of,
    proper_modifiers_of,
)

PARTLY_RECOGNISED = "PRE"

_EX = re.compile(r"^ex-", re.IGNORECASE)
_TOPPLED = frozenset({"toppled", "ousted", "deposed", "overthrown", "unseated"})
_NO_COLOUR = frozenset({"deputy", "general", "major", "chief", "private", "union", "speaker", "secretary"})

_FORMER = frozenset({"former", "ex", "late", "ousted", "deposed", "onetime", "one-time", "retired", "then", "toppled",
                     "disgraced", "exiled", "erstwhile", "last"})  # fmt: skip
_UNKNOWN = frozenset({"unknown", "unidentified", "unnamed"})
_WORLDLY = frozenset({"international", "foreign", "global", "world", "overseas", "regional", "worldwide", "visiting"})
_ARMED = frozenset({"REB", "PRM", "CRM", "UAF", "MIL", "COP", "SPY", "PRE"})
_COLOURING = _ARMED | {"OPP", "PTY", "LEG", "JUD", "REL"}
_COLOURED = frozenset({"UNK", "GOV", "MIL", "CVL", "UAF", "BUS"})
_VAGUE = frozenset(
    "leader official spokesman spokeswoman spokesperson head representative aide adviser advisor chairman chairwoman "
    "chair boss chief commander member delegate leadership secretary president director founder emir hacker".split()
)
_LEADING = frozenset({"lead", "head", "command", "chair", "run", "found", "direct", "edit", "govern", "represent",
                      "take", "control", "oversee"})  # fmt: skip
_BACKED = frozenset(
    {"backed", "supported", "funded", "sponsored", "aligned", "trained", "armed", "made", "born", "linked"}
)
_WHERE = frozenset({"of", "at", "in", "from", "near", "for", "around", "outside", "inside", "across", "on"})
_ABROAD = frozenset({"envoy", "ambassador", "representative", "rapporteur", "negotiator", "consul", "emissary"})
_BESIDE = frozenset({"nmod", "compound", "amod", "flat", "obl", "nmod:poss", "nmod:desc", "nummod", "nmod:unmarked"})


def role_at(word: Token) -> Role | None:
    """The longest role that ends with the word."""
    plain = _EX.sub("", word.text)
    return role_of([*before(word), _EX.sub("", word.lemma_)]) or role_of([*before(word), plain])


def titles_of(before_name: Words, name: Words) -> list[Token]:
    """Role words before a name, those that it begins with, and appositions: `President`, `the head of Wagner`."""
    root = name.root
    above = [root.head] if root.dep_ == "appos" and root.head.pos_ == "NOUN" else []
    outside = [word for word in [*apposition_of(root), *above] if not word.ent_type_]
    inside = [word for word in [*before_name, *name[:-1]] if not word.ent_type_ or word.dep_ == "nmod:desc"]
    return [word for word in [*inside, *outside] if role_at(word)]


def led_by(head: Token) -> list[Token]:
    """What somebody is said to lead in a relative clause: `who leads the opposition alliance`."""
    clauses = (clause for clause in children(head, "acl:relcl") if clause.lemma_ in _LEADING)
    objects = [each for clause in clauses for each in patient_of(clause)]
    return [*objects, *(inner for one in objects for inner in children(one, "nmod"))]


def beside(around: Iterable[Token]) -> list[Token]:
    """What stands before or owns any of the words."""
    return [word for each in around for word in (*modifiers_of(each), *possessor_of(each))]


def is_former(around: Sequence[Token]) -> bool:
    """Whether somebody is said to have left an office."""
    words = [*around, *beside(around)]
    gone = (clause for each in around for clause in children(each, "acl") if clause.lower_ in _TOPPLED)
    return any(word.lower_ in _FORMER or _EX.match(word.text) for word in words) or any(gone)


def is_unknown(head: Token) -> bool:
    """Whether somebody is said to be nobody known: `unidentified people`, `persons yet to be identified`."""
    return any(word.lower_ in _UNKNOWN for word in (*modifiers_of(head), *head.rights))


def is_worldly(head: Token) -> bool:
    """Whether it is of more than one country: `international monitors`, `Western leaders`."""
    return any(word.lower_ in _WORLDLY or word.text in regions_by_adjective() for word in modifiers_of(head))


def colour_of(role: Role, around: Iterable[Token]) -> str | None:
    """The sector that a word beside a role gives it: rebel troops, army spokesman."""
    if role.sector not in _COLOURED:
        return None
    roles = (role_at(word) for word in beside(around) if not word.ent_type_ and word.lower_ not in _NO_COLOUR)
    return next((other.sector for other in roles if other and other.sector in _COLOURING), None)


def is_vague(role: Role, sectors: Sequence[str]) -> bool:
    """Whether a role takes its sector from the body that it is held in: `Wagner boss`, `Cartel gunmen`."""
    armed = bool(_ARMED & set(sectors)) and role.sector in _ARMED | {"UNK", "CVL"}
    return armed or role.sector == "UNK" or role.word.split()[-1] in _VAGUE


def country_of_word(word: Token) -> Country | None:
    """The country that a word names, with the name around it or the word beside it if they are one."""
    name, doc, place = name_span(word), word.doc, word.i
    if len(name) > 1 and (division := next(iter(regions().get(name.text, ())), None)):
        return countries().by_code.get(division.country or "")  # Mexico is no part of the name New Mexico
    around = (name, doc[max(place - 1, 0) : place + 1], doc[place : place + 2], doc[place : place + 1])
    longest = sorted((words.text for words in around), key=len, reverse=True)
    return next(filter(None, map(countries().of_word, longest)), None)


def is_name_part(word: Token) -> bool:
    """Whether it is a later word of a person's name: `Israel` in `Steve Israel`."""
    return word.dep_ == "flat" and word.ent_type_ == word.head.ent_type_ == "PER"


def is_backing(word: Token) -> bool:
    """Whether it only names a backer: `Rwandan-backed rebels`."""
    follows = word.doc[word.i + 1 : word.i + 3]
    return len(follows) == 2 and follows[0].text == "-" and follows[1].lower_ in _BACKED


def nearest_first(head: Token, role: Role | None) -> Iterator[Token]:
    """The words that say whose or where, those beside the head first: not whom an envoy is sent to."""
    waiting = deque(_inner(head, role))
    while waiting:
        word = waiting.popleft()
        yield word
        waiting.extend(_inner(word, None))


def _inner(word: Token, role: Role | None) -> list[Token]:
    abroad = role is not None and role.word.split()[-1] in _ABROAD
    found = [child for child in word.children if child.dep_ in _BESIDE or child.dep_.startswith("nmod")]
    return [child for child in found if _says_where(child, abroad)]


def _says_where(child: Token, abroad: bool) -> bool:
    case = next((each.lower_ for each in children(child, "case") if each.tag_ != "POS"), None)
    return case is None or (case in _WHERE and not (abroad and case in ("for", "in", "on")))


def bare_title(title: Token) -> str:
    """A title as written, without countries, bodies and articles."""
    words = [word for word in phrase_span(title) if word.i <= title.i]
    kept = [
        word.text for word in words if not word.ent_type_ and word.pos_ not in ("DET", "PRON") and not _is_country(word)
    ]
    return " ".join(kept) or title.text


def _is_country(word: Token) -> bool:
    return countries().of_word(word.text) is not None


def proper_beside(head: Token) -> list[Token]:
    """Names that stand before a group: `NPFL fighters`."""
    return [word for word in proper_modifiers_of(head) if word.ent_type_ or word.pos_ == "PROPN"]
