"""From YAML files to rules; whatever is wrong is refused with its file and line."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path as File
from typing import Literal

from dateline.errors import ResourceError
from dateline.model import Status
from dateline.resources.entries import Entry, read_entry
from dateline.resources.ontology import CLASSES, Ontology
from dateline.resources.rules import (
    QUESTIONS,
    Choice,
    Condition,
    Example,
    Frame,
    PartOfSpeech,
    Path,
    Reach,
    Rule,
    RuleBook,
    Slot,
    Slots,
    Trigger,
)

_TRIGGER_KEYS: Mapping[str, PartOfSpeech] = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}
_SLOTS: Mapping[str, Slot] = {"actor": "actor", "recipient": "recipient"}
_STATUSES: Mapping[str, Status] = {
    "actual": "actual", "planned": "planned", "possible": "possible", "hypothetical": "hypothetical",
    "negated": "negated",
}  # fmt: skip
_KINDS: Mapping[str, Literal["any", "actor", "person"]] = {"any": "any", "actor": "actor", "person": "person"}
_COUNTS = ("dead", "injured", "arrested", "size")
_REQUIRED = ("id", "frame", "cameo", "examples", "counterexamples")
_OPTIONAL = (*_TRIGGER_KEYS, "actor", "recipient", "modes", "requires", "blocks", "over", "counts", "anonymous", "note")
_OPERATOR_REQUIRED = ("id", "frame", "over", "examples", "counterexamples")
_OPERATOR_OPTIONAL = (*_TRIGGER_KEYS, "actor", "recipient", "requires", "blocks", "cameo", "note")
PREPOSITIONS = frozenset(
    "about across after against along alongside amid among around as at because before behind between by despite "
    "during for from in inside into near of off on onto over outside regarding since through throughout to toward "
    "towards under until upon via with within without".split()
) | {"because of", "on behalf of", "as part of", "in response to", "out of", "such as"}
_MARK = re.compile(r"\[(actor|recipient): ([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class _Known:
    """What rules may refer to."""

    ontology: Ontology
    frames: Mapping[str, Frame]
    lexicons: Mapping[str, frozenset[str]]


def load_rules(folders: Sequence[File], ontology: Ontology) -> RuleBook:
    """The rules of folders: `events/*.yaml`, `operators.yaml`, and what they refer to, `frames.yaml`, `lexicons.yaml`.

    A later folder extends those before it: its frames, word lists and rules replace theirs of the same name. Raises
    ResourceError for the first thing that is wrong.
    """
    lexicons = {
        key.text(): frozenset(value.texts())
        for file in _files(folders, "lexicons.yaml")
        for key, value in read_entry(file).pairs()
    }
    frames = [_frame(entry) for file in _files(folders, "frames.yaml") for entry in read_entry(file).items()]
    known = _Known(ontology, {frame.id: frame for frame in frames}, lexicons)
    rules: dict[str, Rule] = {}
    cues: dict[str, Mapping[str, frozenset[str]]] = {}
    proposed: dict[str, Mapping[PartOfSpeech, Slots]] = {}
    for folder in folders:
        own = [*_event_rules(folder, known, cues, proposed), *_operators(folder, known)]
        if not own:
            raise ResourceError(folder, "no rules: they are looked for in events/*.yaml and operators.yaml")
        _refuse_doubles(own)
        rules |= {rule.id: rule for rule in own}
    return RuleBook(tuple(rules.values()), cues, lexicons, proposed)


def _files(folders: Iterable[File], name: str) -> list[File]:
    return [folder / name for folder in folders if (folder / name).exists()]


def _event_rules(
    folder: File,
    known: _Known,
    cues: dict[str, Mapping[str, frozenset[str]]],
    proposed: dict[str, Mapping[PartOfSpeech, Slots]],
) -> Iterable[Rule]:
    """The rules of the folder's event files; their cues are added to `cues`, their frame for others to `proposed`."""
    for file in sorted((folder / "events").glob("*.yaml")):
        fields = read_entry(file).fields(("type", "rules"), ("cues", "proposed", "note"))
        code = _type(fields["type"], known)
        if "proposed" in fields:
            proposed[code] = _frame_named(fields["proposed"], known).slots
        own = _cues(fields["cues"], code, known) if "cues" in fields else {}
        cues[code] = {**cues.get(code, {}), **own}
        yield from (_rule(entry, known, code) for entry in fields["rules"].items())


def _operators(folder: File, known: _Known) -> list[Rule]:
    files = _files([folder], "operators.yaml")
    return [_rule(entry, known, None) for file in files for entry in read_entry(file).items()]


def _refuse_doubles(rules: Iterable[Rule]) -> None:
    seen: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in seen:
            first = seen[rule.id]
            raise ResourceError(rule.file, f"the id {rule.id!r} is taken by {first.file}:{first.line}", rule.line)
        seen[rule.id] = rule


def _rule(entry: Entry, known: _Known, code: str | None) -> Rule:
    keys = (_REQUIRED, _OPTIONAL) if code else (_OPERATOR_REQUIRED, _OPERATOR_OPTIONAL)
    fields = entry.fields(*keys)
    if not any(key in fields for key in _TRIGGER_KEYS):
        raise entry.wrong(f"lacks a trigger: {', '.join(_TRIGGER_KEYS)}")
    return Rule(
        id=fields["id"].text(),
        type=code,
        triggers=tuple(_triggers(fields)),
        slots=_slots(fields, known),
        modes=_modes(fields.get("modes"), code, known),
        cameo=_cameo(fields.get("cameo"), known),
        requires=_conditions(fields.get("requires"), known),
        blocks=_conditions(fields.get("blocks"), known),
        over=_reach(fields["over"], code, known) if "over" in fields else None,
        counts=_counts(fields.get("counts")),
        anonymous=fields["anonymous"].text() if "anonymous" in fields else None,
        examples=_examples(fields["examples"], 2),
        counterexamples=_examples(fields["counterexamples"], 1),
        file=str(entry.path),
        line=entry.line,
    )


def _triggers(fields: Mapping[str, Entry]) -> Iterable[Trigger]:
    for key, part in _TRIGGER_KEYS.items():
        for item in fields[key].items() if key in fields else []:
            yield _trigger(item.text().split(), part)


def _trigger(words: list[str], part: PartOfSpeech) -> Trigger:
    """A verb leads its phrase; a noun ends it, or stands before the first preposition in it."""
    place = 0
    if part == "noun":
        place = next((i for i, word in enumerate(words) if word in PREPOSITIONS), len(words)) - 1
    return Trigger(words[place], tuple(words[:place] + words[place + 1 :]), part, before=place)


def _frame(entry: Entry) -> Frame:
    fields = entry.fields(("id",), ("verb", "noun", "adjective", "note"))
    parts: tuple[PartOfSpeech, ...] = ("verb", "noun", "adjective")
    return Frame(fields["id"].text(), {part: _frame_slots(fields[part]) for part in parts if part in fields})


def _frame_slots(entry: Entry) -> Slots:
    return {_SLOTS[key]: _choices(value) for key, value in entry.fields((), tuple(_SLOTS)).items()}


def _slots(fields: Mapping[str, Entry], known: _Known) -> Mapping[PartOfSpeech, Slots]:
    """The frame's slots, with those that the rule states itself put first."""
    frame = _frame_named(fields["frame"], known)
    own: Slots = {slot: _choices(fields[key]) for key, slot in _SLOTS.items() if key in fields}
    parts = [part for key, part in _TRIGGER_KEYS.items() if key in fields]
    return {part: {**frame.slots.get(part, frame.slots.get("verb", {})), **own} for part in parts}


def _frame_named(entry: Entry, known: _Known) -> Frame:
    frame = known.frames.get(entry.text())
    if frame is None:
        raise entry.wrong(f"no frame {entry.text()!r} in frames.yaml")
    return frame


def _choices(entry: Entry) -> tuple[Choice, ...]:
    return tuple(map(_choice, entry.items()))


def _choice(entry: Entry) -> Choice:
    return tuple(_path(part.strip(), entry) for part in entry.text().split("+"))


def _path(written: str, entry: Entry) -> Path:
    """The steps of a path such as `patient.with`; ResourceError for a step that is no question and no preposition."""
    steps = tuple(step.replace("_", " ") for step in written.split("."))
    for step in steps:
        if step not in QUESTIONS and step not in PREPOSITIONS:
            raise entry.wrong(f"{step!r} is no question and no preposition; questions: {', '.join(sorted(QUESTIONS))}")
    return steps


def _conditions(entry: Entry | None, known: _Known) -> tuple[Condition, ...]:
    return tuple(_condition(key, value, known) for key, value in entry.pairs()) if entry else ()


def _condition(key: Entry, value: Entry, known: _Known) -> Condition:
    choice = _choice(key)
    if not value.is_list and (kind := _KINDS.get(value.text())):
        return Condition(key.text(), choice, kind, line=key.line)
    return Condition(key.text(), choice, "lemma", frozenset(_lemmas(value, known)), key.line)


def _lemmas(entry: Entry, known: _Known) -> Iterable[str]:
    """Words, and those of the lexicons that are named with an @."""
    for item in entry.items():
        word = item.text()
        if not word.startswith("@"):
            yield word
        elif word[1:] not in known.lexicons:
            raise item.wrong(f"no lexicon {word[1:]!r} in lexicons.yaml")
        else:
            yield from known.lexicons[word[1:]]


def _reach(entry: Entry, code: str | None, known: _Known) -> Reach:
    fields = entry.fields(("at",), ("turns", "inner", "status"))
    turns = {key.text(): value for key, value in fields["turns"].pairs()} if "turns" in fields else {}
    if not turns and code is None:
        raise entry.wrong("an operator must say what it turns other acts into")
    for name, value in turns.items():
        if name not in CLASSES and name not in known.ontology.types:
            raise value.wrong(f"{name!r} is no type and no class of types: {', '.join(CLASSES)}")
        if value.text() not in ("same", "none"):
            _type(value, known)
    return Reach(
        paths=tuple(_path(item.text(), item) for item in fields["at"].items()),
        turns={name: value.text() for name, value in turns.items()} or {"any": code or "same"},
        inner=_status(fields["inner"]) if "inner" in fields else None,
        status=_status(fields["status"]) if "status" in fields else None,
    )


def _status(entry: Entry) -> Status:
    if entry.text() not in _STATUSES:
        raise entry.wrong(f"a status is one of {', '.join(_STATUSES)}")
    return _STATUSES[entry.text()]


def _type(entry: Entry, known: _Known) -> str:
    if entry.text() not in known.ontology.types:
        raise entry.wrong(f"no type {entry.text()!r} in {known.ontology.name}")
    return entry.text()


def _modes(entry: Entry | None, code: str | None, known: _Known) -> tuple[str, ...]:
    for item in entry.items() if entry else []:
        if code is None or item.text() not in known.ontology.types[code].modes:
            raise item.wrong(f"{code} has no mode {item.text()!r}")
    return entry.texts() if entry else ()


def _cues(entry: Entry, code: str, known: _Known) -> Mapping[str, frozenset[str]]:
    for key, _ in entry.pairs():
        _modes(key, code, known)
    return {key.text(): frozenset(value.texts()) for key, value in entry.pairs()}


def _cameo(entry: Entry | None, known: _Known) -> str:
    if entry is None:
        return ""
    if entry.text()[:2] not in known.ontology.goldstein_scale or not entry.text().isdigit():
        raise entry.wrong(f"no CAMEO code {entry.text()!r}")
    return entry.text()


def _counts(entry: Entry | None) -> Mapping[str, Path]:
    fields = entry.fields((), _COUNTS) if entry else {}
    return {name: _path(value.text(), value) for name, value in fields.items()}


def _examples(entry: Entry, least: int) -> tuple[Example, ...]:
    found = tuple(_example(item) for item in entry.items())
    if len(found) < least:
        raise entry.wrong(f"{len(found)} where at least {least} belong")
    return found


def _example(entry: Entry) -> Example:
    written = entry.text()
    marked = tuple((_SLOTS[match[1]], match[2]) for match in _MARK.finditer(written))
    return Example(_MARK.sub(r"\2", written), marked, entry.line)
