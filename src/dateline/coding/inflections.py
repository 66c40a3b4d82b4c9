"""Regular forms of the rules' own verbs, so that one whose lemma the language model misses is found all the same."""

import re

_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]$")
_CLOSED = re.compile(r".*[aeiou][^aeiouwxy]$")


def forms_of(verb: str) -> set[str]:
    """Past and -ing forms: *barred*, *expelled*, *freed*, *denied*."""
    if verb.endswith("e"):
        return {verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing"}
    if verb.endswith("y") and verb[-2:-1] not in set("aeiou"):
        return {verb[:-1] + "ied", verb + "ing"}
    plain, doubled = {verb + "ed", verb + "ing"}, {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    if _SHORT.match(verb):
        return doubled
    return plain | doubled if _CLOSED.match(verb) else plain
