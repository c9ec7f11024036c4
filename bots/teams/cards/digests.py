"""What others see: a result in the team's channel, and a manager's digest."""

from __future__ import annotations

from bots.chat.words import digests as words
from bots.chat.words.figures import name
from bots.teams.buttons import dialog
from bots.teams.cards.card import Card, Laid, View, card, said
from bots.teams.elements import Element, container, heading, rich, small
from bots.teams.names import Verb
from bots.teams.texts import bold, lined
from core.messages import Digest, HelpNeeded, ResultShared


def result_shared(shared: ResultShared, _view: View) -> tuple[Card, ...]:
    """Somebody has practised; the result as far as the channel may see it."""
    return said(words.result_shared(shared))


def digest(look: Digest, view: View) -> tuple[Card, ...]:
    """A period at one look: who needs help first, where the criteria stand, what waits."""
    average = words.average(look)

    def build(_room: int) -> Laid:
        told = [
            heading(words.HEAD),
            *small(words.scope(look, view.tz)),
            *rich([bold(words.practised(look)), f" {average}" if average else ""]),
            *_help(look),
            *_criteria(look),
            *rich(lined(*[[line] for line in words.standing(look)]), separator=True),
        ]
        return Laid(told, [dialog("When this comes", Verb.DIGEST_TIME)])

    return card(words.announced(look), build, wide=True)


def _help(look: Digest) -> list[Element]:
    if not look.help:
        return rich([words.calm(look)])
    told = [e for one in look.help[: words.HELP] for e in _needs(one)]
    more = small(words.more_help(look))
    return [*rich([bold(words.HELP_FIRST)], separator=True), *container([*told, *more])]


def _needs(one: HelpNeeded) -> list[Element]:
    return rich([bold(name(one.name)), words.needs(one)], spacing="Small")


def _criteria(look: Digest) -> list[Element]:
    if not look.criteria:
        return []
    told = [[words.mean(criterion)] for criterion in look.criteria[: words.CRITERIA]]
    return [*rich([bold(words.LOWEST_FIRST)], separator=True), *rich(lined(*told), spacing="Small")]
