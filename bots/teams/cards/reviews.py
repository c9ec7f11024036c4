"""From coaches: their review, and a 1:1."""

from __future__ import annotations

from bots.chat.texts import fit
from bots.chat.words import reviews as words
from bots.chat.words.figures import barred, name, title, who
from bots.teams.buttons import dialog
from bots.teams.cards.card import Card, Laid, View, card, dated, quoted
from bots.teams.elements import Element, container, heading, rich, small
from bots.teams.names import Verb
from bots.teams.texts import Row, bold, lined
from core.messages import Adjusted, OneToOne, ReviewAsked, Reviewed


def render_reviewed(asked: ReviewAsked, done: Reviewed, view: View) -> Card:
    """What was asked for, after it was dealt with."""
    by = f"Reviewed by {name(done.coach)}"
    again = dialog("Review again", Verb.REVIEW, asked.attempt)

    def build(room: int) -> Laid:
        head = heading(f"{who(asked.trainee)}: {title(asked.title)}")
        return Laid([*small(by), head, *_review(done, view, room)], [again])

    return card(f"{by}: {name(asked.trainee)}, “{title(asked.title)}”.", build)[0]


def reviewed(done: Reviewed, view: View) -> tuple[Card, ...]:
    """The coach's review: what they say, both numbers, the next step."""
    told, outcome = words.has_reviewed(done, own=view.own), words.outcome(done)

    def build(room: int) -> Laid:
        head = heading(f"Review: {outcome}")
        return Laid([head, *small(told), *_review(done, view, room)])

    return card(f"{told}: {outcome}.", build)


def one_to_one(meeting: OneToOne, view: View) -> tuple[Card, ...]:
    """They are to talk: with whom, about what, and when."""
    other = name(meeting.other_name)
    told = "You suggested a 1:1 with " if meeting.by_coach else "You have a 1:1 with "
    who: Row = [bold("1:1. "), told, bold(other), f" about “{title(meeting.title)}”"]

    def build(room: int) -> Laid:
        if meeting.meet_at is None:
            unset = f"No time is set yet: a message to {other} will do."
            when = rich(lined([*who, "."], [unset]))
        else:
            when = dated(who, ": ", meeting.meet_at, view)
        return Laid([*when, *quoted(meeting.words, room)])

    return card(words.one_to_one(meeting), build)


def _review(done: Reviewed, view: View, room: int) -> list[Element]:
    shown = done.adjusted[: words.ADJUSTED]
    changed = [e for each in shown for e in _adjusted(each, room // 30)]
    return [
        *rich([bold(barred(done.overall, words.outcome(done))), words.was(done)]),
        *rich([fit(done.words, room // 2)]),
        *(rich([bold(words.CHANGED)]) if changed else []),
        *changed,
        *_next(done, view),
    ]


def _adjusted(change: Adjusted, room: int) -> list[Element]:
    """Both numbers, and why; the trainee may see what the machine had said."""
    criterion, numbers = words.adjusted(change)
    told = lined([bold(criterion), f" {numbers}"], [fit(change.reason, max(60, room))])
    return container(rich(told), style="emphasis", spacing="Small")


def _next(done: Reviewed, view: View) -> list[Element]:
    step = words.next_step(done, own=view.own)
    if not step:
        return []
    if done.next_step == "one_to_one" and done.meet_at is not None:
        return dated([bold("Next: "), step], ": ", done.meet_at, view)
    return rich([bold("Next: "), step, "."])
