"""What each card says and offers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bots.chat.heads import HeadState
from bots.slack.cards import (
    Card,
    View,
    render,
    render_accepted,
    render_head,
    render_put_off,
)
from core.attempt import EndReason
from core.messages import (
    AssignmentOffered,
    BreakReported,
    Briefing,
    CallEnded,
    CallJoined,
    CallLeft,
    CallOffered,
    CallOpened,
    CoachSaid,
    CustomerSaid,
    Face,
    Message,
    Noted,
    Quote,
    Refused,
    ReviewLine,
    Scoring,
    TimeWarning,
    TraineeSaid,
)
from core.scenario import Document, Mode, Outcome
from tests.unit.bots.messages import NOW
from tests.unit.bots.slack.reading import buttons_of, words_of

OWN = View("UTC", NOW, own=True, line_link=lambda turn: f"https://x.slack.com/p{turn}")
OTHERS = replace(OWN, own=False)
DANA = Face("Dana Whitfield", "dana.svg")
GUIDE = (Document("refunds", "Refund guide", "refunds.md"),)
OFFER = AssignmentOffered(
    "as1",
    "Charged twice",
    "Refund the second charge.",
    DANA,
    GUIDE,
    600,
    Mode.HYBRID,
    "Ruth Adeyemi",
    NOW + timedelta(hours=25.5),
    3,
)
BRIEF = Briefing(
    "as1", "Charged twice", "Refund it.", "Be *kind*.\n\n1. Ask.", DANA, GUIDE, 600, Mode.CHAT, 2
)
CALL = CallOpened(
    "at1", "as1", "Charged twice", "Refund it.", DANA, GUIDE, NOW + timedelta(minutes=10)
)


def shown(message: Message, view: View = OWN) -> Card:
    card = render(message, view)
    assert card is not None
    return card


def test_an_offer_says_what_it_is_and_can_be_accepted_or_put_off() -> None:
    card = shown(OFFER)

    assert card.text == (
        "“Charged twice” is a new practice call for you, with Dana Whitfield. Due tomorrow, 17:00."
    )
    for words in (
        "New for you, from Ruth Adeyemi",
        "Refund the second charge.",
        "With Dana Whitfield, by chat or by voice · 10 minutes",
        "Due [tomorrow, 17:00] · 3 attempts",
        "Document: Refund guide",
    ):
        assert words in words_of(card)
    assert buttons_of(card) == [
        ("Accept", "accept", "as1"),
        ("Documents", "documents", "assignment:as1"),
        ("Not now", "not_now", "as1"),
    ]


def test_an_offer_without_documents_has_no_button_for_them() -> None:
    assert "Documents" not in words_of(shown(replace(OFFER, documents=())))


def test_an_offer_says_what_it_follows_from_and_that_it_is_late() -> None:
    late = replace(OFFER, why="To follow “Late parcel”.", due_at=NOW - timedelta(days=2))

    assert "To follow “Late parcel”." in words_of(shown(late))
    assert "2 days overdue · 3 attempts" in words_of(shown(late))


def test_many_documents_are_counted() -> None:
    many = tuple(Document(str(n), f"Guide {n}", "x.md") for n in range(100))

    assert "Guide 9 and 90 more" in words_of(shown(replace(OFFER, documents=many)))


def test_an_accepted_offer_cannot_be_accepted_again() -> None:
    card = render_accepted(OFFER, OWN)

    assert "Accepted." in words_of(card)
    assert [b[1] for b in buttons_of(card)] == ["documents", "training"]


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

    assert [b[1] for b in buttons_of(card)] == [*starts, "documents"]
    assert "Be kind." in words_of(card)
    assert "2 attempts left" in words_of(card)


def test_a_briefing_without_attempts_left_starts_nothing() -> None:
    card = shown(replace(BRIEF, attempts_left=0))

    assert [b[1] for b in buttons_of(card)] == ["documents"]
    assert "No attempts are left." in words_of(card)


def test_the_head_of_a_chat_tells_the_time_left() -> None:
    card = shown(CALL)

    assert "Dana Whitfield writes first, in the thread of this message" in words_of(card)
    assert "Until [15:40]: 10 minutes left" in words_of(card)
    assert [b[1] for b in buttons_of(card)] == ["end_call", "documents", "report"]
    assert card.blocks[-1]["elements"][0]["confirm"]["title"]["text"] == "End this call?"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(61, "2 minutes left"), (60, "1 minute left"), (59, "less than a minute left"), (0, "is up")],
)
def test_the_head_counts_down(seconds: int, words: str) -> None:
    state = HeadState(NOW + timedelta(seconds=seconds))

    assert words in words_of(render_head(CALL, OWN, state))


def test_the_head_of_a_call_by_voice_leads_to_the_call_page() -> None:
    voice = replace(CALL, mode=Mode.VOICE, deadline=None)
    asking, linked = shown(voice), shown(voice, replace(OWN, call_link="https://x.example/c/1"))

    assert "The time runs from when you join." in words_of(asking)
    assert buttons_of(asking)[0] == ("Join the call", "call_link", "at1")
    assert "url" not in asking.blocks[-1]["elements"][0]
    assert linked.blocks[-1]["elements"][0]["url"] == "https://x.example/c/1"


def test_the_head_of_a_call_that_is_over_has_no_buttons() -> None:
    card = render_head(CALL, OWN, HeadState(lasted_s=252))

    assert "Call ended after 4 min 12 s" in words_of(card)
    assert buttons_of(card) == []
    assert "left" not in words_of(card)


def test_a_customers_line_is_posted_under_its_name_with_what_it_shows() -> None:
    line = CustomerSaid("at1", 2, DANA, "Look at this.", Document("s", "The statement", "s.svg"))

    card = shown(line)

    assert card.face == DANA
    assert card.text == "Look at this."
    assert words_of(card) == "Look at this.\nAttached: The statement"


def test_the_trainees_own_words_are_left_to_slack() -> None:
    assert render(TraineeSaid("at1", 1, "Sam", "Hello", "k"), OWN) is None


def test_markup_in_what_is_said_stays_what_it_is() -> None:
    said = "<!channel> <@U012AB3CD> <https://x.example|here> *bold* _it_ ~no~ `code` & :tada:"

    card = shown(CustomerSaid("at1", 2, DANA, said))

    parts = card.blocks[0]["elements"][0]["elements"]
    assert parts == [{"type": "text", "text": said}]
    assert "<" not in card.text
    assert "&lt;!channel&gt;" in card.text


@pytest.mark.parametrize(
    ("message", "own", "others"),
    [
        (CallLeft("at1", "p1", "Sam"), "You have left the call.", "Sam has left the call."),
        (CallJoined("at1", "p1", "Sam"), "You have joined the call.", "Sam has joined the call."),
        (TimeWarning("at1", 60), "1 minute left. Time to wrap up.", "1 minute left."),
        (Scoring("at1"), "Scoring… Every line is being read again.", "Scoring…"),
        (Noted("It is done."), "It is done.", "It is done."),
        (
            Refused("Not now.", "Try later.", "a1b2"),
            "Not now. Try later.\nReference: a1b2",
            "Not now.",
        ),
        (
            CallEnded("at1", EndReason.TRAINEE, Outcome.NEUTRAL, "", DANA, 61, 1),
            "You ended the call.\n1 min 1 s · 1 line",
            "The trainee ended the call.",
        ),
        (
            CallEnded("at1", EndReason.TIME, Outcome.NEUTRAL, "", DANA, 600, 9),
            "The time is up.\n10 minutes · 9 lines",
            "The time is up.",
        ),
        (
            CallEnded("at1", EndReason.EXIT, Outcome.GOOD, "All was agreed.", DANA, 60, 9),
            "Dana Whitfield ended the call.\nAll was agreed.\nThat is a good ending.",
            "All was agreed.",
        ),
        (
            CallEnded("at1", EndReason.EXIT, Outcome.BAD, "She left.", DANA, 60, 9),
            "She left.\nA hard one: the score will show what to try next time.",
            "She left.",
        ),
        (
            CoachSaid("at1", "c1", "Ruth", "Say when, too.", Quote(9, "It is refunded.")),
            "Ruth, your coach“It is refunded.” line 10\n\nSay when, too.",
            "Ruth, coach",
        ),
        (
            ReviewLine("at1", 3, "Sam", "Hello.", by_trainee=True, into_s=65),
            "Line 4 · Sam, trainee · 1:05\nHello.",
            "Line 4",
        ),
        (
            BreakReported("at1", "duplicate-charge", "Charged twice", "Sam", (), "It is an AI."),
            "Sam reports that the customer fell out of its part in “Charged twice”.",
            "Their remark: It is an AI.",
        ),
    ],
)
def test_short_messages(message: Message, own: str, others: str) -> None:
    assert own in words_of(shown(message))
    assert others in words_of(shown(message, OTHERS))


def test_who_lost_the_call_page_may_come_back() -> None:
    assert buttons_of(shown(CallLeft("at1", "p1", "Sam"))) == [
        ("Join the call", "call_link", "at1")
    ]
    assert buttons_of(shown(CallLeft("at1", "p1", "Sam"), OTHERS)) == []


def test_the_call_page_is_offered_for_an_assignment_or_a_call_under_way() -> None:
    offer = CallOffered("as1", "Charged twice", DANA)

    assert buttons_of(shown(offer)) == [("Start call", "start_call", "as1")]
    assert buttons_of(shown(replace(offer, attempt="at1"))) == [
        ("Join the call", "call_link", "at1")
    ]


def test_a_joined_call_says_until_when() -> None:
    message = CallJoined("at1", "p1", "Sam", NOW + timedelta(minutes=10))

    assert "It runs until [15:40]." in words_of(shown(message))
