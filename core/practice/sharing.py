"""The short form of a result, for the team's channel: what its settings let it see."""

from __future__ import annotations

from core.attempt import Attempt
from core.messages import ResultShared, ToChannel
from core.people import Share
from core.practice.work import Work
from core.scenario import Scenario
from core.scoring import ScoreRun
from core.views import medal

_TRAINEE_FIRST_S = 8.0
"""The trainee sees their own card before the team hears of it."""
_TELLS_VERDICT = frozenset({Share.VERDICT, Share.SCORE})


async def share(work: Work, attempt: Attempt, scenario: Scenario, run: ScoreRun) -> None:
    """Tell the trainee's team, once for each attempt, as far as the workspace wants it."""
    workspace = await work.unit.workspace(work.workspace)
    trainee = await work.unit.person(work.workspace, attempt.trainee)
    if workspace is None or trainee is None or workspace.ways.share is Share.NOTHING:
        return
    channel = workspace.ways.team_channel(trainee.team)
    if not channel:
        return
    how = workspace.ways.share
    earned = medal(run)
    result = ResultShared(
        attempt.id,
        trainee.name,
        scenario.title,
        run.verdict.value if how in _TELLS_VERDICT else None,
        run.overall if how is Share.SCORE else None,
        earned.value if earned and how is Share.SCORE else None,
    )
    name = f"call:{attempt.id}:shared"
    await work.post(ToChannel(channel), result, name, delay_s=_TRAINEE_FIRST_S)
