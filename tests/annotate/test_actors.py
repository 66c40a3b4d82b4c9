"""Actors: composed from words, then from tables."""

from datetime import date

from dateline.annotate.actors import ActorAnnotator
from dateline.annotate.chains import ChainAnnotator
from dateline.annotate.mentions import MentionAnnotator
from dateline.model import Actor, Document, Publication
from tests.make import document


def actors_of(given: Document) -> dict[str, Actor]:
    done = ActorAnnotator()(ChainAnnotator()(MentionAnnotator()(given)))
    assert done.actors is not None
    return {actor.name: actor for actor in done.actors}


def only_actor(table: str, published: date | None = None) -> Actor:
    (actor,) = actors_of(document(table, publication=Publication(published=published))).values()
    return actor


def test_country_and_sector_from_the_words() -> None:
    actor = only_actor(
        """
        Kenyan NNP/ADJ amod police
        riot   NN   compound police
        police NNS  nsubj  fired
        fired  VBD  root
        .      .    punct  fired
        """
    )
    assert (actor.country, actor.sector, actor.kind) == ("KEN", ("COP",), "organisation")


def test_an_unknown_minister_is_known_by_the_title() -> None:
    actor = only_actor(
        """
        Peruvian JJ  amod     Minister
        Defence NNP  compound Minister
        Minister NNP nmod:desc Salas
        Rosa    NNP  nmod:desc Salas PER
        Salas   NNP  nsubj  resigned PER
        resigned VBD root
        .       .    punct  resigned
        """
    )
    assert (actor.name, actor.country, actor.sector, actor.office) == (
        "Rosa Salas",
        "PER",
        ("GOV",),
        "Defence Minister",
    )


def test_a_former_minister_is_elite() -> None:
    actor = only_actor(
        """
        A        DT  det   minister
        former   JJ  amod  minister
        Peruvian JJ  amod  minister
        minister NN  nsubj  resigned
        resigned VBD root
        .       .    punct  resigned
        """
    )
    assert (actor.country, actor.sector) == ("PER", ("ELI",))


def test_the_boss_of_a_group_has_its_country_and_sector() -> None:
    given = document(
        """
        Hezbollah NNP compound boss ORG
        boss  NN   nmod:desc Haddad
        Karim NNP  nmod:desc Haddad PER
        Haddad NNP nsubj  spoke PER
        spoke VBD  root
        .     .    punct  spoke
        """
    )
    found = actors_of(given)
    boss, group = found["Karim Haddad"], found["Hezbollah"]
    assert (boss.country, boss.sector, boss.affiliation) == ("LBN", ("REB",), group.chain_id)


def test_members_of_an_organisation_stand_for_it() -> None:
    given = document(
        """
        Members NNS  nsubj  agreed
        of      IN   case   SCO
        the     DT   det    SCO
        SCO     NNP  nmod   Members ORG
        agreed  VBD  root
        .       .    punct  agreed
        """
    )
    done = ActorAnnotator()(ChainAnnotator()(MentionAnnotator()(given)))
    assert done.actors is not None
    assert [actor.country for actor in done.actors] == ["IGO", "IGO"]
    assert {actor.name for actor in done.actors} == {"Shanghai Cooperation Organisation"}


def test_a_rival_is_not_of_the_owners_country() -> None:
    found = actors_of(
        document(
            """
            Iran  NNP  nmod:poss rivals LOC
            's    POS  case   Iran
            rivals NNS nsubj  agreed
            agreed VBD root
            .     .    punct  agreed
            """
        )
    )
    assert found["Iran's rivals"].country is None


def test_where_a_group_is_gives_its_country() -> None:
    found = actors_of(
        document(
            """
            Protesters NNS nsubj marched
            in     IN  case  Minsk
            Minsk  NNP nmod  Protesters LOC
            marched VBD root
            .     .    punct  marched
            """
        )
    )
    assert (found["Protesters in Minsk"].country, found["Protesters in Minsk"].sector) == ("BLR", ("CVL",))


def test_a_capital_acts_as_government_and_suffers_as_place() -> None:
    acts = only_actor("Paris NNP nsubj agreed LOC\nagreed VBD root\n. . punct agreed")
    assert (acts.country, acts.sector, acts.kind) == ("FRA", ("GOV",), "state")
    found = actors_of(document("Shells NNS nsubj fell\nfell VBD root\nnear IN case Paris\nParis NNP obl fell LOC"))
    assert (found["Paris"].kind, found["Paris"].sector) == ("place", ("CVL",))


def test_office_holders_by_the_day_of_publication() -> None:
    table = "Angela NNP nmod:desc Merkel PER\nMerkel NNP nsubj spoke PER\nspoke VBD root\n. . punct spoke"
    assert only_actor(table, date(2015, 1, 1)).sector == ("GOV",)
    assert only_actor(table, date(2023, 1, 1)).sector == ("ELI",)


def test_a_person_of_whom_nothing_is_known() -> None:
    actor = only_actor("Jo NNP nmod:desc Bell PER\nBell NNP nsubj spoke PER\nspoke VBD root\n. . punct spoke")
    assert (actor.kind, actor.country, actor.sector) == ("person", None, ())
    assert actor.link_score < 0.5


def test_leaders_of_a_region_have_no_country() -> None:
    actor = only_actor("Western JJ amod leaders\nleaders NNS nsubj spoke\nspoke VBD root\n. . punct spoke")
    assert (actor.country, actor.kind) == (None, "group")


def test_unresolved_pronouns_are_no_actors() -> None:
    assert actors_of(document("They PRP nsubj left\nleft VBD root\n. . punct left")) == {}


def test_words_inside_a_longer_name_tell_no_country() -> None:
    (richardson, *_) = actors_of(
        document(
            """
            Gov.    NNP nmod:desc Dale
            Dale    NNP nsubj     spoke PER
            Finch   NNP flat      Dale  PER
            of      IN  case      Mexico
            New     NNP compound  Mexico LOC
            Mexico  NNP nmod      Dale   LOC
            spoke   VBD root
            """
        )
    ).values()
    assert (richardson.country, richardson.sector) == ("USA", ("GOV",))
    israel = only_actor(
        """
        Senator NNP nmod:desc Steve
        Steve   NNP nsubj     spoke PER
        Israel  NNP flat      Steve PER
        spoke   VBD root
        """
    )
    assert (israel.country, israel.sector) == (None, ("LEG",))
