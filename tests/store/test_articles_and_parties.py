"""Articles with their events, and actors by name; both databases."""

from collections import Counter

from dateline.store.articles import article, articles
from dateline.store.parties import actor_page, exactly_named, partners
from dateline.store.reading import Reader
from tests.export.examples import TEXT
from tests.store.databases import all_records, documents


def test_an_article_has_its_text_and_records(reader: Reader) -> None:
    found = article(reader, "raid-2.txt")
    assert found is not None and found.text == TEXT and found.title == "Port raided"
    assert found.records == [all_records()[2]]
    assert article(reader, "nothing.txt") is None


def test_articles_come_a_page_at_a_time(reader: Reader) -> None:
    first = articles(reader, 10)
    rest = articles(reader, 100, first.following or "")
    assert [row["id"] for row in (*first.rows, *rest.rows)] == sorted(each.id for each in documents())
    assert rest.following is None


def test_actors_with_the_sides_on_which_they_stand(reader: Reader) -> None:
    rows, following = actor_page(reader, 100)
    for side, count in (("actor", "acts"), ("recipient", "suffers")):
        wanted = Counter(one["name"] for record in all_records() for one in record[side])  # type: ignore[literal-required]
        assert Counter({row["name"]: row[count] for row in rows if row[count]}) == wanted
    assert following is None
    _, second = actor_page(reader, 2)
    assert actor_page(reader, 1, second or "")[0] == rows[2:3]


def test_partners_of_an_actor(reader: Reader) -> None:
    found = partners(reader, "Unit 1 Éclair")
    own = [record for record in all_records() if record["actor"][0]["name"] == "Unit 1 Éclair"]
    assert {row["name"]: row["events"] for row in found.acted_upon} == {"Sanga": len(own), "guards": len(own)}
    assert found.acting == []
    assert [row["name"] for row in partners(reader, "Sanga").acting][:1] != []


def test_who_a_name_is(reader: Reader) -> None:
    assert exactly_named(reader, "Sanga") == [{"country": "MLI", "wikidata": None, "events": len(all_records())}]
    assert exactly_named(reader, "Nobody") == []
