"""Whatever the product says, Slack takes it, and nobody's words are lost or made into markup."""

from __future__ import annotations

import json
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bots.chat.heads import HeadState
from bots.chat.texts import clean
from bots.slack.cards import RENDERERS, Card, View, render, render_head
from bots.slack.texts import unmarked
from core.messages import CallOpened, CustomerSaid, Face, Message, TraineeSaid
from tests.slack.limits import check_message
from tests.unit.bots.messages import NOW, any_message, made
from tests.unit.bots.slack.reading import words_of

_VIEWS = st.builds(
    View,
    tz=st.sampled_from(["UTC", "Europe/Berlin", "Nowhere/At_All"]),
    now=st.just(NOW),
    own=st.booleans(),
    call_link=st.sampled_from(["", "https://practice.example/calls/abc?key=def"]),
    line_link=st.sampled_from([lambda _: None, lambda turn: f"https://x.slack.com/p{turn}"]),
)


def violations(card: Card) -> list[str]:
    """What Slack would say against the card."""
    return check_message({"text": card.text, "blocks": [*card.blocks]})


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_message(), _VIEWS)
def test_every_message_is_within_slacks_limits(message: Message, view: View) -> None:
    card = render(message, view)

    if isinstance(message, TraineeSaid):
        assert card is None
        return
    assert card is not None
    assert card.text.strip()
    assert violations(card) == []
    assert json.dumps(card.blocks).encode()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made(CallOpened), _VIEWS, st.none() | st.integers(0, 700))
def test_every_head_of_a_call_is_within_slacks_limits(
    call: CallOpened, view: View, lasted: int | None
) -> None:
    assert violations(render_head(call, view, HeadState(NOW, lasted))) == []


@settings(max_examples=100, deadline=None)
@given(any_message(), _VIEWS)
def test_a_text_mentions_nobody_and_links_nowhere(message: Message, view: View) -> None:
    card = render(message, view)

    assert card is None or not re.search(r"[<>]", card.text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=3500) | st.text("a&<>*_~`\n ", min_size=3000, max_size=3500), _VIEWS)
def test_a_customers_line_is_complete(said: str, view: View) -> None:
    card = render(CustomerSaid("a1", 2, Face("Pat"), said), view)

    assert card is not None
    whole = clean(said)
    assert not whole.strip() or words_of(card) == whole
    assert not whole.strip() or card.text == unmarked(said).strip()


def test_every_class_of_message_has_a_renderer() -> None:
    assert set(RENDERERS) == set(Message.__args__)
