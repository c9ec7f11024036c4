"""The call page of a call by voice: offered, joined, left."""

from __future__ import annotations

from bots.chat.words import calls as words
from bots.teams.buttons import execute
from bots.teams.cards.card import Card, Laid, View, card, join_button, said
from bots.teams.elements import rich, small, text_block
from bots.teams.names import Verb
from bots.teams.texts import local_time
from core.messages import CallJoined, CallLeft, CallOffered
from core.wording import clock_time

_PAGE = "The customer has a call page, where you can talk."


def call_offered(offer: CallOffered, view: View) -> tuple[Card, ...]:
    """The call page, for a trainee who talks elsewhere."""
    ask = words.call_offered(offer)
    if offer.attempt is None:
        go = execute("Start call", Verb.START_CALL, offer.assignment, style="positive")
    else:
        go = join_button(offer.attempt, view)
    return card(ask, lambda _: Laid([*rich([ask]), *small(_PAGE)], [go]))


def joined(call: CallJoined, view: View) -> tuple[Card, ...]:
    """Somebody has come to the call page."""
    told = words.joined(call, own=view.own)
    if call.deadline is None:
        return said(told)
    if not view.channel:
        return said(f"{told} It runs until {clock_time(call.deadline, view.tz)}.")
    until = f"It runs until {local_time(call.deadline)}."
    return card(told, lambda _: Laid([*rich([told]), text_block(until, spacing="None")]))


def left(call: CallLeft, view: View) -> tuple[Card, ...]:
    """Somebody's call page is closed or lost."""
    told = words.left(call, own=view.own)
    if not view.own:
        return said(told)
    return card(told, lambda _: Laid(rich([told]), [join_button(call.attempt, view)]))
