"""What a predicate or noun takes along: phrases with prepositions, and clauses that say what it is about."""

from spacy.tokens import Token

from dateline.nlp.arguments import marker_of, subject_of
from dateline.nlp.clauses import modal_of
from dateline.nlp.lexicon import is_complement_marker, is_own_marker
from dateline.nlp.relations import children, conjuncts_of, first_conjunct, is_predicate, is_verbal, nominals, relation
from dateline.nlp.relatives import modified_by, referents
from dateline.nlp.sharing import shared_right, sharers_of

_PHRASES = ("obl", "nmod")
_COMPLEMENTS = ("iobj", "xcomp", "ccomp", "nmod", "obl", "acl")
_BY = frozenset({"by"})
_LOCAL = frozenset({"at", "by", "in", "of", "since", "until", "during"})
_SCENE = frozenset(
    {
        "at",
        "in",
        "near",
        "inside",
        "outside",
        "around",
        "after",
        "before",
        "during",
        "since",
        "until",
        "amid",
        "according to",
        "following",
        "despite",
    }
)
_PLACES = frozenset({"in", "at", "near", "on", "across", "around", "inside", "outside"})
_OBLIGING = frozenset({"must", "should", "ought"})
_OPENING = frozenset({'"', "“", "‘", ":", "''", "``"})


def oblique_of(head: Token, *prepositions: str) -> list[Token]:
    """Heads of the phrases with one of these prepositions ("on", "because of"), conjuncts included.

    A verb shares the phrases that stand after its conjuncts; where the verb or noun has none, those hung on its object,
    on the verb it is the object of, or on a name or by-phrase between, count: "impose sanctions *on Iran*". "In", "at",
    "of" and "by" stay where they are.
    """
    wanted = frozenset(prepositions)
    return _own_oblique(head, wanted) or _shared_oblique(head, wanted) or _near_oblique(head, wanted - _LOCAL)


def content_of(predicate: Token) -> list[Token]:
    """Heads of the clauses that say what a verb, noun or adjective is about, conjuncts included.

    Finite and infinite complements, "accused *of killing*", "barred *from entering*", "a decision *to withdraw*",
    "the aim is *to protect*", and for a verb of saying after its quotation, the quotation.
    """
    found = [child for child in predicate.children if _is_content(child)] or _near_content(predicate)
    clauses = found or _predicated(predicate) or _quoted(predicate)
    return [each for clause in clauses for each in conjuncts_of(clause) if is_predicate(each) or each is clause]


def complements_of(predicate: Token) -> list[Token]:
    """Heads of all that a verb or noun is about: clauses, phrases and what hangs on objects, less where it takes place.

    For a noun that is a verb's object, the verb's own phrases count too: "launched a probe *into the bank*".
    """
    carrier = [predicate.head] if relation(predicate) == "obj" else []
    own = [*children(predicate, *_COMPLEMENTS), *(each for verb in carrier for each in children(verb, *_COMPLEMENTS))]
    within = [each for thing in children(predicate, "obj", "nsubj:pass") for each in thing.children]
    return [
        *(each for each in own if not _has_case(each, _SCENE | _BY)),
        *(
            each
            for each in within
            if relation(each) not in ("acl:relcl", "punct", "det") and not _has_case(each, _SCENE)
        ),
    ]


def scene_of(predicate: Token) -> list[Token]:
    """Heads of the places by name in which an act or its object stands: *Kano* in "imposed a curfew in Kano"."""
    around = [
        predicate,
        *children(predicate, "obj", "nsubj:pass"),
        *([predicate.head] if relation(predicate) == "obj" else []),
    ]
    found = [each for owner in around for each in children(owner, *_PHRASES) if _has_case(each, _PLACES)]
    return [each for each in found if each.ent_type_ == "LOC"]


def obliged_of(predicate: Token) -> list[Token]:
    """Heads of those of whom it is said that they must or should: *Qatar* in "said that Qatar must mediate"."""
    clauses = [clause for clause in content_of(predicate) if modal_of(clause) in _OBLIGING or _needs_to(clause)]
    return [each for clause in clauses for each in subject_of(clause)]


def _needs_to(clause: Token) -> bool:
    return clause.lemma_ in ("have", "need", "ought") and any(relation(each) == "xcomp" for each in clause.children)


def governor_of(token: Token) -> Token | None:
    """The predicate or noun whose content this clause is."""
    first = first_conjunct(token)
    speech = [each for each in first.children if each.dep_ in ("parataxis", "ccomp")]
    around = [first.head, *children(first, "nsubj", "csubj"), *speech]
    return next((each for each in around if each != first and token in content_of(each)), None)


def _own_oblique(head: Token, wanted: frozenset[str]) -> list[Token]:
    phrases = [each for each in children(head, *_PHRASES) if _has_case(each, wanted)]
    found = {each.i: each for phrase in phrases for each in _with_like_case(phrase, wanted)}
    contrasted = [each for phrase in children(head, *_PHRASES) for each in children(phrase, "conj")]
    found |= {each.i: each for each in contrasted if _has_case(each, wanted)}
    return referents(each for each in found.values() if not is_verbal(each)) or _stranded(head, wanted)


def _with_like_case(phrase: Token, wanted: frozenset[str]) -> list[Token]:
    """The phrase's noun with its conjuncts, less those that have another preposition: "with A or *against* B"."""
    return [each for each in conjuncts_of(phrase) if _is_bare(each) or _has_case(each, wanted)]


def _is_bare(token: Token) -> bool:
    return all(case.tag_ == "POS" for case in children(token, "case"))


def _has_case(token: Token, wanted: frozenset[str]) -> bool:
    """Whether one of its prepositions, or all of them together, is wanted."""
    words = [_whole(case) for case in children(token, "case") if case.i < token.i]
    return bool(wanted & {*words, " ".join(words)})


def _whole(case: Token) -> str:
    """A preposition of one or more words."""
    return " ".join([case.lower_, *(each.lower_ for each in children(case, "fixed"))])


def _stranded(head: Token, wanted: frozenset[str]) -> list[Token]:
    """The antecedent of a clause that ends in the preposition: "the *rebels* it fought against"."""
    loose = [each for each in head.children if each.pos_ == "ADP" and each.i > head.i and each.lower_ in wanted]
    loose = [each for each in loose if not list(each.children)]
    relative = head.dep_ in ("acl:relcl", "acl") and bool(children(head, "nsubj"))
    return modified_by(head) if loose and relative else []


def _shared_oblique(head: Token, wanted: frozenset[str]) -> list[Token]:
    """Phrases of conjuncts that stand after them all."""
    phrases = [each for other in sharers_of(head) for each in children(other, *_PHRASES) if _has_case(each, wanted)]
    return nominals(shared_right(head, phrases))


def _near_oblique(head: Token, wanted: frozenset[str]) -> list[Token]:
    """Phrases that the parser may have hung one step off, on a neighbour that seldom has any."""
    names = [each for each in children(head, *_PHRASES) if each.ent_type_ or _has_case(each, _BY)]
    if is_verbal(head):
        owners = children(head, "obj", "nsubj:pass")
    else:
        owners = [head.head] if head.dep_ in ("obj", "nsubj:pass") else []
    phrases = [each for owner in [*owners, *names] for each in children(owner, *_PHRASES) if _has_case(each, wanted)]
    return nominals(each for each in phrases if each.i > head.i)


def _is_content(clause: Token) -> bool:
    """Whether a dependent is a clause that completes its head."""
    match relation(clause):
        case "ccomp":
            return not _is_aside(clause)
        case "xcomp":
            return is_predicate(clause)
        case "advcl":
            return is_complement_marker(clause.head.lemma_, marker_of(clause)) or _completes_adjective(clause)
        case "acl" if clause.dep_ == "acl":
            return _completes_noun(clause)
        case "nmod" | "obl":
            return is_verbal(clause) and is_complement_marker(clause.head.lemma_, marker_of(clause))
        case "parataxis":
            return _is_announced(clause)
    return False


def _is_aside(clause: Token) -> bool:
    """Whether a participle after a comma only goes along with its head: "he said, *calling* for talks"."""
    bare = clause.tag_ == "VBG" and not children(clause, "nsubj", "aux", "mark")
    return bare and any(each.text == "," for each in clause.doc[clause.head.i + 1 : clause.i])


def _completes_noun(clause: Token) -> bool:
    """Whether an "of", "to" or "that" makes it the noun's content; a name has none: "Russia to withdraw troops"."""
    noun, marker = clause.head, marker_of(clause)
    verbs_own = relation(noun) == "obj" and is_own_marker(noun.head.lemma_, marker)
    return bool(marker) and noun.pos_ not in ("PROPN", "PRON") and not verbs_own


def _near_content(verb: Token) -> list[Token]:
    """Gerunds that the parser hung on the object: "accused the general *of killing* civilians"."""
    below = [clause for noun in children(verb, "obj", "nsubj:pass") for clause in children(noun, "acl", "nmod")]
    return [clause for clause in below if is_verbal(clause) and is_own_marker(verb.lemma_, marker_of(clause))]


def _completes_adjective(clause: Token) -> bool:
    return clause.head.pos_ == "ADJ" and clause.i > clause.head.i and marker_of(clause) == "to"


def _is_announced(clause: Token) -> bool:
    """Whether a quotation or a colon opens a clause after its verb: 'Putin said: "We will win"'."""
    between = clause.doc[clause.head.i + 1 : clause.left_edge.i + 1]
    return is_predicate(clause) and clause.i > clause.head.i and any(each.text in _OPENING for each in between)


def _predicated(noun: Token) -> list[Token]:
    """The clause that a copula says of the noun: "the aim is *to protect* civilians"."""
    above = noun.head
    said = noun.dep_ in ("nsubj", "nsubj:outer") and is_verbal(above)
    return [above] if said and children(above, "cop") and children(above, "mark") else []


def _quoted(verb: Token) -> list[Token]:
    """The quotation that "he said" was put into or after."""
    speaks = verb.dep_ == "parataxis" and is_verbal(verb) and bool(children(verb, "nsubj", "obj"))
    return [verb.head] if speaks and not _is_announced(verb) else []
