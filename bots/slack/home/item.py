"""One assignment in My Training: what it is, how it went, and what can be done now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from slack_sdk.models.blocks import Block, ButtonElement

from bots.chat.texts import fit
from bots.slack.blocks import actions, button
from bots.slack.names import Action
from bots.slack.rich import Row, bold, moment, rich, rows
from core.scenario import Mode
from core.scoring import Verdict
from core.views import Medal, PastAttempt, Status, TrainingItem
from core.wording import change, counted, figure, lasting, sentence

_TITLE, _GOAL, _NAME = 100, 160, 60
_MEDALS = {Medal.GOLD: "🥇 Gold", Medal.SILVER: "🥈 Silver", Medal.BRONZE: "🥉 Bronze"}
_VERDICTS = {
    Verdict.PASSED: "Passed",
    Verdict.CONDITIONAL: "Passed, on a condition",
    Verdict.FAILED: "Not passed yet",
    Verdict.UNSCORED: "Not scored",
}
_NO_VOICE = "Calls by voice are not set up here yet. Your administrator can help."
_USED_UP = "You have used all your attempts. Your coach can give you more."

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
    words = rows(
        [bold(fit(item.title, _TITLE))],
        [fit(item.goal, _GOAL)],
        _facts(item, eyes),
        [_last(item)],
        [_hindrance(item, eyes)],
    )
    return [*rich(words), *actions(*_buttons(item, eyes))]


def _facts(item: TrainingItem, eyes: Eyes) -> Row:
    facts = f"With {fit(item.customer.name, _NAME)} · {lasting(item.time_limit_s)}"
    if item.attempts_left is not None:
        facts += f" · {counted(item.attempts_left, 'attempt')} left"
    due = item.assignment.due_at
    if item.status is Status.RUNNING:
        return [bold("Call running"), f" · {facts}"]
    if due is None or item.status is Status.DONE:
        return [facts]
    when = moment(due, eyes.tz, eyes.now)
    if item.status is Status.OVERDUE:
        return [bold("Overdue"), " since ", when, f" · {facts}"]
    return ["Due ", when, f" · {facts}"]


def _ended(item: TrainingItem) -> list[PastAttempt]:
    return [past for past in item.past if past.ended]


def _last(item: TrainingItem) -> str:
    """How the last call went, and whether it was better than the one before."""
    last, before = (*_ended(item), None, None)[:2]
    if last is None:
        return ""
    if last.run is None:
        return "Being scored"
    then = before.run.overall if before and before.run else None
    overall = last.run.overall
    parts = [
        _VERDICTS[last.run.verdict],
        "" if overall is None else f"{figure(overall)} of 5",
        _MEDALS[item.medal] if item.medal else "",
        sentence(change(overall, then)),
    ]
    return " · ".join(filter(None, parts))


def _hindrance(item: TrainingItem, eyes: Eyes) -> str:
    if item.running:
        return "" if eyes.thread_link(item.running) else "Go on in the thread of the call."
    if not item.may_start:
        return _USED_UP
    return _NO_VOICE if item.mode is Mode.VOICE and not eyes.voice else ""


def _buttons(item: TrainingItem, eyes: Eyes) -> list[ButtonElement | None]:
    assignment, ended = item.assignment.id, _ended(item)
    last = ended[0].attempt if ended else ""
    new = not ended and item.running is None
    unread = new and item.assignment.accepted_at is None
    briefing = "Accept" if unread else "Briefing"
    return [
        _link("Continue", item.running, eyes, style="primary"),
        button("Join the call", Action.CALL_LINK, value=item.running)
        if item.running and item.mode is Mode.VOICE
        else None,
        # What was not accepted has not been read: the briefing comes first, and brings the start.
        *(_starts(item, eyes) if item.may_start and not unread else []),
        button(briefing, Action.ACCEPT, value=assignment, style="primary" if unread else None)
        if new
        else None,
        button("Documents", Action.DOCUMENTS, value=f"assignment:{assignment}"),
        _link("See the last call", last, eyes) if not item.running else None,
        button("Transcript", Action.TRANSCRIPT, value=last) if last else None,
    ]


def _link(
    words: str, attempt: str | None, eyes: Eyes, style: str | None = None
) -> ButtonElement | None:
    url = eyes.thread_link(attempt) if attempt else None
    return button(words, Action.OPEN_THREAD, url=url, style=style) if url else None


def _starts(item: TrainingItem, eyes: Eyes) -> list[ButtonElement | None]:
    """A button for each way in which this call may be held."""
    again = bool(_ended(item))
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
