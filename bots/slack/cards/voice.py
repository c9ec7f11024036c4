"""The call page of a call by voice: offered, joined, left."""

from __future__ import annotations

from slack_sdk.models.blocks import ButtonElement

from bots.chat.words import calls as words
from bots.slack.blocks import actions, button, context
from bots.slack.cards.card import Card, View, card
from bots.slack.names import Action
from bots.slack.rich import CLOCK, Row, moment, rich, rows
from core.messages import CallJoined, CallLeft, CallOffered

_NO_HUDDLE = "The customer cannot come into a huddle, but has a call page where you can talk."


def call_offered(offer: CallOffered, view: View) -> Card:
    """The call page, for a trainee who talks elsewhere."""
    ask = words.call_offered(offer)
    if offer.attempt is None:
        go = button("Start call", Action.START_CALL, value=offer.assignment, style="primary")
    else:
        go = join_button(offer.attempt, view)
    return card(ask, lambda _: [*rich(rows([ask])), *context(_NO_HUDDLE), *actions(go)])


def join_button(attempt: str, view: View) -> ButtonElement:
    """Opens the call page; without an address at hand, asks for one."""
    return button(
        "Join the call", Action.CALL_LINK, value=attempt, url=view.call_link, style="primary"
    )


def joined(call: CallJoined, view: View) -> Card:
    """Somebody has come to the call page."""
    said = words.joined(call, own=view.own)
    until: Row = []
    if call.deadline is not None:
        until = [" It runs until ", moment(call.deadline, view.tz, view.now, CLOCK), "."]
    return card(said, lambda _: [*rich(rows([said, *until]))])


def left(call: CallLeft, view: View) -> Card:
    """Somebody's call page is closed or lost."""
    said = words.left(call, own=view.own)
    if not view.own:
        return card(said, lambda _: [*rich(rows([said]))])
    again = actions(join_button(call.attempt, view))
    return card(said, lambda _: [*rich(rows([said])), *again])
