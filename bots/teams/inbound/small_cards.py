"""Small cards in answer to a word: buttons that open a form, begin or end a call."""

from __future__ import annotations

from collections.abc import Sequence

from bots.teams.buttons import MOST_BUTTONS, dialog, execute, link
from bots.teams.cards import Card
from bots.teams.elements import card, rich
from bots.teams.names import Verb
from bots.teams.texts import Row, bold, lined
from core.people import Person
from core.scenario import Mode
from core.views import TrainingItem
from core.wording import first_name

_OPENS = {
    Verb.ASSIGN: ("Give somebody a call to practise.", "Assign a call"),
    Verb.WAYS: ("Where reviews appear, and what team channels may see.", "Open the settings"),
    Verb.PEOPLE: ("Who takes part, as what, and in which team.", "Open the list of people"),
    Verb.DIGEST_TIME: ("When your digest comes by itself.", "Choose the time"),
}
_ALL_BUT = "All that you write is said, but for “documents”, “help” and “end call”."


def opener(word: str, verb: Verb) -> Card:
    """A card with the one button that opens a form: Teams opens none by itself."""
    about, words = _OPENS[verb]
    return Card(word, card(rich([about]), [dialog(words, verb, style="positive")]))


def call_link(address: str) -> Card:
    """A fresh link to the call page, which works once."""
    said = "The link works once."
    return Card(said, card(rich([said]), [link("Open the call page", address, style="positive")]))


def in_call(attempt: str, customer: str, *, documents: bool, stops: bool) -> Card:
    """What there is in the middle of a call besides talking; `stops`: whether to end it."""
    ask = "End this call? You will be scored on what was said so far."
    said = ask if stops else f"You are in a call with {customer}. {_ALL_BUT}"
    actions = [
        execute("End call", Verb.END_CALL, attempt, style="destructive"),
        dialog("Documents", Verb.DOCUMENTS, f"attempt:{attempt}") if documents else None,
        dialog("Report a problem", Verb.REPORT, attempt),
    ]
    more = rich(["Or just go on: the call is still running."]) if stops else []
    return Card(said, card([*rich([said]), *more], actions))


def channel_starts(person: Person, items: Sequence[TrainingItem]) -> Card:
    """The calls that somebody may begin in a channel."""
    ready = [i for i in items if i.may_start and i.mode is not Mode.VOICE][:MOST_BUTTONS]
    if not ready:
        said = f"{first_name(person.name)}, there is no call for you to begin here just now."
        return Card(said)
    said = f"{first_name(person.name)}, which call would you like to practise here?"
    openly = "Everybody in this channel can read along. The score comes to your own chat."
    titles: list[Row] = [[bold(i.title), f", with {i.customer.name}"] for i in ready]
    actions = [
        execute(f"Start {i.title}", Verb.START_CHAT, i.assignment.id, style="positive")
        for i in ready
    ]
    return Card(said, card([*rich([said]), *rich(lined(*titles)), *rich([openly])], actions))


def unheard(sentence: str) -> Card:
    """Nobody heard what was written: what else there is."""
    actions = [execute("My Training", Verb.TRAINING), execute("What you can ask", Verb.HELP)]
    return Card(sentence, card(rich([sentence]), actions))
