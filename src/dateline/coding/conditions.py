"""Whether a rule's conditions hold at a trigger."""

from spacy.tokens import Token

from dateline.coding.participants import Cast
from dateline.coding.triggers import Match
from dateline.resources.rules import Condition


def unmet(match: Match, cast: Cast) -> Condition | None:
    """The first condition that keeps a rule from applying, None where it applies."""
    for condition in match.rule.requires:
        if not _holds(condition, match, cast):
            return condition
    return next((condition for condition in match.rule.blocks if _holds(condition, match, cast)), None)


def _holds(condition: Condition, match: Match, cast: Cast) -> bool:
    found = [token for path in condition.choice for token in cast.answers(path, match.token)]
    if condition.kind == "any":
        return bool(found)
    if condition.kind == "lemma":
        return any(_forms(token) & condition.lemmas for token in found)
    people = [participant for token in found for participant in cast.who(token)]
    return any(condition.kind == "actor" or each.actor.kind == "person" for each in people)


def _forms(token: Token) -> set[str]:
    """The lemma and the word, with and without an s, for nouns that a dictionary lists in the plural: *troops*."""
    return {token.lemma_.lower(), token.lower_, token.lower_.removesuffix("s")}
