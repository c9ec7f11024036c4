"""The call page of a call by voice: offered, joined, left."""

from __future__ import annotations

from slack_sdk.models.blocks import ButtonElement

from bots.slack.blocks import actions, button, context
from bots.slack.cards.card import Card, View, card, name, title
from bots.slack.names import Action
from bots.slack.rich import CLOCK, Row, moment, rich, rows
from core.messages import CallJoined, CallLeft, CallOffered


def call_offered(offer: CallOffered, view: View) -> Card:
    """The call page, for a trainee who talks elsewhere."""
    what = f"{title(offer.title)} with {name(offer.customer.name)}"
    why = "The customer cannot come into a huddle, but has a call page where you can talk."
    if offer.attempt is None:
        ask = f"Would you like to practise {what}?"
        go = button("Start call", Action.START_CALL, value=offer.assignment, style="primary")
    else:
        ask = f"{what} is waiting for you."
        go = join_button(offer.attempt, view)
    return card(ask, lambda _: [*rich(rows([ask])), *context(why), *actions(go)])


def join_button(attempt: str, view: View) -> ButtonElement:
    """Opens the call page; without an address at hand, asks for one."""
    return button(
        "Join the call", Action.CALL_LINK, value=attempt, url=view.call_link, style="primary"
    )


def joined(call: CallJoined, view: View) -> Card:
    """Somebody has come to the call page."""
    said = f"{'You have' if view.own else f'{name(call.name)} has'} joined the call."
    until: Row = []
    if call.deadline is not None:
        until = [" It runs until ", moment(call.deadline, view.tz, view.now, CLOCK), "."]
    return card(said, lambda _: [*rich(rows([said, *until]))])


def left(call: CallLeft, view: View) -> Card:
    """Somebody's call page is closed or lost."""
    said = f"{name(call.name)} has left the call."
    if not view.own:
        return card(said, lambda _: [*rich(rows([said]))])
    said = "You have left the call. You can join again while there is time."
    again = actions(join_button(call.attempt, view))
    return card(said, lambda _: [*rich(rows([said])), *again])
