"""What others see: a result in the team's channel, and a manager's digest."""

from __future__ import annotations

from slack_sdk.models.blocks import Block
from slack_sdk.models.blocks.block_elements import RichTextElement

from bots.chat.words import digests as words
from bots.chat.words.figures import name
from bots.slack.blocks import actions, button, context, header
from bots.slack.cards.card import Card, View, card
from bots.slack.names import Action
from bots.slack.rich import Row, bold, listed, person, rich, rows
from core.messages import Digest, HelpNeeded, ResultShared


def result_shared(shared: ResultShared, _view: View) -> Card:
    """Somebody has practised; the result as far as the channel may see it."""
    said = words.result_shared(shared)
    return card(said, lambda _: [*rich(rows([said]))])


def digest(look: Digest, view: View) -> Card:
    """A period at one look: who needs help first, where the criteria stand, what waits."""
    average = words.average(look)

    def build(_room: int) -> list[Block]:
        return [
            header(words.HEAD),
            *context(words.scope(look, view.tz)),
            *rich(rows([bold(words.practised(look)), f" {average}" if average else ""])),
            *rich(_help(look)),
            *rich(_criteria(look)),
            *rich(rows(*[[line] for line in words.standing(look)])),
            *actions(button("When this comes", Action.DIGEST_TIME)),
        ]

    return card(words.announced(look), build)


def _help(look: Digest) -> list[RichTextElement]:
    if not look.help:
        return rows([words.calm(look)])
    told: list[Row] = [_needs(one) for one in look.help[: words.HELP]]
    tail: Row = [words.more_help(look)]
    return [*rows([bold(words.HELP_FIRST)]), *listed([*told, tail])]


def _needs(one: HelpNeeded) -> Row:
    return [person(one.person, name(one.name)), words.needs(one)]


def _criteria(look: Digest) -> list[RichTextElement]:
    if not look.criteria:
        return []
    told = [[words.mean(criterion)] for criterion in look.criteria[: words.CRITERIA]]
    return [*rows([bold(words.LOWEST_FIRST)]), *listed(told)]
