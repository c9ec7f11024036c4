"""What was filled in, whatever the platform: answers, and the commands made of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bots.chat.forms import assign, comment, documents, person, report, review, transcript, ways
from bots.chat.forms import people as known
from bots.chat.forms.answers import Answers, later
from bots.chat.forms.questions import by_category
from bots.chat.forms.zones import zones
from core.commands import GiveReview, PutPerson, PutWays, Remark, ReportBreak
from core.people import Person, Role, Share, Ways
from core.scoring import Verdict
from tests.samples import scenario
from tests.unit.bots.slack.held import ADA, CLEO, NOW, PEOPLE, TIA, page
from tests.unit.bots.slack.held import comment as said

SAID = Answers({"words": " Well\x00 put. \n", "number": "2,5"}, {"many": ("b", "a")}, {"at": NOW})


def test_answers_are_found_by_field() -> None:
    assert SAID.text("words") == "Well put."
    assert (SAID.choice("many"), SAID.choices("many")) == ("b", ("b", "a"))
    assert SAID.moment("at") == NOW
    assert SAID.number("number", 1, 5) == 2.5


def test_what_was_not_asked_has_no_answer() -> None:
    assert not SAID.asked("other")
    assert (SAID.text("other"), SAID.choice("other"), SAID.moment("other")) == ("", "", None)
    assert SAID.number("other", 1, 5) is None
    assert all(SAID.asked(name) for name in ("words", "many", "at"))


@pytest.mark.parametrize("words", ["six", "0.9", "5.1", "nan", "inf", "1 2"])
def test_a_number_that_is_none_or_too_large_is_told(words: str) -> None:
    with pytest.raises(ValueError, match=words.replace(" ", ".")):
        Answers({"n": words}).number("n", 1, 5)


def test_half_a_number_is_no_whole_one() -> None:
    assert Answers({"n": "3.0"}).whole("n", 1, 5) == 3
    with pytest.raises(ValueError, match=r"2\.5"):
        Answers({"n": "2.5"}).whole("n", 1, 5)


def test_a_moment_must_be_whole_and_lie_ahead() -> None:
    tomorrow = NOW + timedelta(days=1)

    assert later(Answers(moments={"at": tomorrow}), "at", NOW) == (tomorrow, "")
    assert later(Answers(moments={"at": None}), "at", NOW) == (None, "")
    assert later(SAID, "at", NOW)[1] == "This moment has passed. Choose a later one, or none."
    half = Answers(moments={"at": None}, half=frozenset({"at"}))
    assert later(half, "at", NOW) == (None, "Choose a day and a time, or neither.")


def test_a_form_may_know_the_name_or_ask_for_it() -> None:
    told = Answers({"team": ""}, {"roles": ("trainee",)})
    member = person.Member("u1", "Nel New", "Asia/Tokyo")
    trainee = frozenset({Role.TRAINEE})

    assert person.read(told, member) == PutPerson("u1", "Nel New", trainee, "", "Asia/Tokyo")
    asked = Answers({"name": "Nell"}, {"roles": ("trainee",), "zone": ("UTC",)})
    assert person.read(asked, member) == PutPerson("u1", "Nell", trainee)


def test_nobody_coaches_themselves_whatever_was_sent_in() -> None:
    told = Answers({}, {"roles": ("coach",), "coaches": ("u1",)})

    assert person.read(told, person.Member("u1", "Nel")) == {
        "coaches": "Nobody coaches themselves. Choose somebody else."
    }


def test_roles_lines_and_scores_that_were_not_offered_count_for_nothing() -> None:
    assert person.read(Answers({}, {"roles": ("king",)}), person.Member("u1")) == {
        "roles": "Choose at least one role."
    }
    assert report.read(Answers({}, {"lines": ("2", "x", "-1")}), "t1") == ReportBreak("t1", (2,))
    assert comment.read(Answers({"words": "Hm."}, {"line": ("x",)}), "t1") == Remark("t1", "Hm.")
    given = Answers({}, {"score:0": ("9",), "verdict": ("pass",), "step": ("none",)})
    assert review.read(given, page(), "r1", NOW) == GiveReview("t1", Verdict.PASSED)


def test_channels_of_teams_that_were_not_asked_for_stay() -> None:
    now = Ways(team_channels=(("North", "c1"), ("South", "c2")))
    told = Answers({"sample": "1"}, {"share": (Share.DONE,), "team:0": ("c3",)})

    kept = ways.read(told, now, ["North", "South"])

    assert isinstance(kept, PutWays)
    assert kept.ways.team_channels == (("North", "c3"), ("South", "c2"))


def test_teams_are_those_of_people_and_of_before_without_names_that_nobody_reads() -> None:
    odd = replace(TIA, team="Odd\x00")

    assert ways.teams_of([odd, CLEO], Ways(team_channels=(("West", "c"),))) == ["West"]


def test_ones_own_clock_comes_first_if_there_is_such_a_clock() -> None:
    assert zones("Asia/Kathmandu")[0].words == "Asia/Kathmandu"
    assert [zone.value for zone in zones("Mars/Olympus", "America/New_York")[:2]] == [
        "America/New_York",
        "UTC",
    ]
    assert len({zone.value for zone in zones("Europe/Berlin")}) == len(zones("Europe/Berlin"))


def test_people_are_listed_with_what_they_do() -> None:
    busy = Person(
        "u",
        "w",
        "Bo",
        frozenset({Role.COACH, Role.MANAGER}),
        "East",
        coaches=frozenset({"a", "b"}),
        manages=frozenset({"West", "East"}),
    )

    assert known.about(busy) == "Coach, manager · East · coaches 2 trainees · manages East, West"
    assert known.listed(PEOPLE)[0].name == "Ada Admin"


def test_a_transcript_says_the_whole_first_and_then_each_line() -> None:
    found = page("Hello", comments=(said("Good call."), said("Warm.", 0)))

    whole, line, about = transcript.said(found, {CLEO.id: "Cleo"})

    assert whole == transcript.Said("Cleo", "Good call.")
    assert isinstance(line, transcript.Line)
    assert (line.number, line.text, line.aside) == ("1.", "Hello", "0:00 in · frustrated")
    assert about == transcript.Said("Cleo", "Warm.")


def test_a_document_is_parted_between_paragraphs_and_nothing_is_lost() -> None:
    text = "\n\n".join(f"Paragraph {n}. " + "Words. " * 60 for n in range(40))

    found = list(documents.parts(text))

    assert "".join(found) == text
    assert all(len(part) <= 3000 and part.startswith("Paragraph") for part in found)


def test_an_administrator_without_trainees_is_told_where_to_begin() -> None:
    assert assign.nobody(ADA) == ("Nobody takes part as a trainee yet.", "Begin with People.")
    assert assign.nobody(CLEO)[1].startswith("Ask your administrator")


@pytest.mark.parametrize(
    ("category", "shown"),
    [
        *[("it", "IT"), ("hr", "HR"), ("b2b", "B2B"), ("sales", "Sales")],
        *[("customer success", "Customer success"), ("iPhone care", "iPhone care"), ("It", "It")],
    ],
)
def test_a_category_is_shown_as_its_author_wrote_it(category: str, shown: str) -> None:
    ((heading, choices),) = by_category([replace(scenario(), category=category)])

    assert heading == shown
    assert len(choices) == 1


def test_whom_one_may_give_to_are_told_by_name() -> None:
    assert assign.trainees_of(CLEO, PEOPLE) == [TIA]
    at = datetime(2026, 1, 1, tzinfo=UTC)
    strange = Answers({}, {"trainees": ("nobody",), "scenario": ("late-parcel",)})
    assert assign.read(strange, CLEO, PEOPLE, at) == {
        "trainees": "You can't give calls to somebody I don't know here. Ask your administrator."
    }
