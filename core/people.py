"""Who takes part, and who may see whose practice."""

from __future__ import annotations

from collections.abc import Iterable
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


class Share(StrEnum):
    """What a team's channel is told of an attempt; each step tells what those before it tell."""

    NOTHING = "nothing"
    DONE = "done"
    VERDICT = "verdict"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Ways:
    """How a workspace wants things done. Channels are the platform's own ids, "" for none.

    `coaches_channel` is where attempts for review appear; without one they go to each coach
    directly. `team_channels` holds (team, channel). An attempt comes up for review when its
    overall score, 1 to 5, is below `review_below` or at least `review_above`; besides, `sample`
    attempts of each trainee do every week.
    """

    coaches_channel: str = ""
    share: Share = Share.DONE
    team_channels: tuple[tuple[str, str], ...] = ()
    review_below: float = 3.0
    review_above: float = 4.9
    sample: int = 1

    def team_channel(self, team: str) -> str:
        """Return the channel of a team, "" for none."""
        return dict(self.team_channels).get(team, "")


@dataclass(frozen=True, slots=True)
class DigestTime:
    """When a manager's digest comes: weekday 0 (Monday) to 6 and hour in their own time zone.

    `since` is when they chose it: what was due before is not sent.
    """

    on: bool = True
    weekday: int = 0
    hour: int = 9
    since: datetime | None = None


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
    ways: Ways = Ways()

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
    digest: DigestTime = DigestTime()

    def sees(self, trainee: Person) -> bool:
        """Whether this person may see the trainee's attempts."""
        if self.workspace != trainee.workspace:
            return False
        return (
            self.id == trainee.id
            or (Role.COACH in self.roles and trainee.id in self.coaches)
            or (Role.MANAGER in self.roles and trainee.team != "" and trainee.team in self.manages)
        )


def coaches(author: Person, trainee: Person) -> bool:
    """Whether this person is the trainee's assigned coach."""
    same = author.workspace == trainee.workspace and author.id != trainee.id
    return same and Role.COACH in author.roles and trainee.id in author.coaches


GIVERS = frozenset({Role.COACH, Role.MANAGER, Role.ADMIN})
"""Roles of those who give assignments to others."""


def require_coach(author: Person, trainee: Person) -> None:
    """Raise a Refusal that says whom to ask, unless the author is the trainee's coach."""
    if author.id == trainee.id:
        raise Refusal(
            "The call has ended, so there is nobody to answer here.",
            "Choose Ask a coach if you would like somebody to look at it.",
        )
    if not coaches(author, trainee):
        raise Refusal(
            f"Only {trainee.name}'s coach gives feedback on this call.",
            _yourself(author) or "Ask your administrator to make you their coach.",
        )


YOURSELF = "You can do that yourself: open People."
"""What an administrator is told in place of whom to ask."""


def ask_admin(people: Iterable[Person], what: str, asker: str = "") -> str:
    """Whom of these people to ask for something, by name.

    `asker` is the id of who asks: an administrator is told where to do it.
    """
    admins = [p for p in people if Role.ADMIN in p.roles]
    if asker in {p.id for p in admins}:
        return YOURSELF
    names = [p.name for p in admins][:3]
    return f"Ask {' or '.join(names) or 'your administrator'} to {what}."


def _yourself(person: Person) -> str:
    return YOURSELF if Role.ADMIN in person.roles else ""


def require_sight(viewer: Person, trainee: Person) -> None:
    """Raise a Refusal that says whom to ask, unless the viewer may see the trainee's attempts."""
    if not viewer.sees(trainee):
        raise Refusal(
            "This practice call belongs to somebody else.",
            _yourself(viewer)
            or "Ask your administrator to make you their coach if you should see it.",
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
