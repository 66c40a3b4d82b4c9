"""GUM documents: raw text, chains by head words, and what OntoNotes would not count."""

from pathlib import Path

import pytest

from dateline.errors import BadRecord, UnreadableFile
from dateline.evaluate.gum import GoldDocument, read_gum

HEADER = """\
# newdoc id = {id}
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
# meta::genre = {genre}
"""


def sentence(text: str, *words: str) -> str:
    """A sentence; a word is `form upos head deprel [entity]`."""
    lines = [f"# text = {text}"]
    for number, word in enumerate(words, 1):
        form, upos, head, deprel, *entity = word.split()
        misc = f"Entity={entity[0]}" if entity else "_"
        lines.append("\t".join([str(number), form, form.lower(), upos, "_", "_", head, deprel, "_", misc]))
    return "\n".join(lines) + "\n\n"


def opened(group: int, link: str = "coref") -> str:
    return f"({group}-person-new-nnnnn-cf1-1-{link}"


EVANS = sentence(
    "William Evans, the president, left.",
    f"William PROPN 7 nsubj {opened(1)}",
    "Evans PROPN 1 flat 1)",
    ", PUNCT 5 punct",
    f"the DET 5 det {opened(1, 'appos')}",
    "president NOUN 1 appos 1)",
    ", PUNCT 5 punct",
    "left VERB 0 root",
    ". PUNCT 7 punct",
)
HE = sentence(
    "He is a father.",
    f"He PRON 4 nsubj {opened(1, 'ana')})",
    "is AUX 4 cop",
    f"a DET 4 det {opened(1, 'pred')}",
    "father NOUN 0 root 1)",
    ". PUNCT 4 punct",
)


def write(folder: Path, *documents: str) -> Path:
    path = folder / "gold.conllu"
    path.write_text("".join(documents), encoding="utf8")
    return path


def read_one(folder: Path, *sentences: str) -> GoldDocument:
    (found,) = read_gum(write(folder, HEADER.format(id="d", genre="news"), *sentences))
    return found


def words_of(gold: GoldDocument) -> list[list[str]]:
    text = gold.document.text
    return [[text[place:].split()[0].strip(",.") for place in sorted(chain)] for chain in gold.chains]


def test_chains_leave_out_predicates_and_take_appositions_in(tmp_path: Path) -> None:
    gold = read_one(tmp_path, EVANS, HE)
    assert gold.document.text == "William Evans, the president, left. He is a father."
    assert words_of(gold) == [["William", "He"]]
    assert gold.appositions == {gold.document.text.index("president"): 0}
    assert gold.pronouns == {gold.document.text.index("He")}


def test_a_title_hangs_on_its_name_and_possessors_count(tmp_path: Path) -> None:
    gold = read_one(
        tmp_path,
        sentence(
            "Biologist Bos left.",
            f"Biologist NOUN 3 nsubj {opened(1)}",
            "Bos PROPN 1 flat 1)",
            "left VERB 0 root",
            ". PUNCT 3 punct",
        ),
        sentence(
            "The biologist's dog left.",
            f"The DET 2 det {opened(1)}",
            "biologist NOUN 4 nmod:poss",
            "'s PART 2 case 1)",
            "dog NOUN 5 nsubj",
            "left VERB 0 root",
            ". PUNCT 5 punct",
        ),
    )
    assert words_of(gold) == [["Bos", "biologist's"]]


def test_nouns_that_only_modify_clauses_and_expletives_do_not_count(tmp_path: Path) -> None:
    gold = read_one(
        tmp_path,
        sentence(
            "It helped dam workers leave.",
            f"It PRON 2 expl {opened(1)})",
            "helped VERB 0 root",
            f"dam NOUN 4 compound {opened(2)})",
            "workers NOUN 5 nsubj",
            f"leave VERB 2 ccomp {opened(1)})",
            ". PUNCT 2 punct",
        ),
        sentence("The dam broke.", f"The DET 2 det {opened(2)}", "dam NOUN 3 nsubj 2)", "broke VERB 0 root"),
    )
    assert gold.chains == ()


def test_those_joined_stand_where_their_conjunction_does(tmp_path: Path) -> None:
    gold = read_one(
        tmp_path,
        sentence(
            "Bos and Evans left.",
            f"Bos PROPN 4 nsubj {opened(1)}{opened(2, 'sgl')})",
            "and CCONJ 3 cc",
            "Evans PROPN 1 conj 1)",
            "left VERB 0 root",
            ". PUNCT 4 punct",
        ),
        sentence("They won.", f"They PRON 2 nsubj {opened(1, 'ana')})", "won VERB 0 root", ". PUNCT 2 punct"),
    )
    assert words_of(gold) == [["and", "They"]]


def test_only_the_wanted_genres_are_read(tmp_path: Path) -> None:
    news, talk = (HEADER.format(id=genre, genre=genre) + EVANS for genre in ("news", "talk"))
    path = write(tmp_path, news, talk)
    assert [gold.genre for gold in read_gum(path, ["talk"])] == ["talk"]
    assert [gold.genre for gold in read_gum(path)] == ["news", "talk"]


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        list(read_gum(tmp_path / "missing.conllu"))
    with pytest.raises(BadRecord):
        list(read_gum(write(tmp_path, "one\tword\n\n")))
