"""Readers of treebanks and name corpora, on a few lines in their formats."""

from pathlib import Path

from training.corpora import guess_spaces, read_conllu, read_uner, read_wikigold

CONLLU = """\
# newdoc id = one
# meta::genre = news
# newpar
# sent_id = one-1
# text = Dr. Ama Sarpong of the Accra Bank doesn't agree.
1\tDr.\tDr.\tPROPN\tNNP\t_\t2\tnmod:desc\t_\tEntity=(1-person-new-1-sgl
2\tAma\tAma\tPROPN\tNNP\t_\t9\tnsubj\t_\t_
3\tSarpong\tSarpong\tPROPN\tNNP\t_\t2\tflat\t_\t_
4\tof\tof\tADP\tIN\t_\t7\tcase\t_\t_
5\tthe\tthe\tDET\tDT\t_\t7\tdet\t_\tEntity=(2-organization-new-1-sgl
6\tAccra\tAccra\tPROPN\tNNP\t_\t7\tcompound\t_\tEntity=(3-place-new-1-sgl)
7\tBank\tbank\tPROPN\tNNP\t_\t2\tnmod\t_\tEntity=2)1)
8-9\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_
8\tdoes\tdo\tAUX\tVBZ\t_\t10\taux\t_\t_
9\tn't\tnot\tPART\tRB\t_\t10\tadvmod\t_\t_
10\tagree\tagree\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
11\t.\t.\tPUNCT\t.\t_\t10\tpunct\t_\t_

"""


def _written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf8")
    return path


def test_words_are_cut_from_the_surface_with_their_spacing(tmp_path: Path) -> None:
    (sentence,) = read_conllu(_written(tmp_path, "a.conllu", CONLLU))
    text = "".join(word + " " * space for word, space in zip(sentence.words, sentence.spaces, strict=True))
    assert text.strip() == "Dr. Ama Sarpong of the Accra Bank doesn't agree."
    assert sentence.words[7:9] == ("does", "n't")


def test_entities_become_names_without_title_or_article(tmp_path: Path) -> None:
    (sentence,) = read_conllu(_written(tmp_path, "a.conllu", CONLLU), entities=True)
    tagged = {w: t for w, t in zip(sentence.words, sentence.names or (), strict=True) if t[0] in "BI"}
    assert tagged["Ama"] == "B-PER"
    assert "Dr." not in tagged
    assert "the" not in tagged


def test_what_may_be_a_name_stays_unknown_without_entities(tmp_path: Path) -> None:
    (sentence,) = read_conllu(_written(tmp_path, "a.conllu", CONLLU))
    names = dict(zip(sentence.words, sentence.names or (), strict=True))
    assert names["Ama"] == names["of"] == "?"
    assert names["agree"] == "O"


def test_another_genre_is_left_out(tmp_path: Path) -> None:
    path = _written(tmp_path, "a.conllu", CONLLU)
    assert len(list(read_conllu(path, genre="news"))) == 1
    assert list(read_conllu(path, genre="voyage")) == []


def test_uner_tags_find_their_sentence_and_foreign_kinds_are_dropped(tmp_path: Path) -> None:
    words = ["Dr.", "Ama", "Sarpong", "of", "the", "Accra", "Bank", "does", "n't", "agree", "."]
    tags = ["O", "B-PER", "I-PER", "O", "O", "B-ORG", "I-ORG", "O", "O", "B-OTH", "O"]
    rows = "".join(f"{i}\t{word}\t{tag}\t-\tx\n" for i, (word, tag) in enumerate(zip(words, tags, strict=True), 1))
    treebank = _written(tmp_path, "a.conllu", CONLLU)
    (sentence,) = read_uner(_written(tmp_path, "a.iob2", "# sent_id = other\n" + rows), treebank)
    assert sentence.names == ("O", "B-PER", "I-PER", "O", "O", "B-ORG", "I-ORG", "O", "O", "O", "O")


def test_wikigold_names_begin_with_b_and_misc_is_no_name(tmp_path: Path) -> None:
    path = _written(tmp_path, "gold.txt", "Kofi I-PER\nin I-PER\nGhana I-LOC\nRock I-MISC\n. O\n\n-DOCSTART- O\n")
    (sentence,) = read_wikigold(path)
    assert sentence.names == ("B-PER", "I-PER", "B-LOC", "O", "O")


def test_guessed_spaces_stand_where_print_has_them() -> None:
    assert guess_spaces(["He", "paid", "$", "5", ",", "she", "did", "n't", "."]) == (
        True, True, False, False, True, True, False, False, False,
    )  # fmt: skip
