"""A roster that names people by their e-mail: it becomes their id on the workspace's platform."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from adapters.clock import SystemClock
from adapters.storage import SqlStore
from adapters.storage.contacts import SqlContacts
from app.config import Settings
from app.roster import RosterFile
from app.slack_installing import open_installations
from core.errors import PracticeError, ProviderError

# People came here from Teams, so the server has settings that this command lacks.
_AS_THE_SERVER = (
    "Give this command the server's settings, SCRIMMAGE_TEAMS_APP_ID or, for the Agents "
    "Playground, SCRIMMAGE_TEAMS_PLAYGROUND=true"
)


class Directory(Protocol):
    """Who somebody is on a platform, by their e-mail."""

    @property
    def lacks(self) -> tuple[str, str]:
        """Where an e-mail was looked for in vain ("in this Slack"), and what to do about it."""
        ...

    async def ids(self, emails: Iterable[str]) -> Mapping[str, str | None]:
        """Return the id for each e-mail, None for those who are not known.

        Raises PracticeError when the platform cannot be asked.
        """
        ...


async def with_ids(roster: RosterFile, directory: Directory) -> RosterFile:
    """Return the roster with the platform's ids. Raises PracticeError that names who is lacking."""
    named = [one for person in roster.people for one in (person.id, *person.coaches)]
    emails = {one for one in named if "@" in one}
    if not emails:
        return roster
    ids = await directory.ids(emails)
    missing = sorted(email for email in emails if ids.get(email) is None)
    if missing:
        where, mend = directory.lacks
        what = f"Nothing was changed: nobody {where} has the e-mail {', '.join(missing)}."
        raise PracticeError(what, f"Check how it is spelt, or {mend}.")
    people = tuple(
        person.model_copy(
            update={
                "id": ids.get(person.id) or person.id,
                "coaches": tuple(ids.get(one) or one for one in person.coaches),
            }
        )
        for person in roster.people
    )
    return roster.model_copy(update={"people": people})


@dataclass(frozen=True, slots=True)
class SlackDirectory:
    """Looks members of a Slack workspace up."""

    settings: Settings
    store: SqlStore
    workspace: str

    @property
    def lacks(self) -> tuple[str, str]:
        """As `Directory` says."""
        return "in this Slack", "write the member's id, such as U012AB3CD"

    async def ids(self, emails: Iterable[str]) -> Mapping[str, str | None]:
        """As `Directory` says."""
        from bots.slack.directory import member_by_email  # noqa: PLC0415 - only where Slack is
        from bots.slack.installations import client_of  # noqa: PLC0415 - as above

        slack, url = self.settings.slack, self.settings.store_url
        if not slack.configured:
            raise _not_set_up("Slack", "Give SCRIMMAGE_SLACK_BOT_TOKEN", "member ids")
        try:
            async with open_installations(slack, url, self.store, SystemClock()) as opened:
                client = await client_of(opened.installations, self.workspace)
                return {email: await member_by_email(client, email) for email in set(emails)}
        except ProviderError as error:
            raise _not_asked("Slack", error, "scrimmage slack check") from error


@dataclass(frozen=True, slots=True)
class TeamsDirectory:
    """Looks people up among the members of the teams that have the app.

    Teams lets a bot see nobody else's e-mail.
    """

    settings: Settings
    store: SqlStore
    workspace: str

    @property
    def lacks(self) -> tuple[str, str]:
        """As `Directory` says."""
        mend = "add the app to a team that they are in, or write their object id"
        return "in a team that has the app", mend

    async def ids(self, emails: Iterable[str]) -> Mapping[str, str | None]:
        """As `Directory` says."""
        from bots.teams.directory import members_by_mail  # noqa: PLC0415 - only where Teams is

        if not self.settings.teams.configured:
            raise _not_set_up("Teams", _AS_THE_SERVER, "object ids")
        contacts = SqlContacts(self.store)
        try:
            known = await members_by_mail(
                self.settings.teams, contacts, self.workspace, SystemClock()
            )
        except ProviderError as error:
            raise _not_asked("Teams", error, "scrimmage teams check") from error
        return {email: known.get(email.lower()) for email in emails}


def _not_set_up(platform: str, mend: str, ids: str) -> PracticeError:
    return PracticeError(
        f"The roster names people by e-mail, and {platform} is not set up to be asked for them.",
        f"{mend}, or write their {ids}.",
    )


def _not_asked(platform: str, error: ProviderError, command: str) -> PracticeError:
    return PracticeError(
        f"{platform} could not be asked who the people of the roster are: {error}.",
        f"Check with: {command}.",
    )
