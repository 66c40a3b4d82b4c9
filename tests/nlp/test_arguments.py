"""Agents, patients and recipients of verbs, active and passive, with the parser's usual slips."""

import pytest

from dateline.nlp import syntax
from tests import make
from tests.nlp.ask import agents, contents, patients, words


def test_coordinated_subjects_and_objects_are_all_given() -> None:
    doc = make.parse("""
        China   NNP  nsubj  fined  LOC
        and     CC   cc     India
        India   NNP  conj   China  LOC
        fined   VBD  root
        banks   NNS  obj    fined
        ,       ,    punct  brokers
        brokers NNS  conj   banks
        and     CC   cc     traders
        traders NNS  conj   banks
    """)
    assert agents(doc, "fined") == "China India"
    assert patients(doc, "fined") == "banks brokers traders"


def test_a_passive_turns_both_around() -> None:
    doc = make.parse("""
        The     DT   det         talks
        talks   NNS  nsubj:pass  blocked
        were    VBD  aux:pass    blocked
        blocked VBN  root
        by      IN   case        Chad
        Chad    NNP  obl:agent   blocked  LOC
        and     CC   cc          Mali
        Mali    NNP  conj        Chad     LOC
    """)
    assert agents(doc, "blocked") == "Chad Mali"
    assert patients(doc, "blocked") == "talks"
    assert syntax.voice_of(make.token(doc, "blocked")) == "passive"


def test_a_passive_without_by_phrase_has_no_agent() -> None:
    doc = make.parse("talks NNS nsubj:pass blocked\nwere VBD aux:pass blocked\nblocked VBN root")
    assert agents(doc, "blocked") == ""


@pytest.mark.parametrize("subject", ["nsubj", "nsubj:pass"])
@pytest.mark.parametrize("auxiliary", ["aux:pass", "aux", "cop"])
@pytest.mark.parametrize("phrase", ["obl:agent", "obl"])
@pytest.mark.parametrize("tag", ["VBN", "VBD"])
def test_a_passive_is_known_by_any_of_its_signs(subject: str, auxiliary: str, phrase: str, tag: str) -> None:
    doc = make.parse(f"""
        Talks   NNS    {subject}    blocked
        were=be VBD    {auxiliary}  blocked
        blocked {tag}  root
        by      IN     case         rebels
        rebels  NNS    {phrase}     blocked
    """)
    assert (agents(doc, "blocked"), patients(doc, "blocked")) == ("rebels", "Talks")


def test_by_and_a_number_or_date_is_no_agent() -> None:
    doc = make.parse("""
        Pay   NN   nsubj:pass  cut
        was   VBD  aux:pass    cut
        cut   VBN  root
        by    IN   case        points
        two   CD   nummod      points
        points NNS obl         cut
    """)
    assert agents(doc, "cut") == ""


def test_the_by_phrase_may_hang_on_the_place_before_it() -> None:
    doc = make.parse("""
        Police   NNS  nsubj:pass  shot
        were     VBD  aux:pass    shot
        shot     VBN  root
        in       IN   case        Kano
        Kano     NNP  obl         shot   LOC
        by       IN   case        rebels
        rebels   NNS  nmod        Kano
    """)
    assert agents(doc, "shot") == "rebels"


def test_a_participle_with_object_and_no_auxiliary_is_a_past() -> None:
    doc = make.parse("Rebels NNS nsubj killed\nkilled VBN root\ntwelve CD nummod men\nmen NNS obj killed")
    killed = make.token(doc, "killed")
    assert (syntax.voice_of(killed), syntax.tense_of(killed)) == ("active", "past")
    assert (agents(doc, "killed"), patients(doc, "killed")) == ("Rebels", "men")


def test_a_headline_without_auxiliary_is_passive() -> None:
    doc = make.parse("Twelve CD nsubj killed\nkilled VBN root\nin IN case blast\nblast NN obl killed")
    assert (agents(doc, "killed"), patients(doc, "killed")) == ("", "Twelve")


def test_the_first_of_two_objects_receives() -> None:
    table = "Oslo NNP nsubj gave\ngave VBD root\nKyiv NNP {} gave\ntanks NNS obj gave"
    for label in ("iobj", "obj"):
        doc = make.parse(table.format(label))
        assert words(syntax.recipient_of(make.token(doc, "gave"))) == "Kyiv"
        assert patients(doc, "gave") == "tanks"


def test_an_indirect_object_alone_is_whom_it_is_done_to() -> None:
    doc = make.parse("Rome NNP nsubj asked\nasked VBD root\nXi NNP iobj asked\nto TO mark act\nact VB xcomp asked")
    assert (patients(doc, "asked"), agents(doc, "act")) == ("Xi", "Xi")


def test_at_least_is_no_preposition() -> None:
    doc = make.parse("""
        Raids  NNS nsubj  killed
        killed VBD root
        at     IN  case   men
        least  JJS nmod   five
        five   CD  nummod men
        men    NNS obl    killed
    """)
    assert patients(doc, "killed") == "men"


def test_two_words_of_a_name_are_one_subject() -> None:
    doc = make.parse("North NNP nsubj fired\nKorea NNP nsubj fired\nfired VBD root")
    assert agents(doc, "fired") == "Korea"


def test_a_participle_after_a_comma_is_not_what_is_said() -> None:
    doc = make.parse("""
        He      PRP nsubj said
        said    VBD root
        ,       ,   punct calling
        calling VBG ccomp said
        for     IN  case  peace
        peace   NN  obl   calling
    """)
    assert contents(doc, "said") == ""
    assert agents(doc, "calling") == "He"


@pytest.mark.parametrize("label", ["nsubj", "obj"])
def test_a_speaker_after_the_quotation(label: str) -> None:
    doc = make.parse(f"""
        "        ``   punct    win
        We       PRP  nsubj    win
        'll      MD   aux      win
        win      VB   ccomp    said
        ,        ,    punct    win
        "        ''   punct    win
        said     VBD  root
        the      DT   det      minister
        minister NN   {label}  said
    """)
    assert agents(doc, "said") == "minister"
    assert patients(doc, "said") == ""
    assert contents(doc, "said") == "win"


def test_what_a_parenthetical_speaker_says_is_the_clause_around() -> None:
    doc = make.parse("""
        Rome  NNP nsubj     lost
        ,     ,   punct     said
        he    PRP nsubj     said
        said  VBD parataxis lost
        ,     ,   punct     said
        lost  VBD root
    """)
    assert contents(doc, "said") == "lost"
    assert syntax.governor_of(make.token(doc, "lost")) == make.token(doc, "said")
