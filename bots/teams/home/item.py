"""One assignment in My Training: what it is, how it went, and what can be done now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bots.chat.texts import fit
from bots.chat.words import training as words
from bots.chat.words.training import ended
from bots.teams.buttons import Button, dialog, execute
from bots.teams.cards.calls import asks_to_end, ending
from bots.teams.elements import Element, buttons, container, rich
from bots.teams.names import Verb
from bots.teams.texts import Row, bold, lined, run
from core.scenario import Mode
from core.views import Status, TrainingItem
from core.wording import day_time

_GO_ON = "Go on where it is held: in our chat, or in its thread."


@dataclass(frozen=True, slots=True)
class Eyes:
    """Whose clock counts, what moment it is, and whether calls by voice can be held."""

    tz: str
    now: datetime
    voice: bool


def entry(item: TrainingItem, eyes: Eyes) -> list[Element]:
    """Return words, and buttons where there is something to do."""
    told = lined(
        [bold(fit(item.title, words.TITLE))],
        [fit(item.goal, words.GOAL)],
        _facts(item, eyes),
        [words.last(item)],
        [_GO_ON if item.running else words.hindrance(item, voice=eyes.voice)],
    )
    return container(
        [
            *rich(told),
            *buttons(*_buttons(item, eyes)),
            *(ending(item.running) if item.running else []),
        ],
        separator=True,
    )


def _facts(item: TrainingItem, eyes: Eyes) -> Row:
    facts, due = words.facts(item), item.assignment.due_at
    if item.status is Status.RUNNING:
        return [run("Call running", weight="Bolder", color="Good"), f" · {facts}"]
    if due is None or item.status is Status.DONE:
        return [facts]
    when = day_time(due, eyes.tz, eyes.now)
    if item.status is Status.OVERDUE:
        late = run("Overdue", weight="Bolder", color="Attention")
        return [late, f" since {when} · {facts}"]
    return [f"Due {when} · {facts}"]


def _buttons(item: TrainingItem, eyes: Eyes) -> list[Button | None]:
    assignment, over = item.assignment.id, ended(item)
    last = over[0].attempt if over else ""
    running, unread = item.running or "", words.unread(item)
    return [
        execute("Join the call", Verb.CALL_LINK, running)
        if running and item.mode is Mode.VOICE
        else None,
        asks_to_end(running) if running else None,
        # What was not accepted has not been read: the briefing comes first, and brings the start.
        *(_starts(item, eyes) if item.may_start and not unread else []),
        _briefing(assignment, unread=unread) if words.is_new(item) else None,
        dialog("Documents", Verb.DOCUMENTS, f"assignment:{assignment}"),
        dialog("Transcript", Verb.TRANSCRIPT, last) if last else None,
    ]


def _briefing(assignment: str, *, unread: bool) -> Button:
    if unread:
        return execute("Accept", Verb.ACCEPT, assignment, style="positive")
    return execute("Briefing", Verb.ACCEPT, assignment)


def _starts(item: TrainingItem, eyes: Eyes) -> list[Button]:
    """A button for each way in which this call may be held."""
    again = bool(ended(item))
    chat, call = ("Try again", "Try again by voice") if again else ("Start chat", "Start call")
    value, by_chat = item.assignment.id, item.mode is not Mode.VOICE
    found = [execute(chat, Verb.START_CHAT, value)] if by_chat else []
    if item.mode is not Mode.CHAT and eyes.voice:
        found.append(execute(call, Verb.START_CALL, value))
    return found
