"""A small ontology and a small folder of rules, for tests to load whole or with one thing changed."""

from pathlib import Path

GOLDSTEIN = "cameo\tgoldstein\n03\t4.0\n04\t1.0\n07\t7.0\n08\t5.0\n10\t-2.0\n11\t-2.0\n12\t-4.0\n13\t-6.0\n138\t-7.0\n14\t-6.5\n16\t-4.0\n19\t-9.0\n"

ONTOLOGY = """\
name: small
types:
  - {code: AGREE, quad: 1, score: 2.5, cameo: "03", refused: REJECT}
  - {code: CONSULT, quad: 1, score: 2.5, cameo: "04", modes: {phone: 1.5, visit: 4}, future: AGREE, refused: REJECT}
  - {code: CONCEDE, quad: 1, score: 4.5, cameo: "08"}
  - {code: AID, quad: 2, score: 10, cameo: "07", recipient: required, future: AGREE, refused: REJECT}
  - code: REQUEST
    quad: 3
    score: 0
    cameo: "10"
    modes: {assist: 0.5}
    content_modes: {AID: assist}
  - {code: ACCUSE, quad: 3, score: -3, cameo: "11", modes: {allege: -3.5}}
  - {code: REJECT, quad: 3, score: -2, cameo: "12", modes: {assist: -1.5}, content_modes: {AID: assist}}
  - code: THREATEN
    quad: 3
    score: -3.5
    cameo: "13"
    modes: {violence: -4, relations: -3}
    content_modes: {ASSAULT: violence, SANCTION: relations}
  - {code: PROTEST, quad: 4, score: -5, cameo: "14", modes: {riot: -7}}
  - {code: SANCTION, quad: 4, score: -6, cameo: "16", recipient: required, future: THREATEN, dated_future: SANCTION}
  - {code: ASSAULT, quad: 4, score: -9, cameo: "19", modes: {explosives: -9.5, firearms: -9}}
contexts: [military, terrorism, economic]
"""

FRAMES = """\
- id: does-to
  verb: {actor: [agent], recipient: [patient]}
  noun: {actor: [support.agent, possessor], recipient: ["on", against, to]}
- id: with-each-other
  verb: {actor: [agent + patient + with]}
  noun: {actor: [support.agent + support.with + between + with]}
- id: holds-over
  verb: {actor: [agent]}
  noun: {actor: [support.agent, possessor]}
"""

LEXICONS = """\
light-verbs: [launch, hold, make, give]
motion-verbs: [fly, travel]
bearing-verbs: [face]
status-possible: [alleged, reportedly]
status-negated: [foiled]
pastimes: [time, boredom]
"""

CONTEXTS = """\
- {context: military, strong: [army], weak: [general, border], yields_to: [terrorism]}
- {context: terrorism, strong: [terrorist]}
- {context: economic, strong: [tariff], weak: [trade, price]}
"""

ASSAULT = """\
type: ASSAULT
proposed: does-to
cues:
  explosives: [bomb, mortar]
rules:
  - id: assault.attack
    frame: does-to
    verbs: [attack, raid, open fire on]
    nouns: [attack, raid, air raid]
    cameo: "190"
    examples:
      - "[actor: Kings] attacked [recipient: towns]."
      - "The raid on [recipient: the town] by night was long."
    counterexamples:
      - "They attacked the problem."
  - id: assault.kill
    frame: does-to
    verbs: [kill]
    counts: {dead: patient}
    blocks: {patient: ["@pastimes"]}
    anonymous: UNK
    cameo: "190"
    examples:
      - "[actor: Kings] killed [recipient: heirs]."
      - "Somebody killed [recipient: the heir]."
    counterexamples:
      - "They killed time."
"""

CONSULT = """\
type: CONSULT
cues:
  phone: [telephone, phone]
rules:
  - id: consult.meet
    frame: with-each-other
    verbs: [meet, talk]
    nouns: [talk]
    cameo: "040"
    examples: ["[actor: Kings] met.", "They held talks."]
    counterexamples: ["The lines met."]
  - id: consult.greet
    frame: with-each-other
    verbs: [meet]
    requires: {at: [airport]}
    modes: [visit]
    cameo: "042"
    examples: ["[actor: Kings] met at the airport.", "They met heirs at an airport."]
    counterexamples: ["They met."]
"""

AID = """\
type: AID
rules:
  - id: aid.help
    frame: does-to
    verbs: [help]
    nouns: [aid]
    cameo: "070"
    examples: ["[actor: Kings] helped [recipient: towns].", "Aid to towns came."]
    counterexamples: ["It helped."]
"""

ACCUSE = """\
type: ACCUSE
rules:
  - id: accuse.blame
    frame: does-to
    verbs: [accuse, blame]
    over: {at: [content, of, for], turns: {any: ACCUSE}, inner: possible}
    modes: [allege]
    cameo: "112"
    examples: ["[actor: Kings] blamed [recipient: heirs].", "They accused [recipient: the heir]."]
    counterexamples: ["Nobody spoke."]
"""

REQUEST = """\
type: REQUEST
rules:
  - id: request.urge
    frame: does-to
    verbs: [urge, demand]
    over: {at: [content, patient]}
    cameo: "100"
    examples: ["[actor: Kings] urged [recipient: heirs].", "They urged [recipient: the heir]."]
    counterexamples: ["Nobody spoke."]
"""

OPERATORS = """\
- id: operator.threaten
  frame: holds-over
  verbs: [threaten]
  nouns: [threat]
  cameo: "138"
  over: {at: [content, "on"], turns: {hostile: THREATEN}}
  examples: ["They threatened to attack.", "A threat to attack came."]
  counterexamples: ["Rain threatened."]
- id: operator.promise
  frame: holds-over
  verbs: [promise]
  over: {at: [content, patient], turns: {cooperative: AGREE, AID: AGREE}, status: planned}
  examples: ["They promised to help.", "They promised aid."]
  counterexamples: ["They promised."]
- id: operator.refuse
  frame: holds-over
  verbs: [refuse]
  over: {at: [content], turns: {any: REJECT}}
  examples: ["They refused to help.", "They refused to meet."]
  counterexamples: ["They refused."]
- id: operator.halt
  frame: holds-over
  verbs: [suspend]
  over: {at: [content, patient], turns: {any: none, cooperative: none, hostile: CONCEDE, AID: SANCTION}}
  examples: ["They suspended aid.", "They suspended the attack."]
  counterexamples: ["They suspended."]
- id: operator.plan
  frame: holds-over
  verbs: [plan]
  over: {at: [content, patient], turns: {any: same}, status: planned}
  examples: ["They plan to help.", "They plan to meet."]
  counterexamples: ["They plan."]
- id: operator.fail
  frame: holds-over
  verbs: [fail]
  over: {at: [content], turns: {any: same}, status: negated}
  examples: ["They failed to help.", "They failed to meet."]
  counterexamples: ["They failed."]
- id: operator.prevent
  frame: holds-over
  verbs: [prevent]
  over: {at: [patient], turns: {hostile: none}}
  examples: ["They prevented an attack.", "They prevented a raid."]
  counterexamples: ["They prevented talks."]
"""

FILES = {
    "frames.yaml": FRAMES,
    "lexicons.yaml": LEXICONS,
    "contexts.yaml": CONTEXTS,
    "operators.yaml": OPERATORS,
    "events/accuse.yaml": ACCUSE,
    "events/aid.yaml": AID,
    "events/assault.yaml": ASSAULT,
    "events/consult.yaml": CONSULT,
    "events/request.yaml": REQUEST,
}


def write_ontology(folder: Path, ontology: str = ONTOLOGY, goldstein: str = GOLDSTEIN) -> Path:
    """The path of the ontology, written to a folder with its scale beside it."""
    (folder / "goldstein.tsv").write_text(goldstein, encoding="utf-8")
    path = folder / "small.yaml"
    path.write_text(ontology, encoding="utf-8")
    return path


def write_rules(folder: Path, **changed: str) -> Path:
    """The folder `rules`, with files replaced by their stem: `write_rules(tmp_path, assault="type: ...")`."""
    rules = folder / "rules"
    (rules / "events").mkdir(parents=True)
    for name, text in FILES.items():
        (rules / name).write_text(changed.get(Path(name).stem, text), encoding="utf-8")
    return rules


def line_of(text: str, words: str) -> int:
    """The number of the first line of a text with these words."""
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)
