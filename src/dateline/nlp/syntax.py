"""The questions that rules ask of a parse, in one place; they take spaCy tokens and answer with head tokens."""

from dateline.nlp.arguments import agent_of, patient_of, recipient_of, subject_of
from dateline.nlp.clauses import (
    conditional_of,
    has_infinitive_marker,
    is_imperative,
    is_negated,
    is_noun_predicate,
    is_question,
    modal_of,
    negation_of,
    particle_of,
    still_open,
    tense_of,
    voice_of,
)
from dateline.nlp.complements import complements_of, content_of, governor_of, obliged_of, oblique_of, scene_of
from dateline.nlp.phrases import (
    apposition_of,
    head_noun,
    modifiers_of,
    name_span,
    phrase_span,
    possessor_of,
    proper_modifiers_of,
    sentence_of,
    whole_of,
)
from dateline.nlp.relations import coordinated, is_calendar_word

__all__ = [
    "agent_of", "apposition_of", "complements_of", "conditional_of", "content_of", "coordinated", "governor_of", "has_infinitive_marker",
    "head_noun", "is_calendar_word", "is_imperative", "is_negated", "is_noun_predicate", "is_question", "modal_of", "modifiers_of", "name_span",
    "negation_of", "obliged_of", "oblique_of", "particle_of", "patient_of", "phrase_span", "possessor_of", "proper_modifiers_of",
    "recipient_of", "scene_of", "sentence_of", "still_open", "subject_of", "tense_of", "voice_of", "whole_of",
]  # fmt: skip
