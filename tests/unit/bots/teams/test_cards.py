"""What each card says and offers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bots.chat.heads import HeadState
from bots.teams.cards import (
    Card,
    View,
    render,
    render_accepted,
    render_head,
    render_put_off,
    said_elsewhere,
)
from core.attempt import EndReason
from core.messages import (
    CallEnded,
    CallJoined,
    CallLeft,
    CallOffered,
    CoachSaid,
    CustomerSaid,
    Face,
    Message,
    Noted,
    Quote,
    Refused,
    ResultShared,
    ReviewLine,
    Scoring,
    TimeWarning,
    TraineeSaid,
)
from core.scenario import Document, Mode, Outcome
from tests.unit.bots.messages import NOW
from tests.unit.bots.teams.reading import buttons_of, hidden, verbs_of, words_of
from tests.unit.bots.teams.samples import BRIEF, CALL, CHANNEL, DANA, LINE, OFFER, OTHERS, OWN

THREAD = replace(OWN, channel=True)


def shown(message: Message, view: View = OWN) -> Card:
    (card,) = render(message, view)
    return card


def test_an_offer_says_what_it_is_and_can_be_accepted_or_put_off() -> None:
    card = shown(OFFER)

    assert card.text == (
        "“Charged twice” is a new practice call for you, with Dana Whitfield. Due tomorrow, 17:00."
    )
    for words in (
        "New for you, from Ruth Adeyemi",
        "Refund the second charge",
        "To follow “Late parcel”.",
        "With Dana Whitfield, by chat or by voice · 10 minutes",
        "Due tomorrow, 17:00 · 3 attempts",
        "Document: Refund guide",
    ):
        assert words in words_of(card)
    assert buttons_of(card) == [
        ("Accept", "accept", "as1"),
        ("Documents", "documents", "assignment:as1"),
        ("Not now", "not_now", "as1"),
    ]


def test_in_a_channel_everybody_reads_a_deadline_by_their_own_clock() -> None:
    assert (
        "Due {{DATE(2026-03-05T17:00:00Z, SHORT)}} {{TIME(2026-03-05T17:00:00Z)}} · 3 attempts"
    ) in words_of(shown(OFFER, CHANNEL))
    assert "Until {{TIME(2026-03-04T15:40:00Z)}}: 10 minutes left" in words_of(shown(CALL, CHANNEL))
    joined = CallJoined("at1", "p1", "Sam", NOW)
    assert "It runs until {{TIME(2026-03-04T15:30:00Z)}}." in words_of(shown(joined, CHANNEL))


def test_in_a_personal_chat_a_deadline_is_told_by_the_readers_clock() -> None:
    berlin = replace(OWN, tz="Europe/Berlin")

    assert "Due tomorrow, 18:00" in words_of(shown(OFFER, berlin))
    assert "Until 16:40: 10 minutes left" in words_of(shown(CALL, berlin))


def test_an_offer_without_documents_has_no_button_for_them() -> None:
    assert "Documents" not in str(shown(replace(OFFER, documents=())).content)


def test_a_late_offer_says_so_in_a_channel_too() -> None:
    late = replace(OFFER, due_at=NOW - timedelta(days=2))

    assert "2 days overdue · 3 attempts" in words_of(shown(late, CHANNEL))


def test_many_documents_are_counted() -> None:
    many = tuple(Document(str(n), f"Guide {n}", "x.md") for n in range(100))

    assert "Guide 9 and 90 more" in words_of(shown(replace(OFFER, documents=many)))


def test_an_accepted_offer_cannot_be_accepted_again() -> None:
    card = render_accepted(OFFER, OWN)

    assert "Accepted." in words_of(card)
    assert verbs_of(card) == ["documents", "training"]


def test_an_offer_that_was_put_off_can_still_be_accepted() -> None:
    card = render_put_off(OFFER, OWN)

    assert "It waits for you here and in My Training." in words_of(card)
    assert buttons_of(card)[0] == ("Accept", "accept", "as1")


@pytest.mark.parametrize(
    ("mode", "starts"),
    [
        (Mode.CHAT, ["start_chat"]),
        (Mode.VOICE, ["start_call"]),
        (Mode.HYBRID, ["start_chat", "start_call"]),
    ],
)
def test_a_briefing_offers_what_the_mode_allows(mode: Mode, starts: list[str]) -> None:
    card = shown(replace(BRIEF, mode=mode))

    assert verbs_of(card) == [*starts, "documents"]
    assert "2 attempts left" in words_of(card)


def test_a_briefing_shows_what_its_author_set_off() -> None:
    words = words_of(shown(BRIEF))

    assert "Dana was charged $42.99 twice" in words
    assert "1. Say that you see it.\n2. Find out when it was.\n\u2003• both dates" in words
    assert "Refunds take three days." in words
    assert "See the guide." in words


def test_a_briefing_without_attempts_left_starts_nothing() -> None:
    card = shown(replace(BRIEF, attempts_left=0))

    assert verbs_of(card) == ["documents"]
    assert "No attempts are left." in words_of(card)


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (
            OWN,
            "Just write here: all that you write is said, except “documents”, “help” and “end ",
        ),
        (THREAD, "Dana Whitfield writes first, in the thread of this message: answer there.\n"),
        (
            replace(THREAD, hears=False),
            "answer there. Mention @Scrimmage in each answer: without it, none reaches me.",
        ),
    ],
)
def test_the_head_of_a_chat_says_where_to_answer(view: View, words: str) -> None:
    assert words in words_of(shown(CALL, view)) + "\n"


def test_a_call_is_ended_only_after_a_question() -> None:
    card = shown(CALL)
    (question,) = hidden(card)

    assert buttons_of(Card("", question)) == [
        ("End call", "end_call", "at1"),
        ("Keep going", "", question["id"]),
    ]
    assert "End this call? You will be scored on what was said so far." in words_of(card)
    assert ("End call", "", question["id"]) in buttons_of(card)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(61, "2 minutes left"), (60, "1 minute left"), (59, "less than a minute left"), (0, "is up")],
)
def test_the_head_counts_down(seconds: int, words: str) -> None:
    state = HeadState(NOW + timedelta(seconds=seconds))

    assert words in words_of(render_head(CALL, OWN, state))
    assert words in words_of(render_head(CALL, CHANNEL, state))


def test_the_head_of_a_call_by_voice_leads_to_the_call_page() -> None:
    voice = replace(CALL, mode=Mode.VOICE, deadline=None)
    asking, linked = shown(voice), shown(voice, replace(OWN, call_link="https://x.example/c/1"))

    assert "The time runs from when you join." in words_of(asking)
    assert ("Join the call", "call_link", "at1") in buttons_of(asking)
    assert ("Join the call", "", "https://x.example/c/1") in buttons_of(linked)
    assert "calls you" not in words_of(asking)


def test_the_head_says_that_the_customer_calls() -> None:
    voice, rings = replace(CALL, mode=Mode.VOICE), replace(OWN, rings=True)

    assert "Dana Whitfield calls you here in Teams in a moment" in words_of(shown(voice, rings))
    assert "calls you" not in words_of(shown(CALL, rings))


def test_the_head_of_a_call_that_is_over_has_no_buttons() -> None:
    card = render_head(CALL, OWN, HeadState(lasted_s=252))

    assert "Call ended after 4 min 12 s" in words_of(card)
    assert buttons_of(card) == []
    assert "left" not in words_of(card)


def test_a_customers_line_has_its_name_and_picture_at_its_head() -> None:
    card = shown(LINE)
    (head, *_) = (card.content or {})["body"]
    picture, name = head["columns"]

    assert card.text.startswith("Dana Whitfield: You charged me twice")
    assert picture["items"][0]["url"] == "https://practice.example/faces/dana.png"
    assert picture["items"][0]["style"] == "Person"
    assert name["items"][0]["inlines"][0] == {
        "type": "TextRun",
        "text": "Dana Whitfield",
        "weight": "Bolder",
    }
    assert words_of(card).endswith("I have the statement here.\nAttached: The statement")


def test_a_customer_without_a_picture_has_a_name_all_the_same() -> None:
    card = shown(replace(LINE, customer=Face("Dana"), shows=None))

    assert words_of(card).startswith("Dana\nYou charged me twice")
    assert "Image" not in str(card.content)


def test_the_trainees_own_words_are_left_to_teams() -> None:
    assert render(TraineeSaid("at1", 1, "Sam", "Hello", "k"), OWN) == ()


def test_what_was_said_elsewhere_says_whose_it_is() -> None:
    said = TraineeSaid("at1", 1, "Sam", "Hello", "k")

    assert words_of(*said_elsewhere(said, OWN)) == "You said:\nHello"
    assert words_of(*said_elsewhere(said, CHANNEL)) == "Sam said:\nHello"


def test_markup_in_what_is_said_stays_what_it_is() -> None:
    said = "<b>*bold* _it_ [x](https://x.example)</b> # no\n- item & `code`"

    card = shown(CustomerSaid("at1", 2, Face("Pat"), said))

    assert (card.content or {})["body"][1] == {
        "type": "RichTextBlock",
        "inlines": [{"type": "TextRun", "text": said}],
    }


def test_nobody_is_mentioned_by_what_somebody_says_and_no_date_is_made_of_it() -> None:
    said = "<at>Ines</at> at {{TIME(2026-03-04T15:30:00Z)}}"

    card = shown(CustomerSaid("at1", 2, Face("Pat"), said))

    assert "<at>" not in words_of(card)
    assert "{{TIME" not in words_of(card)
    assert words_of(card).replace("\u2060", "").endswith(said)


@pytest.mark.parametrize(
    ("message", "own", "others"),
    [
        (CallLeft("at1", "p1", "Sam"), "You have left the call.", "Sam has left the call."),
        (CallJoined("at1", "p1", "Sam"), "You have joined the call.", "Sam has joined the call."),
        (TimeWarning("at1", 60), "1 minute left. Time to wrap up.", "1 minute left."),
        (Scoring("at1"), "Scoring… Every line is being read again.", "Scoring…"),
        (Noted("It is done."), "It is done.", "It is done."),
        (Refused("Not now.", "Try later.", "a1"), "Not now. Try later. Reference: a1", "Not now."),
        (
            CallEnded("at1", EndReason.TRAINEE, Outcome.NEUTRAL, "", DANA, 61, 1),
            "You ended the call.\n1 min 1 s · 1 line",
            "The trainee ended the call.",
        ),
        (
            CallEnded("at1", EndReason.EXIT, Outcome.BAD, "She left.", DANA, 60, 9),
            "She left.\nA hard one: the score will show what to try next time.",
            "Dana Whitfield ended the call.",
        ),
        (
            CoachSaid("at1", "c1", "Ruth", "Say when, too.", Quote(9, "It is refunded.")),
            "Ruth, your coach\n“It is refunded.” line 10\nSay when, too.",
            "Ruth, coach",
        ),
        (
            ReviewLine("at1", 3, "Sam", "Hello.", by_trainee=True, into_s=65),
            "Line 4 · Sam, trainee · 1:05\nHello.",
            "Line 4",
        ),
        (
            ResultShared("at1", "Sam", "Charged twice", "pass", 4.2, "silver"),
            "🥈 Sam has practised “Charged twice”: 4.2 of 5, passed.",
            "Sam",
        ),
    ],
)
def test_short_messages(message: Message, own: str, others: str) -> None:
    assert own in words_of(shown(message))
    assert others in words_of(shown(message, OTHERS))


def test_who_lost_the_call_page_may_come_back() -> None:
    left = CallLeft("at1", "p1", "Sam")

    assert buttons_of(shown(left)) == [("Join the call", "call_link", "at1")]
    assert shown(left, OTHERS).content is None


def test_the_call_page_is_offered_for_an_assignment_or_a_call_under_way() -> None:
    offer = CallOffered("as1", "Charged twice", DANA)

    assert buttons_of(shown(offer)) == [("Start call", "start_call", "as1")]
    assert buttons_of(shown(replace(offer, attempt="at1"))) == [
        ("Join the call", "call_link", "at1")
    ]
