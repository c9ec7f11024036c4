"""Who takes part, and who may see whose practice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.errors import Refusal
from core.scenario import Mode


class Role(StrEnum):
    """What a person does here; one person may hold several roles."""

    TRAINEE = "trainee"
    COACH = "coach"
    MANAGER = "manager"
    ADMIN = "admin"


class Kept(StrEnum):
    """A kind of record with a retention of its own."""

    AUDIO = "audio"
    EVENTS = "events"
    TRANSCRIPT = "transcript"
    SCORES = "scores"
    FEEDBACK = "feedback"


@dataclass(frozen=True, slots=True)
class Workspace:
    """One Slack workspace, Teams tenant or the local one; nothing crosses to another.

    `platform` names the surface that delivers here ("web", "slack", "teams"). `retention` gives
    days by kind of record, None for indefinitely.
    """

    id: str
    name: str
    platform: str
    retention: tuple[tuple[Kept, int | None], ...] = (
        (Kept.AUDIO, 90),
        (Kept.EVENTS, 90),
        (Kept.TRANSCRIPT, None),
        (Kept.SCORES, None),
        (Kept.FEEDBACK, None),
    )

    def days_kept(self, kind: Kept) -> int | None:
        """Days for which records of this kind are kept, None for indefinitely."""
        return dict(self.retention).get(kind)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of a workspace. `coaches` holds ids of trainees, `manages` names of teams."""

    id: str
    workspace: str
    name: str
    roles: frozenset[Role]
    team: str = ""
    time_zone: str = "UTC"
    coaches: frozenset[str] = frozenset()
    manages: frozenset[str] = frozenset()

    def sees(self, trainee: Person) -> bool:
        """Whether this person may see the trainee's attempts."""
        if self.workspace != trainee.workspace:
            return False
        return (
            self.id == trainee.id
            or (Role.COACH in self.roles and trainee.id in self.coaches)
            or (Role.MANAGER in self.roles and trainee.team != "" and trainee.team in self.manages)
        )


def require_sight(viewer: Person, trainee: Person) -> None:
    """Raise a Refusal that says whom to ask, unless the viewer may see the trainee's attempts."""
    if not viewer.sees(trainee):
        raise Refusal(
            "This practice call belongs to somebody else.",
            "Ask your administrator to make you their coach if you should see it.",
        )


@dataclass(frozen=True, slots=True)
class Assignment:
    """A scenario given to a trainee. Times are UTC; `attempts` None means any number."""

    id: str
    workspace: str
    trainee: str
    assigned_by: str
    scenario_id: str
    created_at: datetime
    due_at: datetime | None = None
    attempts: int | None = None
    mode: Mode | None = None
    accepted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """What a coach said about an attempt; `turn` anchors it to a turn's number."""

    id: str
    attempt: str
    author: str
    text: str
    at: datetime
    turn: int | None = None
