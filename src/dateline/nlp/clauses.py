"""Questions about a predicate's own form: voice, tense, modality, negation, condition, question."""

from collections.abc import Iterable
from typing import Literal

from spacy.tokens import Token

from dateline.nlp.relations import FINITE_TAGS, children, dependents, is_nominal, is_verbal, relation, upward

Voice = Literal["active", "passive"]
Tense = Literal["past", "present", "future", "none"]

_AUXILIARIES = ("aux", "cop")
_PASSIVE_AUXILIARIES = frozenset({"be", "get"})
_FUTURE = frozenset({"will", "shall", "wo", "'ll", "’ll"})
_PARTICLES = frozenset({"compound:prt", "advmod", "obl", "case"})
_MODALS = {"ca": "can", "wo": "will", "'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "sha": "shall"}
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "nowhere"})
_NO_DENIAL = frozenset({"only", "just", "merely", "simply", "solely", "least"})
"""After "not" these add to what is said: "not *only* attacked"."""
_NEGATIVE_PRONOUNS = frozenset({"nobody", "none", "nothing", "no-one", "neither"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided"})
_DITRANSITIVE = frozenset({
    "appoint", "award", "call", "consider", "deem", "deny", "dub", "elect", "give", "grant", "leave", "make", "name",
    "offer", "pay", "promise", "send", "show", "teach", "tell",
})  # fmt: skip
_CLIMBED = frozenset({"ccomp", "xcomp", "conj"})


def is_noun_predicate(token: Token) -> bool:
    """Whether a noun is what a clause says of its subject: "Wagner is a *group*"."""
    return is_nominal(token) and bool(children(token, "cop", "nsubj"))


def auxiliaries_of(token: Token) -> list[Token]:
    """Its auxiliaries and copula; a bare later conjunct shares those of the verb before it."""
    own = children(token, *_AUXILIARIES)
    if own or token.dep_ != "conj" or token.tag_ in FINITE_TAGS or children(token, "nsubj", "mark"):
        return own
    return [] if token.head == token else auxiliaries_of(token.head)


def voice_of(token: Token) -> Voice:
    """Passive for a past participle with "be" or "get", or bare in a place where only a passive one can stand."""
    if token.tag_ not in ("VBN", "VBD"):
        return "active"
    auxiliaries = children(token, *_AUXILIARIES)
    if any(each.lemma_ in _PASSIVE_AUXILIARIES or each.dep_ == "aux:pass" for each in auxiliaries):
        return "passive"
    if auxiliaries:
        return "active"
    return _bare_voice(token)


def tense_of(token: Token) -> Tense:
    """The tense of the clause; none for infinitives, participles, and modals that tell no time."""
    words = [*auxiliaries_of(token), token]
    if any(each.lower_ in _FUTURE for each in words[:-1]) or _is_about_to(token):
        return "future"
    if any(each.tag_ == "MD" for each in words):
        return "past" if _is_perfect(words) else "none"
    if any(each.tag_ == "VBD" for each in words) or _is_perfect(words) or _is_mistaken_past(token):
        return "past"
    return "present" if any(each.tag_ in ("VBZ", "VBP") for each in words) else "none"


def modal_of(token: Token) -> str | None:
    """The lemma of its modal verb: may, might, can, could, would, should, must, will, shall."""
    found = [each.lower_ for each in auxiliaries_of(token) if each.tag_ == "MD"]
    return _MODALS.get(found[0], found[0]) if found else None


def has_infinitive_marker(token: Token) -> bool:
    """Whether it is an infinitive with "to", its own or that of the conjunct before it."""
    if _marker(token):
        return True
    bare = token.dep_ == "conj" and token.tag_ == "VB" and not children(token, "aux", "nsubj")
    return bare and token.head != token and has_infinitive_marker(token.head)


def particle_of(verb: Token) -> str | None:
    """The particle of a phrasal verb: *out* in "carried out an attack"."""
    for label, place in dependents(verb):
        if label in _PARTICLES:
            child = verb.doc[place]
            if label == "compound:prt" or (child.tag_ == "RP" and place > verb.i):
                return child.lower_
    return None


def negation_of(token: Token) -> Token | None:
    """The word that denies a predicate or noun: not, never, no, nobody, without; also one that it shares."""
    own = _own_negation(token)
    if own is not None or token.dep_ != "conj" or token.head == token or not _shares_negation(token):
        return own
    return negation_of(token.head)


def is_negated(token: Token) -> bool:
    """Whether its own clause or phrase denies it."""
    return negation_of(token) is not None


def conditional_of(token: Token) -> Token | None:
    """The "if", "unless" or "whether" that governs its clause, also from above through complements."""
    for each in upward(token):
        for mark in children(each, "mark", "advmod", "case"):
            if mark.lower_ in _CONDITIONS or _is_in_case(mark):
                return mark
        if each.dep_ not in _CLIMBED:
            break
    return None


def is_imperative(token: Token) -> bool:
    """Whether a bare verb without subject stands on its own: "*Free* the hostages!"."""
    alone = token.dep_ in ("root", "ROOT", "ccomp", "parataxis")
    return token.tag_ == "VB" and alone and not children(token, "nsubj", "aux", "mark", "expl")


def still_open(token: Token) -> Token | None:
    """The word that leaves an infinitive undone: "has *yet* to reply", "*too* weak to fight"."""
    if not has_infinitive_marker(token):
        return None
    above = token.head
    yet = above.lemma_ in ("have", "be", "remain") and above.i < token.i
    for adverb in children(above, "advmod"):
        if (adverb.lower_ == "yet" and yet) or (adverb.lower_ == "too" and adverb.i < above.i < token.i):
            return adverb
    return above if above.lower_ == "too" else None


def is_question(token: Token) -> bool:
    """Whether a question mark closes its clause, or a clause that it belongs to."""
    for each in upward(token):
        if any(child.text.startswith("?") for child in children(each, "punct")):
            return True
        if each.dep_ in ("parataxis", "acl:relcl", "advcl"):
            return False
    return False


def _bare_voice(token: Token) -> Voice:
    """The voice of a participle, or of what the tagger took for one or for a past, without auxiliary."""
    if token.dep_ == "conj" and token.tag_ == "VBN" and is_verbal(token.head) and token.head != token:
        return "active" if children(token, "nsubj") and children(token, "obj") else voice_of(token.head)
    if _has_agent_phrase(token) and not children(token, "obj"):
        return "passive"
    if token.tag_ == "VBN":
        return "active" if children(token, "obj") and not _may_keep_object(token) else "passive"
    return _past_voice(token)


def _past_voice(token: Token) -> Voice:
    """A past form is active, unless its place or its subject's label says that it is a participle."""
    if children(token, "obj", "ccomp"):
        return "active"
    reduced = relation(token) in ("acl", "amod") and not children(token, "nsubj") and token.head.i < token.i
    relative = any(child.tag_ in ("WDT", "WP") for child in token.children)
    return "passive" if children(token, "nsubj:pass") or (reduced and not relative) else "active"


def _may_keep_object(token: Token) -> bool:
    """Whether a passive participle may have an object all the same: "a man given asylum"."""
    return token.lemma_ in _DITRANSITIVE or bool(children(token, "nsubj:pass", "obl:agent"))


def _has_agent_phrase(token: Token) -> bool:
    return bool(children(token, "obl:agent"))


def _is_perfect(words: Iterable[Token]) -> bool:
    """Whether "have" stands among the auxiliaries."""
    *auxiliaries, verb = words
    return verb.tag_ in ("VBN", "VBD", "VBG", "JJ") and any(each.lemma_ == "have" for each in auxiliaries)


def _is_mistaken_past(token: Token) -> bool:
    """Whether a verb tagged as a participle, without auxiliary, is active: a past tense, then."""
    return token.tag_ == "VBN" and not auxiliaries_of(token) and voice_of(token) == "active"


def _is_about_to(token: Token) -> bool:
    """ "Is going to", and "is to" with the infinitive itself as what is said of the subject."""
    if not _marker(token):
        return False
    going = token.dep_ == "xcomp" and token.head.lower_ == "going"
    return going or any(each.tag_ in ("VBZ", "VBP") for each in children(token, "aux", "cop"))


def _marker(token: Token) -> bool:
    return any(child.tag_ == "TO" or child.lower_ == "to" for child in children(token, "mark"))


def _own_negation(token: Token) -> Token | None:
    for child in token.children:
        adverb = relation(child) in ("advmod", "det", "cc", "aux") and _denies(child)
        absent = child.lower_ == "without" and relation(child) in ("mark", "case")
        subject = relation(child) in ("nsubj", "obj") and child.lower_ in _NEGATIVE_PRONOUNS
        if adverb or absent or subject:
            return child
    return _no_longer(token) or _denied_participant(token)


def _denies(word: Token) -> bool:
    after = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
    return word.lower_ in _NEGATIONS and after not in _NO_DENIAL


def _no_longer(token: Token) -> Token | None:
    """The "no" of "no longer" and "no more"."""
    adverbs = (child for child in children(token, "advmod") if child.lower_ in ("longer", "more"))
    return next((word for each in adverbs for word in each.children if word.lower_ == "no"), None)


def _denied_participant(token: Token) -> Token | None:
    """ "No" or "none" on a verb's subject or object: "no troops were killed"."""
    if not is_verbal(token):
        return None
    for child in children(token, "nsubj", "obj"):
        for word in child.children:
            if word.lower_ in ("no", "neither") and relation(word) in ("det", "advmod", "cc"):
                return word
    return None


def _shares_negation(token: Token) -> bool:
    """Whether a conjunct stands in the scope of the one before it: "did not attack or *kill*"."""
    joined = {each.lower_ for each in children(token, "cc")}
    if "but" in joined or children(token, "nsubj", "det"):
        return False
    bare = token.tag_ in ("VB", "VBG", "VBN") and not children(token, "aux", "mark")
    return bool(joined & {"or", "nor"}) or bare


def _is_in_case(mark: Token) -> bool:
    return mark.lower_ == "in" and any(each.lower_ == "case" for each in children(mark, "fixed"))
