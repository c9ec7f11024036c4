"""What people ask to see: My Training, reviews, their people, help."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bots.teams import activities, home
from bots.teams.cards import Card
from bots.teams.elements import rich
from bots.teams.home.groups import Group, laid_out
from core.people import Assignment, Role
from core.scenario import Mode
from core.views import PastAttempt, Status, TrainingItem, WaitingReview
from tests.teams.limits import check_activity
from tests.unit.bots.messages import NOW, WORDS, made
from tests.unit.bots.teams.reading import buttons_of, hidden, verbs_of, words_of
from tests.unit.bots.teams.samples import (
    ADMIN,
    ALEX,
    EVERYTHING,
    GLANCES,
    ITEMS,
    WAITING,
    held,
    item,
)

RUNNING, OVERDUE, NEW, ACCEPTED, DONE = ITEMS


def training(*items: TrainingItem, **more: Any) -> Card:  # noqa: ANN401 - as it takes them
    return home.training(ALEX, items, NOW, **more)


def violations(card: Card) -> list[str]:
    return check_activity(activities.message(card))


def test_my_training_shows_what_is_to_do_now_first_and_what_is_done_last() -> None:
    words = words_of(training(*reversed(ITEMS)))

    order = ["Good afternoon, Alex", "Now", "Charged twice", "Late parcel", "To do", "Two in a"]
    places = [words.index(each) for each in [*order, "A wrong tariff", "Done", "Moving house"]]
    assert places == sorted(places)


def test_a_running_call_can_be_ended_after_a_question_and_is_not_started_again() -> None:
    card = training(RUNNING)

    assert "Call running" in words_of(card)
    assert "Go on where it is held" in words_of(card)
    assert len(hidden(card)) == 1
    assert "end_call" in verbs_of(card)
    assert not {"start_chat", "start_call", "accept"} & {*verbs_of(card)}


def test_a_running_call_by_voice_can_be_joined_again() -> None:
    voice = item("Voice", Status.RUNNING, past=(held("at9", ended=False),), mode=Mode.VOICE)

    assert ("Join the call", "call_link", "at9") in buttons_of(training(voice))


def test_what_was_not_accepted_is_accepted_first() -> None:
    assert verbs_of(training(NEW)) == ["accept", "documents"]
    assert [b[0] for b in buttons_of(training(ACCEPTED))] == ["Start chat", "Briefing", "Documents"]


def test_what_was_done_can_be_tried_again_and_read() -> None:
    card = training(DONE)

    assert [b[0] for b in buttons_of(card)] == [
        *("Try again", "Try again by voice", "Documents", "Transcript")
    ]
    assert "Being scored" in words_of(card)


def test_without_voice_there_is_no_button_for_it_and_a_sentence_instead() -> None:
    voice = item("Voice", Status.ACCEPTED, mode=Mode.VOICE)

    card = training(voice, ACCEPTED, voice=False)

    assert "start_call" not in verbs_of(card)
    assert "Calls by voice are not set up here yet." in words_of(card)


def test_without_attempts_left_nothing_is_started() -> None:
    card = training(item("Used", Status.DONE, past=(held("at0"),), left=0))

    assert verbs_of(card) == ["documents", "transcript"]
    assert "You have used all your attempts." in words_of(card)


def test_an_overdue_one_says_since_when() -> None:
    assert "Overdue since 2 March, 15:30 · With Dana Whitfield" in words_of(training(OVERDUE))


def test_many_assignments_are_shown_as_far_as_they_fit_and_counted() -> None:
    many = [item(f"Call {n}", Status.OVERDUE) for n in range(50)]

    card = training(*many, *[replace(m, status=Status.ACCEPTED) for m in many])

    assert violations(card) == []
    assert "And 40 more. They move up as you go." in words_of(card)
    assert "And 44 more. They move up as you go." in words_of(card)


def test_nothing_to_practise_is_no_dead_end() -> None:
    assert "Nothing to practise yet: your coach will send you a first call." in words_of(training())


def test_who_does_nothing_here_yet_is_told_whom_to_ask() -> None:
    nobody = replace(ALEX, roles=frozenset())

    assert "Ask your administrator to make you" in words_of(home.training(nobody, (), NOW))


def test_each_role_finds_what_it_may_do() -> None:
    card = home.training(EVERYTHING, (), NOW, people=GLANCES, waiting=2)

    assert verbs_of(card)[-5:] == ["reviews", "assign", "digest_time", "people", "ways"]
    assert "2 calls to review." in words_of(card)
    assert "1 assignment overdue · Score went down" in words_of(card)
    assert verbs_of(training()) == []


def test_people_who_need_help_come_before_the_others() -> None:
    words = words_of(home.people(GLANCES, NOW))

    assert words.startswith(
        "My people\n1 person may need help.\nWho may need help first\nAlex Moreau · Billing"
    )
    assert "1 of 3 calls done · Begin with Compliance" in words
    assert "Last call today, 12:30: Charged twice" in words
    assert words.endswith("The others\nSam Okafor · Billing\nNo call yet")


def test_people_lead_to_their_last_call_and_to_a_new_one() -> None:
    assert buttons_of(home.people(GLANCES, NOW)) == [
        ("Last call", "transcript", "at1"),
        ("Assign a call", "assign", ALEX.id),
        ("Assign a call", "assign", "p2"),
    ]


def test_nobody_to_look_after_says_who_can_change_that() -> None:
    assert "Your administrator can make you the coach" in words_of(home.people((), NOW))
    assert "Nobody here yet. You can make yourself the coach of trainees" in words_of(
        home.people((), NOW, admin=True)
    )
    led = home.training(replace(EVERYTHING, roles=frozenset({Role.ADMIN, Role.COACH})), (), NOW)
    assert "open People." in words_of(led)


def test_buttons_stand_below_what_is_said_of_somebody() -> None:
    content = home.people(GLANCES, NOW).content or {}

    entries = [e for e in content["body"] if e["type"] == "Container"]
    assert [[e["type"] for e in entry["items"]] for entry in entries] == [
        ["RichTextBlock", "ActionSet"]
    ] * 2


def test_waiting_reviews_say_why_and_since_when() -> None:
    card = home.reviews(WAITING, NOW)

    assert "1 call to review, the oldest first." in words_of(card)
    assert "Alex Moreau: Charged twice\nThe score is low · 2.4 of 5 · yesterday, 09:30" in words_of(
        card
    )
    assert verbs_of(card) == ["review", "transcript"]
    assert "No call waits for your review." in words_of(home.reviews((), NOW))


def test_the_first_message_says_what_it_is_and_leads_on() -> None:
    card = home.welcome(ALEX)

    assert words_of(card).startswith("Welcome, Alex\nHere you practise calls with customers")
    assert verbs_of(card) == ["training", "help"]
    assert words_of(home.welcome(None, "Ask Ada.")).endswith("\nAsk Ada.")
    assert "make you a trainee" in words_of(home.welcome(replace(ALEX, roles=frozenset())))


def test_an_administrators_first_steps_come_in_their_order() -> None:
    welcome, first = home.welcome(ADMIN), home.training(ADMIN, (), NOW, beginning=True)

    for card in (welcome, first):
        words = words_of(card)
        assert "You administer Scrimmage here." in words
        places = [words.index(step) for step in ("1. People:", "2. Add me", "3. Assign a call:")]
        assert places == sorted(places)
        assert verbs_of(card)[:3] == ["people", "ways", "assign"]
    assert "A call comes as a message from me" not in words_of(welcome)
    assert "A call comes as a message from me" in words_of(home.welcome(EVERYTHING))
    assert "You administer" not in words_of(home.training(ALEX, (), NOW, beginning=True))


def test_help_lists_only_what_somebody_may_ask_for() -> None:
    words = words_of(home.help_card(ALEX))

    assert "training: what you have to practise, and how it went" in words
    assert "end call: end the call that is running" in words
    assert "settings" not in words
    assert "people in training" not in words
    assert "practise: in a channel: begin a call there" in words
    assert "said, except “documents”, “help” and “end call”." in words
    assert "practise" not in words_of(home.help_card(ADMIN)).replace("to practise", "")
    everything = words_of(home.help_card(EVERYTHING))
    assert all(w in everything for w in ("digest time:", "people in training:", "settings:"))
    assert "I don't know yet" in words_of(home.help_card(replace(ALEX, roles=frozenset())))


def test_a_stranger_is_told_whom_to_ask() -> None:
    assert words_of(home.stranger("Ask Ada.")).endswith("\nAsk Ada.")


def test_of_a_later_group_its_size_is_told_even_without_room() -> None:
    entry = rich(["x" * 10_000])
    first, later = Group("First", [entry] * 9, "{} more"), Group("Later", [entry] * 9, "{} later")

    words = words_of(Card("", {"body": laid_out([first, later])}))

    assert "6 more\nLater\n9 later" in words


def given_and_tried(one: TrainingItem, given_one: Assignment) -> TrainingItem:
    """The strategy for messages takes `assignment` and `run` for ids, as they are there."""
    past = tuple(replace(p, run=None) for p in one.past)
    return replace(one, assignment=given_one, past=past)


_ITEM = st.builds(given_and_tried, made(TrainingItem), made(Assignment))
_ROLES = st.frozensets(st.sampled_from(Role))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_ITEM, max_size=6), WORDS, _ROLES, st.booleans(), st.integers(0, 9))
def test_any_training_fits(
    items: list[TrainingItem], name: str, roles: frozenset[Role], voice: bool, waiting: int
) -> None:
    own = [
        replace(
            i,
            assignment=replace(i.assignment, id=f"as{n}"),
            past=tuple(p if p.ended else replace(p, attempt=f"r{n}") for p in i.past),
        )
        for n, i in enumerate(items)
    ]
    person = replace(ALEX, name=name, roles=roles)
    looks = [replace(g, person=replace(g.person, name=name)) for g in GLANCES] * 20

    for card in (
        home.training(person, own, NOW, voice=voice, people=looks, waiting=waiting),
        home.people(looks, NOW),
        home.help_card(person),
        home.welcome(person),
    ):
        assert violations(card) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS, WORDS)
def test_any_reviews_fit(name: str, title: str) -> None:
    one = WaitingReview(WAITING[0].request, replace(ALEX, name=name), title, None)

    assert violations(home.reviews([one] * 60, NOW)) == []


def test_a_call_is_told_by_what_it_was() -> None:
    past = PastAttempt("at7", "x" * 500, NOW, True, None)

    assert violations(home.people([replace(GLANCES[0], newest=past)], NOW)) == []
