"""From coaches: their review, and a 1:1."""

from __future__ import annotations

from slack_sdk.models.blocks import Block
from slack_sdk.models.blocks.block_elements import RichTextElement

from bots.chat.texts import fit
from bots.slack.blocks import actions, button, context, header
from bots.slack.cards.card import (
    Card,
    View,
    bar,
    card,
    name,
    of_five,
    result,
    title,
)
from bots.slack.cards.requests import score_row, who
from bots.slack.names import Action
from bots.slack.rich import Part, Row, bold, moment, person, quoted, rich, rows
from core.messages import Adjusted, OneToOne, ReviewAsked, Reviewed

_ADJUSTED = 20


def render_reviewed(asked: ReviewAsked, done: Reviewed, view: View) -> Card:
    """What was asked for, after it was dealt with."""
    by = f"Reviewed by {name(done.coach)}"
    again = actions(button("Review again", Action.REVIEW, value=asked.attempt))

    def build(room: int) -> list[Block]:
        head = header(f"{who(asked.trainee)}: {title(asked.title)}")
        return [*context(by), head, *_review(done, view, room), *again]

    return card(f"{by}: {name(asked.trainee)}, “{title(asked.title)}”.", build)


def reviewed(done: Reviewed, view: View) -> Card:
    """The coach's review: what they say, both numbers, the next step."""
    whose = "your" if view.own else f"{name(done.trainee)}’s"
    said = f"{name(done.coach)} has reviewed {whose} call “{title(done.title)}”"
    outcome = result(done.overall, done.verdict)

    def build(room: int) -> list[Block]:
        return [header(f"Review: {outcome}"), *context(said), *_review(done, view, room)]

    return card(f"{said}: {outcome}.", build)


def one_to_one(meeting: OneToOne, view: View) -> Card:
    """They are to talk: with whom, about what, and when."""
    other = name(meeting.other_name)
    about = f"about “{title(meeting.title)}”"
    if meeting.by_coach:
        said, text = "You suggested a 1:1 with ", f"You suggested a 1:1 with {other} {about}."
    else:
        said, text = "You have a 1:1 with ", f"{other} would like a 1:1 with you {about}."
    who = person(meeting.other, other)
    when: Row = ["No time is set yet: a message to ", who, " will do."]
    if meeting.meet_at is not None:
        when = ["When: ", moment(meeting.meet_at, view.tz, view.now)]

    def build(room: int) -> list[Block]:
        words = quoted([fit(meeting.words, room)])
        return [*rich(rows([bold("1:1. "), said, who, f" {about}."], when), words)]

    return card(text, build)


def _review(done: Reviewed, view: View, room: int) -> list[Block]:
    outcome = score_row(done.overall, result(done.overall, done.verdict))
    was = f" (was {of_five(done.overall_was)})" if done.overall != done.overall_was else ""
    shown = done.adjusted[:_ADJUSTED]
    changed = [e for each in shown for e in _adjusted(each, room // 30)]
    return [
        *rich(rows([bold(outcome), was])),
        *rich(rows([fit(done.words, room // 2)])),
        *rich(rows([bold("Scores that the coach changed")]) if changed else [], changed),
        *rich(_next(done, view)),
    ]


def _adjusted(change: Adjusted, room: int) -> list[RichTextElement]:
    """Both numbers, and why; the trainee may see what the machine had said."""
    was = "not scored" if change.was is None else str(change.was)
    return quoted(
        [
            bold(title(change.name)[:60]),
            f" {bar(change.now)} {change.now} of 5 (was {was})",
            *([f"\n{fit(change.reason, max(60, room))}"] if change.reason.strip() else []),
        ]
    )


def _next(done: Reviewed, view: View) -> list[RichTextElement]:
    whose = "your" if view.own else "their"
    steps: dict[str, Row] = {
        "one_to_one": [f"a 1:1 with {name(done.coach)}", *_at(done, view)],
        "remedial": [f"another scenario, “{title(done.next_title)}”, in {whose} training"],
        "new_attempt": [f"one more attempt at “{title(done.title)}”"],
    }
    step = steps.get(done.next_step)
    return rows([bold("Next: "), *step, "."]) if step else []


def _at(done: Reviewed, view: View) -> list[Part]:
    return [": ", moment(done.meet_at, view.tz, view.now)] if done.meet_at else []
