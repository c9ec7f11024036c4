"""Whatever the product says, Teams takes it, and nobody's words are lost or made into markup."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bots.chat.heads import HeadState
from bots.chat.texts import clean
from bots.teams import activities
from bots.teams.cards import (
    Card,
    View,
    render,
    render_accepted,
    render_head,
    render_put_off,
    render_reviewed,
    said_elsewhere,
)
from core.messages import (
    AssignmentOffered,
    CallOpened,
    CoachSaid,
    CustomerSaid,
    Face,
    Message,
    ReviewAsked,
    Reviewed,
    ReviewLine,
    TraineeSaid,
)
from tests.teams.limits import check_activity
from tests.unit.bots.messages import NOW, any_message, made
from tests.unit.bots.teams.reading import words_of
from tests.unit.bots.teams.samples import face

_VIEWS = st.builds(
    View,
    tz=st.sampled_from(["UTC", "Europe/Berlin", "Nowhere/At_All"]),
    now=st.just(NOW),
    own=st.booleans(),
    channel=st.booleans(),
    hears=st.booleans(),
    call_link=st.sampled_from(["", "https://practice.example/calls/abc?key=def"]),
    rings=st.booleans(),
    face=st.sampled_from([lambda _: "", lambda _: face("dana.svg")]),
)
_JOINER = "\u2060"


def violations(*cards: Card) -> list[str]:
    """What Teams would say against the cards, each as the message that it becomes."""
    return [w for card in cards for w in check_activity(activities.message(card, alert=True))]


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_message(), _VIEWS)
def test_every_message_is_within_teams_limits(message: Message, view: View) -> None:
    cards = render(message, view)

    assert violations(*cards) == []
    assert all(card.text.strip() for card in cards)
    assert bool(cards) != isinstance(message, TraineeSaid)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made(CallOpened), _VIEWS, st.none() | st.integers(0, 700))
def test_every_head_of_a_call_is_within_teams_limits(
    call: CallOpened, view: View, lasted: int | None
) -> None:
    assert violations(render_head(call, view, HeadState(NOW, lasted))) == []


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made(AssignmentOffered), made(ReviewAsked), made(Reviewed), _VIEWS)
def test_what_takes_a_cards_place_is_within_teams_limits(
    offer: AssignmentOffered, asked: ReviewAsked, done: Reviewed, view: View
) -> None:
    assert violations(render_accepted(offer, view), render_put_off(offer, view)) == []
    assert violations(render_reviewed(asked, done, view)) == []


_SAID = st.text(max_size=3500) | st.text("a&<>*_~`\n {}", max_size=60).map(lambda s: s * 300)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_SAID, _VIEWS)
def test_what_is_said_is_complete(said: str, view: View) -> None:
    view, whole = replace(view, face=lambda _: ""), clean(said)
    spoken = (
        (render(CustomerSaid("a1", 2, Face("Pat"), said), view), "Pat\n"),
        (render(CoachSaid("a1", "c1", "Ines", said), view), None),
        (
            render(ReviewLine("a1", 2, "Pat", said, False, 5), view),
            "Line 3 · Pat, customer · 0:05\n",
        ),
        (said_elsewhere(TraineeSaid("a1", 1, "Alex", said, "k"), view), None),
    )

    for cards, head in spoken:
        assert violations(*cards) == []
        words = words_of(*cards).replace(_JOINER, "")
        start = words.partition("\n")[0] + "\n" if head is None else head
        assert words.startswith(start)
        assert not whole.strip() or _letters(words[len(start) :]) == _letters(whole)


def test_a_hundred_kilobytes_come_in_several_cards() -> None:
    said = "You charged me twice, and I want it back. " * 2_500

    cards = render(CustomerSaid("a1", 2, Face("Pat"), said), View("UTC", NOW, own=True))

    assert len(cards) > 10
    assert violations(*cards) == []
    assert words_of(cards[0]).startswith("Pat\n")
    assert _letters(words_of(*cards)) == _letters(f"Pat {said}")


def _letters(words: str) -> str:
    """Words without what stands between the pieces."""
    return re.sub(r"\s", "", words.replace(_JOINER, ""))
