"""What managers and administrators settle: the digest, the people, the workspace's ways."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from core.commands import ChooseDigest, Envelope, PutPerson, PutWays, SendDigest
from core.digest import digest
from core.errors import PracticeError, Refusal
from core.messages import Noted
from core.people import DigestTime, Person, Role, ask_admin
from core.practice.work import Work
from core.wording import zone
from core.words import clean

DAYS = 7
"""Days that a digest looks back on."""
_NAME_FITS = 100
_SAMPLE_FITS = 20
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


async def send_digest(work: Work, envelope: Envelope, command: SendDigest) -> None:
    """Send a manager the digest of the days before a moment. Refuses others."""
    manager = await work.person(envelope.by)
    if Role.MANAGER not in manager.roles:
        raise Refusal(
            "The digest is for managers of a team.",
            await _ask_admin(work, "make you the manager of yours", envelope.by),
        )
    since = command.until - timedelta(days=DAYS)
    made = await digest(work.unit, work.library, manager, since, command.until)
    await work.to_person(manager.id, made, "digest")


async def choose_digest(work: Work, envelope: Envelope, command: ChooseDigest) -> None:
    """Change when a manager's digest comes. Times that passed before are not made up for."""
    manager = await work.person(envelope.by)
    if Role.MANAGER not in manager.roles:
        raise Refusal(
            "The digest is for managers of a team.",
            await _ask_admin(work, "make you the manager of yours", envelope.by),
        )
    if not (0 <= command.weekday < DAYS and 0 <= command.hour < 24):  # noqa: PLR2004 - of a day
        raise PracticeError("There is no such hour in a week.", "Choose a weekday and an hour.")
    if zone(command.time_zone).key != command.time_zone:
        raise PracticeError(
            f"There is no time zone “{command.time_zone[:_NAME_FITS]}”.",
            "Choose one by its place, such as Europe/Berlin.",
        )
    chosen = DigestTime(command.on, command.weekday, command.hour, work.now)
    await work.unit.put_person(replace(manager, digest=chosen, time_zone=command.time_zone))
    said = "Your digest will not be sent any more; you can ask for it at any time."
    if command.on:
        day = _DAYS[command.weekday]
        said = f"Your digest comes every {day} at {command.hour:02}:00 ({command.time_zone})."
    await work.to_person(manager.id, Noted(said), "digest_chosen")


async def put_person(work: Work, envelope: Envelope, command: PutPerson) -> None:
    """Add or change somebody. The last administrator stays one."""
    await _require_admin(work, envelope.by)
    name = " ".join(clean(command.name).split())[:_NAME_FITS]
    if not name or not command.roles:
        raise PracticeError("Somebody needs a name and a role.", "Choose at least one role.")
    people = await work.unit.people(work.workspace)
    old = next((p for p in people if p.id == command.person), None)
    others = any(Role.ADMIN in p.roles for p in people if p.id != command.person)
    if Role.ADMIN not in command.roles and not others:
        raise PracticeError(
            f"{name} is the only administrator.", "Make somebody else one first, then change this."
        )
    digest = old.digest if old else DigestTime(since=work.now)
    if old is None or Role.MANAGER not in old.roles:
        # What was due before they managed anybody is not made up for.
        digest = replace(digest, since=work.now)
    person = Person(
        command.person,
        work.workspace,
        name,
        command.roles,
        clean(command.team)[:_NAME_FITS],
        zone(command.time_zone).key,
        command.coaches - {command.person},
        frozenset(team for name in command.manages if (team := clean(name)[:_NAME_FITS])),
        digest,
    )
    await work.unit.put_person(person)
    await work.unit.audit(work.workspace, work.now, "person_put", {"new": int(old is None)})
    said = f"{name} is {'changed' if old else 'added'}."
    await work.to_person(envelope.by, Noted(said), "person_put")


async def put_ways(work: Work, envelope: Envelope, command: PutWays) -> None:
    """Change how the workspace wants things done."""
    await _require_admin(work, envelope.by)
    workspace = await work.unit.workspace(work.workspace)
    if workspace is None:
        raise PracticeError("This workspace is not set up.", "Install Scrimmage here once more.")
    ways = command.ways
    if not 1 <= ways.review_below <= ways.review_above <= 5.01:  # noqa: PLR2004 - of 1 to 5
        raise PracticeError(
            "The two scores for reviews do not fit.", "Choose a lower and a higher one, 1 to 5."
        )
    if not 0 <= ways.sample <= _SAMPLE_FITS:
        raise PracticeError(
            "The weekly sample does not fit.", f"Choose a number from 0 to {_SAMPLE_FITS}."
        )
    await work.unit.put_workspace(replace(workspace, ways=ways))
    await work.unit.audit(work.workspace, work.now, "ways_put", {})
    await work.to_person(envelope.by, Noted("The settings are kept."), "ways_put")


async def _require_admin(work: Work, person_id: str) -> None:
    if Role.ADMIN not in (await work.person(person_id)).roles:
        raise Refusal(
            "Only an administrator changes this.",
            await _ask_admin(work, "do it for you", person_id),
        )


async def _ask_admin(work: Work, what: str, asker: str) -> str:
    return ask_admin(await work.unit.people(work.workspace), what, asker)
