"""What others see: a result in the team's channel, and a manager's digest."""

from __future__ import annotations

from datetime import datetime, timedelta

from slack_sdk.models.blocks import Block
from slack_sdk.models.blocks.block_elements import RichTextElement

from bots.chat.texts import fit
from bots.slack.blocks import actions, button, context, header
from bots.slack.cards.card import LINE, Card, View, bar, card, name, of_five, result, title
from bots.slack.cards.scores import MEDALS
from bots.slack.names import Action
from bots.slack.rich import Row, bold, listed, person, rich, rows
from core.messages import CriterionMean, Digest, HelpNeeded, ResultShared
from core.wording import counted, figure, zone

_HELP, _CRITERIA, _TEAMS = 10, 12, 6
_STEADY = 0.05


def result_shared(shared: ResultShared, _view: View) -> Card:
    """Somebody has practised; the result as far as the channel may see it."""
    said = f"{name(shared.trainee)} has practised “{title(shared.title)}”"
    told = ""
    if shared.verdict is not None:
        told = f": {_lowered(result(shared.overall, shared.verdict))}"
    prize = MEDALS.get(shared.medal or "", "")
    return card(f"{prize}{said}{told}.", lambda _: [*rich(rows([f"{prize}{said}{told}."]))])


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def digest(look: Digest, view: View) -> Card:
    """A period at one look: who needs help first, where the criteria stand, what waits."""
    help_first = counted(len(look.help), "person").replace("persons", "people")
    needs = f" {help_first} may need help." if look.help else ""

    def build(_room: int) -> list[Block]:
        return [
            header("How your people practised"),
            *context(_scope(look, view)),
            *rich(rows([bold(_practised(look)), _average(look)])),
            *rich(_help(look)),
            *rich(_criteria(look)),
            *rich(rows(*_standing(look))),
            *actions(button("When this comes", Action.DIGEST_TIME)),
        ]

    return card(f"How your people practised. {_practised(look)}{needs}", build)


def _scope(look: Digest, view: View) -> str:
    teams = ", ".join(name(team) for team in look.teams[:_TEAMS])
    more = f" and {len(look.teams) - _TEAMS} more" if len(look.teams) > _TEAMS else ""
    people = "1 person" if look.people == 1 else f"{look.people} people" if look.people else ""
    when = f"{_day(look.since, view)} to {_day(look.until, view)}"
    return " · ".join(filter(None, [f"{teams}{more}", when, people]))


def _day(at: datetime, view: View) -> str:
    local = at.astimezone(zone(view.tz))
    return f"{local.day} {local:%B}"


def _practised(look: Digest) -> str:
    if not look.people:
        return "There is nobody in your teams yet. An administrator can add people."
    if look.attempts:
        return f"{counted(look.attempts, 'call')} scored."
    week = abs((look.until - look.since) - timedelta(days=7)) < timedelta(hours=2)
    return f"Nobody practised {'this week' if week else 'in this time'}."


def _average(look: Digest) -> str:
    if look.overall is None:
        return ""
    return f" On average {of_five(look.overall)}{_movement(look.overall, look.overall_before)}."


def _movement(now: float, before: float | None) -> str:
    """▲ 0.4; nothing where there is nothing to compare."""
    if before is None:
        return ""
    by = now - before
    if abs(by) < _STEADY:
        return " (as before)"
    return f" {'▲' if by > 0 else '▼'} {figure(abs(by))}"


def _help(look: Digest) -> list[RichTextElement]:
    if not look.help:
        # Nothing known of anybody is no good news.
        calm = "Nobody stands out as needing help." if look.attempts else ""
        return rows([calm])
    told: list[Row] = [_needs(one) for one in look.help[:_HELP]]
    more = len(look.help) - _HELP
    tail: Row = [f"and {more} more"] if more > 0 else []
    return [*rows([bold("Who may need help first")]), *listed([*told, tail])]


def _needs(one: HelpNeeded) -> Row:
    why = fit(", ".join(one.why), LINE)
    begin = f" Begin with {title(one.begin_with)}." if one.begin_with.strip() else ""
    return [person(one.person, name(one.name)), f": {why}." if why else "", begin]


def _criteria(look: Digest) -> list[RichTextElement]:
    if not look.criteria:
        return []
    told = [_mean(criterion) for criterion in look.criteria[:_CRITERIA]]
    return [*rows([bold("Criteria, the lowest first")]), *listed(told)]


def _mean(criterion: CriterionMean) -> Row:
    moved = _movement(criterion.mean, criterion.before)
    mean = f"{bar(criterion.mean)} {figure(criterion.mean)} "
    return [mean, title(criterion.name), moved, f" · {counted(criterion.attempts, 'call')}"]


def _standing(look: Digest) -> list[Row]:
    if not look.people:
        return []
    late = f", {look.overdue} overdue" if look.overdue else ", none overdue"
    done = counted(look.done, "assignment") if look.done else "No assignments"
    waiting = f"{counted(look.waiting, 'review')} waiting for a coach" if look.waiting else ""
    return [[f"{done} done{late}."], [f"{waiting}." if waiting else ""]]
