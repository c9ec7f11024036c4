"""For coaches: an attempt that wants a look."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

from bots.chat.texts import fit
from bots.chat.words import reviews as words
from bots.chat.words.figures import LINE, barred, name, result, title, who
from bots.teams.buttons import dialog, execute
from bots.teams.cards.card import BOT, Card, Laid, View, beside, card, quotation
from bots.teams.elements import Element, heading, mention, rich, small
from bots.teams.names import Verb
from bots.teams.texts import bold
from core.messages import ReviewAsked


def review_asked(asked: ReviewAsked, view: View) -> tuple[Card, ...]:
    """An attempt for the coaches to look at, with the lines to begin with."""
    score = barred(asked.overall, result(asked.overall, asked.verdict))
    actions = [
        dialog("Review", Verb.REVIEW, asked.attempt, style="positive"),
        dialog("Comment on a line", Verb.COMMENT, asked.attempt),
        dialog("Transcript", Verb.TRANSCRIPT, asked.attempt),
        # A chat has no threads: there a whole call would bury what stands in it.
        execute("Whole call here", Verb.SHOW_LINES, asked.attempt) if view.channel else None,
    ]
    called, entities = _call_for(asked, view)

    def build(room: int) -> Laid:
        lines = asked.lines[: words.LINES]
        quotes = [e for q in lines for e in quotation(q, min(room, LINE))]
        told = [
            *small(words.reason(asked)),
            heading(f"{who(asked.trainee)}: {title(asked.title)}"),
            *called,
            *rich([fit(asked.why, room)]),
            *rich([bold(score)]),
            *(rich([bold(words.LOOK_FIRST)]) if quotes else []),
            *quotes,
            *small(_how(asked, view) if asked.coaches else ""),
        ]
        return Laid(told, actions, entities)

    return card(words.asked(asked), build)


def _call_for(asked: ReviewAsked, view: View) -> tuple[list[Element], list[dict[str, Any]]]:
    """Names the coaches; in a channel so that Teams tells them."""
    if not asked.coaches:
        return rich([words.nobody_coaches(asked)]), []
    coaches = asked.coaches[: words.COACHES]
    if not view.channel:
        called = ", ".join(name(coach) for _, coach in coaches)
        return rich([f"{called}{words.have_a_look(asked)}"]), []
    texts, entities = _mentions(coaches)
    return beside(", ".join(texts), words.have_a_look(asked)), entities


def _mentions(coaches: Sequence[tuple[str, str]]) -> tuple[list[str], list[dict[str, Any]]]:
    """The names and mentions: of two coaches with one name each gets words of their own."""
    texts: list[str] = []
    entities: list[dict[str, Any]] = []
    for person, coach in coaches:
        ways = (mention(person, name(coach), same) for same in count(1))
        text, told = next(way for way in ways if way[0] not in texts or not way[1])
        texts.append(text)
        entities += told
    return texts, entities


def _how(asked: ReviewAsked, view: View) -> str:
    """How to answer."""
    trainee = who(asked.trainee)
    if not view.channel:
        return f"What you reply to this message, quoting it, reaches {trainee}."
    mention = "" if view.hears else f" Mention {BOT} in it: without that, it does not reach me."
    return f"What you reply in this thread reaches {trainee}.{mention}"
