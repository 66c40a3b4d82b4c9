"""Who does what a predicate says and to whom, wherever the sentence puts them."""

from spacy.tokens import Token

from dateline.nlp.clauses import has_infinitive_marker, voice_of
from dateline.nlp.lexicon import controllers_of, is_complement_marker, is_own_marker
from dateline.nlp.phrases import possessor_of, proper_modifiers_of
from dateline.nlp.relations import (
    FINITE_TAGS,
    children,
    is_calendar_word,
    is_nominal,
    is_verbal,
    nominals,
    relation,
    upward,
)
from dateline.nlp.relatives import clause_above, gap_of, is_relative, modified_by, referents
from dateline.nlp.sharing import shared_right, sharers_of

_SPEECH_PUNCTUATION = frozenset("\",”’'")
_ORDINALS = frozenset({"first", "second", "third", "last", "latest", "only", "next"})
_CONTENT_NOUN_OBLIQUES = frozenset({"on", "upon", "to", "for"})
_GAPLESS = frozenset({"day", "hour", "month", "moment", "place", "reason", "time", "way", "week", "year"})

Seen = frozenset[int]


def agent_of(predicate: Token) -> list[Token]:
    """Heads of who does it: subject, by-phrase, controller, antecedent; of a noun its "by", 's, or capital modifier.

    "Of" with a noun is read as its patient; [] where the sentence does not say.
    """
    return _agent(predicate, frozenset())


def patient_of(predicate: Token) -> list[Token]:
    """Heads of whom it is done to: object, passive subject, antecedent; of a noun its "of", or 's beside a "by".

    An indirect object counts where there is no direct one: "told *them* that", "asked *Xi* to".
    """
    if _is_event_noun(predicate):
        return _patient_of_noun(predicate)
    if voice_of(predicate) == "passive":
        return subject_of(predicate)
    return _object(predicate)


def recipient_of(predicate: Token) -> list[Token]:
    """Heads of the indirect object: *Kyiv* in "gave Kyiv tanks"; the first of two objects counts as one."""
    return _resolved(children(predicate, "iobj") or _doubled(predicate))


def subject_of(predicate: Token) -> list[Token]:
    """Heads of the grammatical subject, its own or shared, controlled or relativised, whatever the voice."""
    return _subject(predicate, frozenset())


def marker_of(clause: Token) -> str:
    """The word that introduces a clause without subject: "to", "of", "from", "after"; "" where none does."""
    marks = [each.lower_ for each in children(clause, "mark", "case")]
    if "to" in marks or has_infinitive_marker(clause):
        return "to"
    return marks[0] if marks else ""


def _agent(predicate: Token, seen: Seen) -> list[Token]:
    if _is_event_noun(predicate):
        return _by(predicate) or possessor_of(predicate) or proper_modifiers_of(predicate)
    return _by(predicate) if voice_of(predicate) == "passive" else _subject(predicate, seen)


def _is_event_noun(token: Token) -> bool:
    """Whether a noun names an act rather than being said of a subject."""
    return token.pos_ in ("NOUN", "PROPN") and not children(token, "nsubj", "cop", "mark", "aux")


def _patient_of_noun(noun: Token) -> list[Token]:
    of = [each for each in children(noun, "nmod") if "of" in _cases(each)]
    return _resolved(of) or (possessor_of(noun) if _by(noun) else [])


def _resolved(tokens: list[Token]) -> list[Token]:
    """Nominal heads with conjuncts, relative pronouns replaced by what they stand for."""
    return referents(nominals(tokens))


def _cases(token: Token) -> set[str]:
    return {each.lower_ for each in children(token, "case")}


# By-phrases


def _by(predicate: Token) -> list[Token]:
    own = _resolved(_by_phrases(predicate)) or _hyphenated(predicate)
    if own or not is_verbal(predicate):
        return own
    others = [each for each in sharers_of(predicate) if voice_of(each) == "passive"]
    return _resolved(shared_right(predicate, [phrase for each in others for phrase in _by_phrases(each)]))


def _by_phrases(predicate: Token) -> list[Token]:
    """The by-phrase, also under the name of a place before it: "was attacked in Kyiv by rebels"."""
    marked = children(predicate, "obl:agent")
    if marked:
        return marked
    places = [each for each in children(predicate, "obl") if each.ent_type_]
    return [each for owner in [predicate, *places] for each in children(owner, "obl", "nmod") if _is_doer(each)]


def _is_doer(token: Token) -> bool:
    """Whether a noun after "by" can be someone: no number, no date, no measure."""
    someone = token.pos_ in ("PRON", "NOUN", "PROPN") and not is_calendar_word(token)
    return "by" in _cases(token) and someone and not children(token, "nummod")


def _hyphenated(predicate: Token) -> list[Token]:
    """The doer in a compound participle: *Iran* in "the Iran-backed group"."""
    before = [each for each in predicate.children if each.i == predicate.i - 2 and is_nominal(each)]
    return [each for each in before if predicate.tag_ in ("VBN", "VBD", "JJ") and each.nbor(1).text in ("-", "–")]


# Subjects


def _subject(predicate: Token, seen: Seen) -> list[Token]:
    if predicate.i in seen:
        return []
    own = _own_subject(predicate)
    if own or predicate.head == predicate:
        return own
    return _inherited(predicate, seen | {predicate.i})


def _own_subject(predicate: Token) -> list[Token]:
    found = _last_of_neighbours([each for each in children(predicate, "nsubj") if each.lower_ != "there"])
    inner = [each for each in found if each.dep_ != "nsubj:outer"]
    slipped = _pronoun_among_objects(predicate) or _between_marks(predicate) or _described(predicate)
    return _resolved(inner or found or slipped) or _inverted(predicate)


def _between_marks(predicate: Token) -> list[Token]:
    """The subject in "for Sudan to stop", hung on the verb above by mistake."""
    marks = [each for each in children(predicate, "mark") if each.lower_ == "for"]
    above = children(predicate.head, "obl", "obj", "nmod") if marks else []
    return [each for each in above if marks[0].i < each.i < predicate.i and not children(each, "case")]


def _described(predicate: Token) -> list[Token]:
    """A subject that was taken for a description of the verb: "Opposition *leader* Sall has called"."""
    finite = predicate.tag_ in FINITE_TAGS or any(each.tag_ in FINITE_TAGS for each in children(predicate, "aux"))
    before = [each for each in children(predicate, "nmod:desc", "compound", "flat", "dep") if each.i < predicate.i]
    return [each for each in before if is_nominal(each)][:1] if finite and predicate.pos_ == "VERB" else []


def _last_of_neighbours(tokens: list[Token]) -> list[Token]:
    """Without words of one name that each were taken for a subject: "North *Korea*"."""
    names = {each.i for each in tokens if each.pos_ == "PROPN"}
    return [each for each in tokens if not (each.i in names and each.i + 1 in names)]


def _pronoun_among_objects(predicate: Token) -> list[Token]:
    """A relative "who" that was taken for an object beside the true one, in a clause without subject."""
    objects = children(predicate, "obj", "iobj")
    return objects[:1] if len(objects) > 1 and is_relative(objects[0]) and voice_of(predicate) == "active" else []


def _inverted(predicate: Token) -> list[Token]:
    """The speaker after a quotation, taken for an object by the parser: '"...," said the minister'."""
    if predicate.lemma_ not in ("say", "add") or predicate.i == 0 or children(predicate, "nsubj", "aux"):
        return []
    quoted = predicate.nbor(-1).text in _SPEECH_PUNCTUATION
    return _resolved([each for each in children(predicate, "obj", "dep") if quoted and each.i > predicate.i])


def _inherited(predicate: Token, seen: Seen) -> list[Token]:
    """The subject of a clause that has none of its own, by how it hangs on what is above."""
    match predicate.dep_:
        case "conj":
            return _subject_of_first(predicate, seen)
        case "acl:relcl":
            return modified_by(predicate)
        case "acl":
            return _subject_under_noun(predicate, seen)
        case "amod":
            return nominals([predicate.head])
        case "xcomp" | "ccomp" | "csubj":
            return _relativised(predicate) or _controlled(predicate, seen)
        case "advcl":
            return _subject_of_adverbial(predicate, seen)
    return []


def _subject_of_first(predicate: Token, seen: Seen) -> list[Token]:
    """The first conjunct's; where a verb was hung on a noun ("took the city and *marched*"), that of the verb above."""
    if not is_nominal(predicate.head) or children(predicate.head, "nsubj", "cop"):
        return _subject(predicate.head, seen)
    above = [each for each in upward(predicate.head) if is_verbal(each)]
    return _subject(above[0], seen) if above and predicate.tag_ in FINITE_TAGS else []


def _relativised(predicate: Token) -> list[Token]:
    """The antecedent, inside what is reported in a relative clause: "*members* who he said had backed him"."""
    clause = clause_above(predicate)
    if predicate.dep_ != "ccomp" or clause is None or has_infinitive_marker(predicate):
        return []
    pronouns = [each for each in predicate.head.children if is_relative(each)]
    return _resolved(pronouns) if len(children(predicate.head, "nsubj")) + len(pronouns) > 1 else gap_of(predicate)


def _controlled(predicate: Token, seen: Seen) -> list[Token]:
    """The one of the governing verb's participants that does what its complement says."""
    above = predicate.head
    if predicate.dep_ == "ccomp" and any(each.tag_ in FINITE_TAGS for each in [predicate, *children(predicate, "aux")]):
        return []
    who = controllers_of(above.lemma_, marker_of(predicate))
    oblique = [each for each in children(above, "obl", "nmod") if _cases(each) & who and each.i < predicate.i]
    undergoer = _undergoer(above, predicate, seen) if "object" in who else []
    return _resolved(oblique) or undergoer or _subject(above, seen)


def _undergoer(verb: Token, clause: Token, seen: Seen) -> list[Token]:
    if voice_of(verb) == "passive":
        return _subject(verb, seen)
    direct = [each for each in children(verb, "iobj", "obj") if each.i < clause.i or is_relative(each)]
    return _resolved(direct[:1]) or ([] if children(verb, "obj") else gap_of(verb))


def _subject_of_adverbial(predicate: Token, seen: Seen) -> list[Token]:
    """The main clause's, unless the verb and the marker point at its object; a result of a passive is its agent's."""
    above, marker = predicate.head, marker_of(predicate)
    if not is_verbal(above) and not children(above, "cop", "nsubj"):
        return modified_by(predicate) if predicate.tag_ == "VBG" and not marker else []
    if is_complement_marker(above.lemma_, marker):
        return _controlled(predicate, seen)
    trailing = predicate.i > above.i and not marker and predicate.tag_ == "VBG"
    if trailing and above.dep_ == "parataxis" and is_verbal(above.head):
        above = above.head  # "rebels overran a base, officials said, *killing* nine"
    return _agent(above, seen) if trailing else _subject(above, seen)


def _subject_under_noun(predicate: Token, seen: Seen) -> list[Token]:
    """A participle's is its noun; an infinitive's, or a gerund's after "of", is whoever has the noun."""
    noun, marker = predicate.head, marker_of(predicate)
    if not marker and _is_set_off(predicate):
        return _subject_of_verb_above(predicate, seen)
    if not marker or (relation(noun) == "obj" and is_own_marker(noun.head.lemma_, marker)):
        return modified_by(predicate)
    before = [each for each in children(noun, "nmod") if each.i < predicate.i]
    pressed = [each for each in before if _cases(each) & _CONTENT_NOUN_OBLIQUES]
    return _resolved(pressed) or _itself(noun) or _owner(noun, seen)


def _is_set_off(predicate: Token) -> bool:
    """Whether a comma parts a gerund from a noun that is no subject, so that it goes with the verb: ", killing 12"."""
    parted = predicate.tag_ == "VBG" and predicate.i > 0 and predicate.nbor(-1).text == ","
    return parted and relation(predicate.head) in ("obj", "obl", "nmod", "conj")


def _subject_of_verb_above(predicate: Token, seen: Seen) -> list[Token]:
    above = next((each for each in predicate.head.ancestors if is_verbal(each)), None)
    if above is None:
        return modified_by(predicate)
    return _agent(above, seen) if predicate.i > above.i else _subject(above, seen)


def _itself(noun: Token) -> list[Token]:
    """The noun, where it is who acts: "Russia to withdraw troops", "the first leader to visit"."""
    ordinal = any(each.lower_ in _ORDINALS for each in children(noun, "amod"))
    return nominals([noun]) if ordinal or noun.ent_type_ or noun.pos_ in ("PROPN", "PRON") else []


def _owner(noun: Token, seen: Seen) -> list[Token]:
    """Who has a plan, a right, an order: its owner, or the one who makes, takes or gets it."""
    own = _by(noun) or possessor_of(noun) or proper_modifiers_of(noun)
    if own or noun.head == noun or not is_verbal(noun.head):
        return own
    light = relation(noun) in ("obj", "obl", "xcomp") or noun.dep_ == "nsubj:pass"
    return _agent(noun.head, seen) if light else []


# Objects


def _object(predicate: Token) -> list[Token]:
    mistaken = [*_doubled(predicate), *([] if children(predicate, "nsubj") else _pronoun_among_objects(predicate))]
    objects = [each for each in children(predicate, "obj") if not _is_clause(each)]
    own = [each for each in objects or _counted(predicate) if each not in mistaken]
    if own:
        return [] if _is_subject_of_complement(predicate, own) else _resolved(own)
    if predicate.dep_ == "amod" and predicate.tag_ != "VBG":
        return nominals([predicate.head])
    shared = [each for verb in sharers_of(predicate) for each in children(verb, "obj")]
    found = _resolved(shared_right(predicate, shared)) or _left_out(predicate)
    return found or _resolved(children(predicate, "iobj"))


def _is_clause(token: Token) -> bool:
    """Whether an object is a clause by mistake: "officials *said*" behind a comma."""
    return token.pos_ == "VERB" and bool(children(token, "nsubj"))


def _counted(predicate: Token) -> list[Token]:
    """An object whose "at least" or "at most" was taken for a preposition: "killed at least *five*"."""
    phrases = [(each, children(each, "case")) for each in children(predicate, "obl")]
    return [each for each, cases in phrases if cases and cases[0].nbor(1).lower_ in ("least", "most")]


def _doubled(predicate: Token) -> list[Token]:
    """The first of two objects, where the parser named no indirect one."""
    objects = [] if children(predicate, "iobj") else children(predicate, "obj")
    objects = [each for each in objects if not _is_clause(each)]
    return objects[:1] if len(objects) == 2 and not is_relative(objects[0]) else []


def _is_subject_of_complement(predicate: Token, objects: list[Token]) -> bool:
    """Whether the object is a pronoun that belongs to what is said: "*who* he said had backed him"."""
    reported = [each for each in children(predicate, "ccomp") if not children(each, "nsubj")]
    return (bool(reported) and all(is_relative(each) for each in objects)) or bool(_inverted(predicate))


def _left_out(predicate: Token) -> list[Token]:
    """What a relative clause without pronoun leaves out: "the *deal* he struck"; none for times and manners."""
    if children(predicate, "ccomp", "xcomp") or _stranded(predicate):
        return []
    return [noun for noun in gap_of(predicate) if noun.lemma_ not in _GAPLESS]


def _stranded(predicate: Token) -> bool:
    """Whether a preposition without noun takes up the gap: "the country he lives in"."""
    return any(each.pos_ == "ADP" and each.dep_ != "compound:prt" for each in predicate.children)
