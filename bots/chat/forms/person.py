"""Somebody's roles, team and people, for an administrator to set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bots.chat.forms import zones
from bots.chat.forms.answers import Answers, Errors
from bots.chat.forms.questions import Choice, Question
from core.commands import PutPerson
from core.people import Person, Role

TITLE, SUBMIT = "Person", "Keep"
NAME, ZONE = "name", "zone"
ROLES, TEAM, COACHES, MANAGES, MORE_TEAMS = "roles", "team", "coaches", "manages", "more_teams"
NAME_FITS, TEAM_FITS, TEAMS_FIT = 100, 100, 1000
_SHOWN = 8
CHOICES = (
    Choice("Trainee", Role.TRAINEE, "Practises calls"),
    Choice("Coach", Role.COACH, "Reviews the calls of the people chosen below"),
    Choice("Manager", Role.MANAGER, "Sees how the teams chosen below are doing"),
    Choice("Admin", Role.ADMIN, "Adds people, changes settings, gives calls to everybody"),
)


@dataclass(frozen=True, slots=True)
class Member:
    """Whose form it is: the platform's id, and name and time zone as it knows them.

    A form may ask for the name and the time zone instead; then its answers count.
    """

    id: str
    name: str = ""
    time_zone: str = "UTC"


def questions(teams: Sequence[str], *, listed: bool) -> dict[str, Question]:
    """Return what is asked; `listed` is whether there is a list of teams to choose from."""
    so_far = f"So far there are: {', '.join(teams[:_SHOWN])}." if teams else ""
    return {
        NAME: Question("Name", missing="Write their name."),
        ZONE: Question("Time zone", "Times are shown by this clock.", missing=zones.MISSING),
        ROLES: Question("Roles", missing="Choose at least one role."),
        TEAM: Question("Team", so_far),
        COACHES: Question(
            "Reviews the calls of",
            "For a coach: their trainees. Whoever coaches this person is named in that coach's "
            "form.",
        ),
        MANAGES: Question("Manages the teams", "For a manager: the teams whose progress they see."),
        MORE_TEAMS: Question(
            "Manages also" if listed else "Manages the teams",
            "For a manager: teams that are not in the list yet, with commas between them.",
        ),
    }


def teams_of(people: Iterable[Person]) -> list[str]:
    """Return all teams that are known, by name."""
    everybody = list(people)
    known = {p.team for p in everybody} | {t for p in everybody for t in p.manages}
    return sorted(known - {""})


def roles_at_first(known: Person | None) -> frozenset[Role]:
    """Return the roles that are ticked when the form opens: somebody new is a trainee."""
    return known.roles if known else frozenset({Role.TRAINEE})


def read(
    answers: Answers, member: Member, hidden: frozenset[str] = frozenset()
) -> PutPerson | Errors:
    """Return the change that was sent in, or what is wrong.

    `hidden` are trainees of theirs whom the form could not show: they stay.
    """
    person = PutPerson(
        member.id,
        _line(answers, NAME) if answers.asked(NAME) else member.name,
        frozenset(Role(role) for role in answers.choices(ROLES) if role in set(Role)),
        _line(answers, TEAM),
        answers.choice(ZONE) if answers.asked(ZONE) else member.time_zone,
        frozenset(answers.choices(COACHES)) | hidden,
        frozenset({*answers.choices(MANAGES), *_more_teams(answers)}),
    )
    return _missing(person, answers) | _wrong(person, hidden) or person


def _line(answers: Answers, name: str) -> str:
    return " ".join(answers.text(name).split())


def _more_teams(answers: Answers) -> Iterable[str]:
    return filter(None, (" ".join(t.split()) for t in answers.text(MORE_TEAMS).split(",")))


def _missing(person: PutPerson, answers: Answers) -> Errors:
    right = {
        NAME: not answers.asked(NAME) or person.name,
        ZONE: not answers.asked(ZONE) or zones.exists(person.time_zone),
        ROLES: person.roles,
    }
    asked = questions((), listed=False)
    return {name: asked[name].missing for name, fine in right.items() if not fine}


def _wrong(person: PutPerson, hidden: frozenset[str]) -> Errors:
    errors, coaches = {}, person.coaches - hidden
    if person.person in coaches:
        errors[COACHES] = "Nobody coaches themselves. Choose somebody else."
    elif coaches and person.roles and Role.COACH not in person.roles:
        errors[COACHES] = "Tick Coach above too, or choose nobody here."
    if any(len(team) > TEAM_FITS for team in person.manages):
        errors[MORE_TEAMS] = f"A team's name has at most {TEAM_FITS} characters."
    elif person.manages and person.roles and Role.MANAGER not in person.roles:
        errors[MORE_TEAMS] = "Tick Manager above too, or choose no teams."
    return errors
