"""One assignment in My Training: what it is, how it went, and what can be done now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from slack_sdk.models.blocks import Block, ButtonElement

from bots.chat.texts import fit
from bots.chat.words import training as words
from bots.chat.words.training import ended
from bots.slack.blocks import actions, button
from bots.slack.names import Action
from bots.slack.rich import Row, bold, moment, rich, rows
from core.scenario import Mode
from core.views import Status, TrainingItem

ThreadLink = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Eyes:
    """Whose clock counts, what moment it is, where threads are, and whether calls can be held."""

    tz: str
    now: datetime
    thread_link: ThreadLink
    voice: bool


def entry(item: TrainingItem, eyes: Eyes) -> list[Block]:
    """Return two blocks: words, and buttons where there is something to do."""
    told = rows(
        [bold(fit(item.title, words.TITLE))],
        [fit(item.goal, words.GOAL)],
        _facts(item, eyes),
        [words.last(item)],
        [_hindrance(item, eyes)],
    )
    return [*rich(told), *actions(*_buttons(item, eyes))]


def _facts(item: TrainingItem, eyes: Eyes) -> Row:
    facts = words.facts(item)
    due = item.assignment.due_at
    if item.status is Status.RUNNING:
        return [bold("Call running"), f" · {facts}"]
    if due is None or item.status is Status.DONE:
        return [facts]
    when = moment(due, eyes.tz, eyes.now)
    if item.status is Status.OVERDUE:
        return [bold("Overdue"), " since ", when, f" · {facts}"]
    return ["Due ", when, f" · {facts}"]


def _hindrance(item: TrainingItem, eyes: Eyes) -> str:
    if item.running:
        return "" if eyes.thread_link(item.running) else "Go on in the thread of the call."
    return words.hindrance(item, voice=eyes.voice)


def _buttons(item: TrainingItem, eyes: Eyes) -> list[ButtonElement | None]:
    assignment, over = item.assignment.id, ended(item)
    last = over[0].attempt if over else ""
    unread = words.unread(item)
    briefing = "Accept" if unread else "Briefing"
    return [
        _link("Continue", item.running, eyes, style="primary"),
        button("Join the call", Action.CALL_LINK, value=item.running)
        if item.running and item.mode is Mode.VOICE
        else None,
        # What was not accepted has not been read: the briefing comes first, and brings the start.
        *(_starts(item, eyes) if item.may_start and not unread else []),
        button(briefing, Action.ACCEPT, value=assignment, style="primary" if unread else None)
        if words.is_new(item)
        else None,
        button("Documents", Action.DOCUMENTS, value=f"assignment:{assignment}"),
        _link("See the last call", last, eyes) if not item.running else None,
        button("Transcript", Action.TRANSCRIPT, value=last) if last else None,
    ]


def _link(
    label: str, attempt: str | None, eyes: Eyes, style: str | None = None
) -> ButtonElement | None:
    url = eyes.thread_link(attempt) if attempt else None
    return button(label, Action.OPEN_THREAD, url=url, style=style) if url else None


def _starts(item: TrainingItem, eyes: Eyes) -> list[ButtonElement | None]:
    """A button for each way in which this call may be held."""
    again = bool(ended(item))
    style = None if again else "primary"
    chat, call = ("Try again", "Try again by voice") if again else ("Start chat", "Start call")
    value = item.assignment.id
    by_chat = item.mode is not Mode.VOICE
    by_voice = item.mode is not Mode.CHAT and eyes.voice
    return [
        button(chat, Action.START_CHAT, value=value, style=style) if by_chat else None,
        button(call, Action.START_CALL, value=value, style=None if by_chat else style)
        if by_voice
        else None,
    ]
