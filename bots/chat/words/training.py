"""My Training, the people one looks after, and what one may ask for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from bots.chat.texts import fit
from bots.chat.words.figures import name, title
from core.glance import Glance
from core.people import GIVERS, Person, Role
from core.scenario import Mode
from core.scoring import Verdict
from core.views import Medal, PastAttempt, Status, TrainingItem
from core.wording import change, counted, figure, lasting, sentence

TITLE, GOAL, NAME = 100, 160, 60
NOTHING_YET = (
    "Nothing to practise yet: your coach will send you a first call. It comes as a message from "
    "me, with everything you need to know, and waits here too. If you expected one, ask your "
    "coach."
)
NO_VOICE = "Calls by voice are not set up here yet. Your administrator can help."
USED_UP = "You have used all your attempts. Your coach can give you more."
NO_ROLE = "Ask your administrator to make you a trainee, a coach or a manager."
NOBODY = (
    "Nobody here yet. Your administrator can make you the coach of trainees, or the manager of a "
    "team."
)
NOBODY_COACHED = (
    "Nobody here yet. You can make yourself the coach of trainees, or the manager of a team: open "
    "People."
)
WHAT_IT_IS = "Here you practise calls with customers before you hold them."
STRANGER = (
    f"{WHAT_IT_IS} I don't know yet what you do here: ask your administrator to make you a "
    "trainee, a coach or a manager."
)
WHAT_YOU_CAN = "This is what you can ask me for:"
_MEDALS = {Medal.GOLD: "🥇 Gold", Medal.SILVER: "🥈 Silver", Medal.BRONZE: "🥉 Bronze"}
_VERDICTS = {
    Verdict.PASSED: "Passed",
    Verdict.CONDITIONAL: "Passed, on a condition",
    Verdict.FAILED: "Not passed yet",
    Verdict.UNSCORED: "Not scored",
}
_CAN = (
    ("training", frozenset({Role.TRAINEE}), "what you have to practise, and how it went"),
    ("end", frozenset({Role.TRAINEE}), "end the call that is running"),
    ("review", frozenset({Role.COACH}), "the calls that wait for your review"),
    ("assign", GIVERS, "give somebody a call to practise"),
    ("digest", frozenset({Role.MANAGER}), "how your teams are doing"),
    ("digest time", frozenset({Role.MANAGER}), "when your digest comes by itself"),
    ("people", frozenset({Role.ADMIN}), "add people, change roles and teams"),
    ("settings", frozenset({Role.ADMIN}), "channels, what teams see, what comes up for review"),
    ("help", frozenset(Role), "this list"),
)


def can(person: Person) -> list[tuple[str, str]]:
    """What this person may ask for: the word for it, and what it brings."""
    return [(word, what) for word, roles, what in _CAN if roles & person.roles]


def grouped(
    items: Sequence[TrainingItem],
) -> tuple[list[TrainingItem], list[TrainingItem], list[TrainingItem]]:
    """Return what is to do now, what comes next, and what is done, the newest first."""
    # Running ones before those overdue, each in the order in which they were given.
    now = [i for s in (Status.RUNNING, Status.OVERDUE) for i in items if i.status is s]
    todo = [i for s in (Status.ACCEPTED, Status.ASSIGNED) for i in items if i.status is s]
    done = sorted((i for i in items if i.status is Status.DONE), key=_held_at, reverse=True)
    return now, todo, done


def _held_at(item: TrainingItem) -> datetime:
    return max((past.at for past in item.past), default=datetime.min.replace(tzinfo=UTC))


def facts(item: TrainingItem) -> str:
    """With Dana · 10 minutes · 2 attempts left."""
    told = f"With {fit(item.customer.name, NAME)} · {lasting(item.time_limit_s)}"
    if item.attempts_left is not None:
        told += f" · {counted(item.attempts_left, 'attempt')} left"
    return told


def ended(item: TrainingItem) -> list[PastAttempt]:
    """The calls that are over, the newest first."""
    return [past for past in item.past if past.ended]


def last(item: TrainingItem) -> str:
    """How the last call went, and whether it was better than the one before."""
    newest, before = (*ended(item), None, None)[:2]
    if newest is None:
        return ""
    if newest.run is None:
        return "Being scored"
    then = before.run.overall if before and before.run else None
    overall = newest.run.overall
    parts = [
        _VERDICTS[newest.run.verdict],
        "" if overall is None else f"{figure(overall)} of 5",
        _MEDALS[item.medal] if item.medal else "",
        sentence(change(overall, then)),
    ]
    return " · ".join(filter(None, parts))


def hindrance(item: TrainingItem, *, voice: bool) -> str:
    """Why a call cannot be begun, "" where it can; of one that does not run."""
    if not item.may_start:
        return USED_UP
    return NO_VOICE if item.mode is Mode.VOICE and not voice else ""


def unread(item: TrainingItem) -> bool:
    """Whether it was never accepted: then the briefing comes first, and brings the start."""
    return is_new(item) and item.assignment.accepted_at is None


def is_new(item: TrainingItem) -> bool:
    """Whether nothing was held of it yet."""
    return not ended(item) and item.running is None


def nobody(*, admin: bool) -> str:
    """That there is nobody to look after, and who can change that."""
    return NOBODY_COACHED if admin else NOBODY


def needs(glance: Glance) -> list[str]:
    """Why somebody may need help; or that they do not."""
    calm = "On track" if glance.of else "No call yet"
    return [sentence(need) for need in glance.needs] or [calm]


def about(glance: Glance) -> str:
    """Alex · Billing, at a length for a line: a Home tab holds a hundred of them in 250 kB."""
    return " · ".join(filter(None, [name(glance.person.name), title(glance.person.team)]))


def stands(glance: Glance) -> str:
    """How far somebody is, and how well the last call went."""
    done = f"{glance.done} of {counted(glance.of, 'call')} done" if glance.of else ""
    score = "" if glance.score is None else f"last score {figure(glance.score)} of 5"
    return " · ".join(filter(None, [done, score]))


def look(glance: Glance) -> str:
    """One person at a look: needs, what is done, the last score."""
    return " · ".join(filter(None, [*needs(glance), stands(glance)]))
