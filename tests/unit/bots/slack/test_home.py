"""The Home tab, and My Training as an answer: what is to do, and what each role may do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bots.slack.home import help_text, home, review_blocks, stranger, training_blocks
from core.people import Person, Role
from core.review import ReviewRequest, WhyReview
from core.scenario import Mode
from core.views import Learner, Medal, Status, TrainingItem, WaitingReview
from tests.slack.limits import check_blocks, check_view
from tests.unit.bots.slack.filled import accepted, buttons_of, words_of
from tests.unit.bots.slack.held import ADA, CLEO, MAX, NOW, TIA, item, past

RUNNING = item("run", Status.RUNNING, tried=(past("t9", ended=False),))
OVERDUE = item("late", Status.OVERDUE, due_h=-30)
NEW = item("new", Status.ASSIGNED, due_h=30)
TAKEN = item("taken", Status.ACCEPTED)
DONE = item(
    "done", Status.DONE, tried=(past("t2", 4.6), past("t1", 4.0, ago_h=9)), medal=Medal.GOLD
)
WAITING = WaitingReview(
    ReviewRequest("t2", "w", TIA.id, WhyReview.LOW, NOW), TIA, "Charged twice", 2.4
)


def link(attempt: str) -> str:
    return f"https://x.slack.com/archives/D1/{attempt}"


def pressed(
    found: TrainingItem, *, voice: bool = True, linked: bool = True
) -> list[tuple[str, ...]]:
    """The buttons of one assignment."""
    view = home(TIA, [found], NOW, thread_link=link if linked else lambda _: None, voice=voice)
    return [*buttons_of(view["blocks"])]


def test_it_greets_by_the_persons_own_clock() -> None:
    early = replace(TIA, time_zone="America/Los_Angeles")

    assert words_of(home(early, [], NOW)["blocks"]).startswith("Good morning, Tia")
    assert words_of(home(TIA, [], NOW)["blocks"]).startswith("Good afternoon, Tia")


def test_what_is_urgent_comes_first_and_what_is_done_last() -> None:
    items = [DONE, NEW, TAKEN, OVERDUE, RUNNING]
    named = [replace(i, title=f"<{i.assignment.id}>") for i in items]

    words = words_of(accepted(home(TIA, named, NOW, thread_link=link))["blocks"])

    order = [words.index(f"<{name}>") for name in ("run", "late", "taken", "new", "done")]
    assert order == sorted(order)
    assert "Your call is still running." in words


def test_a_running_call_leads_to_its_thread() -> None:
    assert ("Continue", "open_thread", link("t9")) in pressed(RUNNING)
    assert "start_chat" not in [action for _, action, _ in pressed(RUNNING)]


def test_a_running_call_without_a_link_says_where_it_is() -> None:
    view = home(TIA, [RUNNING], NOW)

    assert "Go on in the thread of the call." in words_of(view["blocks"])


def test_a_running_call_by_voice_can_be_joined() -> None:
    running = replace(RUNNING, mode=Mode.VOICE)

    assert ("Join the call", "call_link", "t9") in pressed(running)


@pytest.mark.parametrize(
    ("mode", "voice", "starts"),
    [
        (Mode.CHAT, True, [("Start chat", "start_chat", "new")]),
        (Mode.VOICE, True, [("Start call", "start_call", "new")]),
        (Mode.VOICE, False, []),
        (Mode.HYBRID, False, [("Start chat", "start_chat", "new")]),
        (
            Mode.HYBRID,
            True,
            [("Start chat", "start_chat", "new"), ("Start call", "start_call", "new")],
        ),
    ],
)
def test_a_start_for_each_way_that_there_is(
    mode: Mode, voice: bool, starts: list[tuple[str, ...]]
) -> None:
    read = replace(NEW.assignment, accepted_at=NOW)
    found = pressed(replace(NEW, assignment=read, mode=mode), voice=voice)

    assert [button for button in found if button[1].startswith("start")] == starts
    assert ("Briefing", "accept", "new") in found
    assert ("Documents", "documents", "assignment:new") in found


def test_what_was_not_read_is_not_started() -> None:
    found = pressed(NEW)

    assert ("Accept", "accept", "new") in found
    assert not [button for button in found if button[1].startswith("start")]


def test_who_cannot_start_is_told_why() -> None:
    used_up = replace(DONE, attempts_left=0)

    assert "You have used all your attempts." in words_of(home(TIA, [used_up], NOW)["blocks"])
    spoken = home(TIA, [replace(NEW, mode=Mode.VOICE)], NOW, voice=False)
    assert "Calls by voice are not set up here yet." in words_of(spoken["blocks"])


def test_a_done_one_shows_how_it_went_and_can_be_tried_again() -> None:
    view = home(TIA, [DONE], NOW, thread_link=link)

    assert "Passed · 4.6 of 5 · 🥇 Gold · Up 0.6 since last time" in words_of(view["blocks"])
    assert pressed(DONE) == [
        ("Try again", "start_chat", "done"),
        ("Try again by voice", "start_call", "done"),
        ("Documents", "documents", "assignment:done"),
        ("See the last call", "open_thread", link("t2")),
        ("Transcript", "transcript", "t2"),
    ]


def test_due_dates_are_said_until_it_is_done() -> None:
    assert "Overdue since" in words_of(home(TIA, [OVERDUE], NOW)["blocks"])
    assert "Due tomorrow, 21:30" in words_of(home(TIA, [NEW], NOW)["blocks"])
    done = replace(DONE, assignment=OVERDUE.assignment)
    assert "verdue" not in words_of(home(TIA, [done], NOW)["blocks"])


def test_one_without_a_score_yet_is_being_scored() -> None:
    fresh = item("done", Status.DONE, tried=(past("t2"),))

    assert "Being scored" in words_of(home(TIA, [fresh], NOW)["blocks"])


def test_who_has_nothing_to_practise_knows_what_to_do() -> None:
    for blocks in (home(TIA, [], NOW)["blocks"], training_blocks(TIA, [], NOW)):
        assert "Nothing to practise yet: your coach will send you a first call." in words_of(blocks)


@pytest.mark.parametrize(
    ("person", "buttons"),
    [
        (TIA, []),
        (CLEO, ["Assign a call"]),
        (MAX, ["Assign a call", "Digest time"]),
        (ADA, ["Assign a call", "People", "Settings"]),
    ],
)
def test_each_role_has_its_own_buttons(person: Person, buttons: list[str]) -> None:
    view = accepted(home(person, [], NOW))

    assert [words for words, _, _ in buttons_of(view["blocks"])] == buttons


def test_a_coach_sees_reviews_and_people_those_who_need_help_first() -> None:
    kim = replace(TIA, id="U0KIM0001", name="Kim Well")
    people = [Learner(kim, (DONE,)), Learner(TIA, (OVERDUE,))]

    view = accepted(home(CLEO, [], NOW, people=people, waiting=[WAITING]))
    words = words_of(view["blocks"])

    assert "Tia Trainee : Charged twice The score is low · 2.4 of 5" in words
    assert ("Review", "review", "t2") in buttons_of(view["blocks"])
    assert words.index("1 assignment overdue") < words.index("Kim Well")
    assert "On track · 1 of 1 call done · last score 4.6 of 5" in words


def test_somebody_without_a_role_or_unknown_is_told_whom_to_ask() -> None:
    nobody = replace(TIA, roles=frozenset())

    assert "Ask your administrator" in words_of(accepted(home(nobody, [], NOW))["blocks"])
    assert "Ask Ada." in words_of(accepted(stranger("Ask Ada."))["blocks"])


def test_what_was_done_last_stands_before_what_was_done_long_ago() -> None:
    old = replace(item("old", Status.DONE, tried=(past("t1", 3.0, ago_h=90),)), title="<old>")
    new = replace(item("new", Status.DONE, tried=(past("t2", 3.0, ago_h=2),)), title="<new>")

    words = words_of(home(TIA, [old, new], NOW)["blocks"])

    assert words.index("<new>") < words.index("<old>")


def many(number: int, status: Status) -> list[TrainingItem]:
    tried = (past("t1", 4.0),) if status is Status.DONE else ()
    return [item(f"{status}{n}", status, tried=tried, words="W" * 120) for n in range(number)]


@pytest.mark.parametrize("status", [Status.DONE, Status.ASSIGNED, Status.OVERDUE])
def test_two_hundred_assignments_fit(status: Status) -> None:
    items = many(200, status)

    view = accepted(home(TIA, items, NOW, thread_link=link))
    blocks = training_blocks(TIA, items, NOW, link)

    assert check_blocks(blocks) == []
    shown = sum(action == "documents" for _, action, _ in buttons_of(view["blocks"]))
    assert f"And {200 - shown} " in words_of(view["blocks"])
    assert shown > 40


def test_all_of_everything_fits_and_every_group_is_named() -> None:
    everything = [*many(90, Status.OVERDUE), *many(90, Status.ASSIGNED), *many(90, Status.DONE)]
    person = replace(TIA, roles=frozenset(Role))
    people = [Learner(replace(TIA, name=f"T{n}"), (OVERDUE, DONE)) for n in range(80)]

    view = home(person, everything, NOW, people=people, waiting=[WAITING] * 70, thread_link=link)

    assert check_view(view) == []
    headers = [b["text"]["text"] for b in view["blocks"] if b["type"] == "header"]
    assert headers[1:] == ["Now", "To do", "Waiting for your review", "My people", "Done"]


def test_waiting_reviews_as_an_answer() -> None:
    blocks = review_blocks([WAITING] * 90, NOW)

    assert check_blocks(blocks) == []
    assert "90 calls to review" in words_of(blocks)
    assert "No call waits for your review." in words_of(review_blocks([], NOW))


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (TIA, ["training", "end", "help"]),
        (CLEO, ["review", "assign", "help"]),
        (MAX, ["assign", "digest", "digest time", "help"]),
        (ADA, ["assign", "people", "settings", "help"]),
    ],
)
def test_help_lists_what_one_may_do_and_nothing_else(person: Person, words: list[str]) -> None:
    lines = [line for line in help_text(person).splitlines() if line.startswith("`")]

    assert [line.split("`")[1] for line in lines] == [f"/practice {word}" for word in words]


def test_help_for_somebody_unknown_says_whom_to_ask() -> None:
    assert "ask your administrator" in help_text(None)
