"""From coaches: their review, and a 1:1."""

from __future__ import annotations

from slack_sdk.models.blocks import Block
from slack_sdk.models.blocks.block_elements import RichTextElement

from bots.chat.texts import fit
from bots.chat.words import reviews as words
from bots.chat.words.figures import barred, name, title, who
from bots.slack.blocks import actions, button, context, header
from bots.slack.cards.card import Card, View, card
from bots.slack.names import Action
from bots.slack.rich import Part, Row, bold, moment, person, quoted, rich, rows
from core.messages import Adjusted, OneToOne, ReviewAsked, Reviewed


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
    said, outcome = words.has_reviewed(done, own=view.own), words.outcome(done)

    def build(room: int) -> list[Block]:
        return [header(f"Review: {outcome}"), *context(said), *_review(done, view, room)]

    return card(f"{said}: {outcome}.", build)


def one_to_one(meeting: OneToOne, view: View) -> Card:
    """They are to talk: with whom, about what, and when."""
    other = name(meeting.other_name)
    about = f"about “{title(meeting.title)}”"
    said = "You suggested a 1:1 with " if meeting.by_coach else "You have a 1:1 with "
    they = person(meeting.other, other)
    when: Row = ["No time is set yet: a message to ", they, " will do."]
    if meeting.meet_at is not None:
        when = ["When: ", moment(meeting.meet_at, view.tz, view.now)]

    def build(room: int) -> list[Block]:
        quote = quoted([fit(meeting.words, room)])
        return [*rich(rows([bold("1:1. "), said, they, f" {about}."], when), quote)]

    return card(words.one_to_one(meeting), build)


def _review(done: Reviewed, view: View, room: int) -> list[Block]:
    outcome = barred(done.overall, words.outcome(done))
    shown = done.adjusted[: words.ADJUSTED]
    changed = [e for each in shown for e in _adjusted(each, room // 30)]
    return [
        *rich(rows([bold(outcome), words.was(done)])),
        *rich(rows([fit(done.words, room // 2)])),
        *rich(rows([bold(words.CHANGED)]) if changed else [], changed),
        *rich(_next(done, view)),
    ]


def _adjusted(change: Adjusted, room: int) -> list[RichTextElement]:
    """Both numbers, and why; the trainee may see what the machine had said."""
    criterion, numbers = words.adjusted(change)
    return quoted(
        [
            bold(criterion),
            f" {numbers}",
            *([f"\n{fit(change.reason, max(60, room))}"] if change.reason.strip() else []),
        ]
    )


def _next(done: Reviewed, view: View) -> list[RichTextElement]:
    step = words.next_step(done, own=view.own)
    when = _at(done, view) if done.next_step == "one_to_one" else []
    return rows([bold("Next: "), step, *when, "."]) if step else []


def _at(done: Reviewed, view: View) -> list[Part]:
    return [": ", moment(done.meet_at, view.tz, view.now)] if done.meet_at else []
