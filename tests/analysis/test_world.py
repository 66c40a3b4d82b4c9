"""The state of the world from reports made by hand: what wins, since when, and what conflicts."""

from dataclasses import replace
from datetime import date

from dateline.analysis.world import Line, world
from dateline.store.relations import Party, Report

KENYA = Party("Kenya", "KEN")
ANA = Party("Ana Mwangi", "KEN", "Q1")
JOHN = Party("John Otieno", "KEN")
NATO = Party("NATO", "IGO")


def report(day: int, subject: Party = ANA, office: str = "President", number: int = 1) -> Report:
    """A report of May 2024 that somebody holds an office of Kenya."""
    words = f"{office} {subject.name}"
    made = Report("holds-office", subject, KENYA, office, negated=False, voice=None, words=words, document_id=f"d{day}")
    return replace(made, publisher=f"Paper {number}", published=date(2024, 5, day))


def former(day: int, subject: Party = ANA) -> Report:
    return replace(report(day, subject), kind="former-office", words=f"former president {subject.name}")


def member(day: int, *, negated: bool = False) -> Report:
    return replace(report(day), kind="member-of", of=NATO, office=None, negated=negated, words="a member of NATO")


def test_reports_of_one_office_make_one_line() -> None:
    (line,) = world([report(2), report(9, office="president", number=2)])
    assert (line.since, line.last_seen) == (date(2024, 5, 2), date(2024, 5, 9))
    assert len(line.evidence) == 2
    assert line.publishers == ("Paper 1", "Paper 2")
    assert line.conflicts == ()


def test_a_name_without_an_item_is_the_one_that_has_it_elsewhere() -> None:
    assert len(world([report(2), report(3, replace(ANA, wikidata=None))])) == 1
    assert len(world([report(2), report(3, replace(ANA, country="UGA", wikidata=None))])) == 2


def test_who_left_an_office_holds_it_no_longer() -> None:
    (line,) = world([report(2), former(9)])
    assert (line.kind, line.since, line.conflicts) == ("former-office", date(2024, 5, 9), ())
    (earlier,) = world([report(2), former(9)], as_of=date(2024, 5, 8))
    assert earlier.kind == "holds-office"


def test_in_office_here_and_former_there_is_a_conflict() -> None:
    (line,) = world([former(3), report(2), report(5)])
    assert line.kind == "holds-office"
    assert line.conflicts == ("out of office in d3 (2024-05-03): “former president Ana Mwangi”",)
    (same_day,) = world([former(3), report(3)])
    assert same_day.kind == "holds-office" and same_day.conflicts


def test_two_holders_of_one_office_at_once_are_a_conflict() -> None:
    lines = world([report(2), report(9), report(5, JOHN)])
    assert [line.subject.name for line in lines] == ["Ana Mwangi", "John Otieno"]
    assert lines[1].conflicts == ("Ana Mwangi holds it in d9 (2024-05-09): “President Ana Mwangi”",)
    assert "John Otieno holds it" in lines[0].conflicts[0]


def test_a_successor_is_no_conflict_and_neither_is_a_colleague() -> None:
    assert _conflicts(world([report(2), report(5), report(6, JOHN)])) == []
    for office in ("senator", "minister", "deputy prime minister"):
        assert _conflicts(world([report(2, office=office), report(2, JOHN, office=office)])) == []


def test_what_is_affirmed_and_denied_is_a_conflict() -> None:
    (denied,) = world([member(2), member(4, negated=True)])
    assert denied.negated and denied.conflicts == ("affirmed in d2 (2024-05-02): “a member of NATO”",)
    (affirmed,) = world([member(2, negated=True), member(4)])
    assert not affirmed.negated and affirmed.conflicts == ("denied in d2 (2024-05-02): “a member of NATO”",)


def test_who_quits_after_being_a_member_contradicts_nobody() -> None:
    quitting = replace(member(4, negated=True), rule="relation.leaves", words="quit NATO")
    (line,) = world([member(2), quitting])
    assert line.negated and line.conflicts == ()
    (disputed,) = world([member(2), quitting, replace(quitting, published=date(2024, 5, 9)), member(6)])
    assert disputed.conflicts == ("affirmed in d6 (2024-05-06): “a member of NATO”",)


def test_a_day_leaves_out_what_came_later_or_bears_no_date() -> None:
    undated = replace(report(2, JOHN), published=None)
    assert len(world([report(2), undated])) == 2
    assert [line.subject for line in world([report(2), undated], as_of=date(2024, 5, 2))] == [ANA]
    assert world([report(2)], as_of=date(2024, 5, 1)) == ()


def test_an_actor_is_part_of_a_name_or_a_country_on_either_side() -> None:
    reports = [report(2), member(3)]
    assert len(world(reports, actor="mwangi")) == 2
    assert [line.kind for line in world(reports, actor="nato")] == ["member-of"]
    assert len(world(reports, actor="KEN")) == len(world(reports, actor="Kenyan")) == 2
    assert world(reports, actor="Peru") == ()


def _conflicts(lines: tuple[Line, ...]) -> list[str]:
    return [conflict for line in lines for conflict in line.conflicts]
