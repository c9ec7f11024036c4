"""What others see: a result in the team's channel, and a manager's digest."""

from __future__ import annotations

from datetime import datetime, timedelta

from bots.chat.texts import fit
from bots.chat.words.figures import LINE, MEDALS, bar, name, of_five, result, title
from core.messages import CriterionMean, Digest, HelpNeeded, ResultShared
from core.wording import counted, figure, zone

HELP, CRITERIA = 10, 12
HEAD = "How your people practised"
HELP_FIRST = "Who may need help first"
LOWEST_FIRST = "Criteria, the lowest first"
_TEAMS = 6
_STEADY = 0.05


def result_shared(shared: ResultShared) -> str:
    """Somebody has practised; the result as far as the channel may see it."""
    said = f"{name(shared.trainee)} has practised “{title(shared.title)}”"
    told = ""
    if shared.verdict is not None:
        outcome = result(shared.overall, shared.verdict)
        told = f": {outcome[:1].lower()}{outcome[1:]}"
    return f"{MEDALS.get(shared.medal or '', '')}{said}{told}."


def announced(look: Digest) -> str:
    """What a digest announces."""
    help_first = counted(len(look.help), "person").replace("persons", "people")
    needs = f" {help_first} may need help." if look.help else ""
    return f"{HEAD}. {practised(look)}{needs}"


def scope(look: Digest, tz: str) -> str:
    """Whose digest it is, and of when."""
    teams = ", ".join(name(team) for team in look.teams[:_TEAMS])
    more = f" and {len(look.teams) - _TEAMS} more" if len(look.teams) > _TEAMS else ""
    people = "1 person" if look.people == 1 else f"{look.people} people" if look.people else ""
    when = f"{_day(look.since, tz)} to {_day(look.until, tz)}"
    return " · ".join(filter(None, [f"{teams}{more}", when, people]))


def _day(at: datetime, tz: str) -> str:
    local = at.astimezone(zone(tz))
    return f"{local.day} {local:%B}"


def practised(look: Digest) -> str:
    """How many calls were scored."""
    if not look.people:
        return "There is nobody in your teams yet. An administrator can add people."
    if look.attempts:
        return f"{counted(look.attempts, 'call')} scored."
    week = abs((look.until - look.since) - timedelta(days=7)) < timedelta(hours=2)
    return f"Nobody practised {'this week' if week else 'in this time'}."


def average(look: Digest) -> str:
    """How well they did, "" where nothing was scored."""
    if look.overall is None:
        return ""
    return f"On average {of_five(look.overall)}{movement(look.overall, look.overall_before)}."


def movement(now: float, before: float | None) -> str:
    """▲ 0.4; nothing where there is nothing to compare."""
    if before is None:
        return ""
    by = now - before
    if abs(by) < _STEADY:
        return " (as before)"
    return f" {'▲' if by > 0 else '▼'} {figure(abs(by))}"


def calm(look: Digest) -> str:
    """That nobody needs help, "" where nothing is known: that is no good news."""
    return "Nobody stands out as needing help." if look.attempts and not look.help else ""


def more_help(look: Digest) -> str:
    """And 3 more, "" where all are named."""
    more = len(look.help) - HELP
    return f"and {more} more" if more > 0 else ""


def needs(one: HelpNeeded) -> str:
    """Why somebody may need help, and what to begin with; to follow their name."""
    why = fit(", ".join(one.why), LINE)
    begin = f" Begin with {title(one.begin_with)}." if one.begin_with.strip() else ""
    return (f": {why}." if why else "") + begin


def mean(criterion: CriterionMean) -> str:
    """▰▰▰▱▱ 3.1 Empathy ▲ 0.2 · 4 calls."""
    told = f"{bar(criterion.mean)} {figure(criterion.mean)} {title(criterion.name)}"
    moved = movement(criterion.mean, criterion.before)
    return f"{told}{moved} · {counted(criterion.attempts, 'call')}"


def standing(look: Digest) -> tuple[str, str]:
    """How the assignments stand, and what waits for a coach."""
    if not look.people:
        return "", ""
    late = f", {look.overdue} overdue" if look.overdue else ", none overdue"
    done = counted(look.done, "assignment") if look.done else "No assignments"
    waiting = f"{counted(look.waiting, 'review')} waiting for a coach." if look.waiting else ""
    return f"{done} done{late}.", waiting
