"""A roster for a Slack workspace: e-mails become the ids of members."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from adapters.clock import SystemClock
from adapters.storage import SqlStore
from app.config import Settings
from app.roster import RosterFile
from app.slack_installing import open_installations
from core.errors import PracticeError, ProviderError


@dataclass(frozen=True, slots=True)
class Directory:
    """Looks members up in one workspace."""

    settings: Settings
    store: SqlStore
    workspace: str

    async def ids(self, emails: Iterable[str]) -> Mapping[str, str | None]:
        """Return the member's id for each e-mail, None for those whom Slack does not know.

        Raises PracticeError when Slack cannot be asked.
        """
        from bots.slack.directory import member_by_email  # noqa: PLC0415 - only where Slack is
        from bots.slack.installations import client_of  # noqa: PLC0415 - as above

        slack, url = self.settings.slack, self.settings.store_url
        if not slack.configured:
            raise PracticeError(
                "The roster names people by e-mail, and Slack is not set up to be asked for them.",
                "Give SCRIMMAGE_SLACK_BOT_TOKEN, or write their member ids.",
            )
        try:
            async with open_installations(slack, url, self.store, SystemClock()) as opened:
                client = await client_of(opened.installations, self.workspace)
                return {email: await member_by_email(client, email) for email in set(emails)}
        except ProviderError as error:
            raise PracticeError(
                f"Slack could not be asked who the people of the roster are: {error}.",
                "Check with: scrimmage slack check.",
            ) from error


async def with_member_ids(roster: RosterFile, directory: Directory) -> RosterFile:
    """Return the roster with members' ids. Raises PracticeError that names whom Slack lacks."""
    named = [one for person in roster.people for one in (person.id, *person.coaches)]
    emails = {one for one in named if "@" in one}
    if not emails:
        return roster
    ids = await directory.ids(emails)
    missing = sorted(email for email, member in ids.items() if member is None)
    if missing:
        raise PracticeError(
            f"Nothing was changed: nobody in this Slack has the e-mail {', '.join(missing)}.",
            "Check how it is spelt, or write the member's id, such as U012AB3CD.",
        )
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
