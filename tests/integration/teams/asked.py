"""A call that a trainee asked a coach to look at."""

from __future__ import annotations

from dataclasses import dataclass

from bots.teams.names import Verb
from core.people import Ways
from tests.teams.people import ACME
from tests.teams.town.records import Post
from tests.teams_guest import Guest
from tests.teams_house import TeamsHouse

LINE = "I see both payments here."
COACHES = ACME.channels["coaches"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A call that Tia asked Ines to look at."""

    house: TeamsHouse
    tia: Guest
    ines: Guest
    attempt: str

    @property
    def root(self) -> Post:
        """What stands in the coaches' channel."""
        [shown] = self.ines.posts(COACHES)
        return shown

    def below(self) -> list[str]:
        """What stands below it."""
        return self.ines.reads(self.root.conversation)[1:]


async def ask(house: TeamsHouse, ways: Ways | None = None) -> Asked:
    """Let Tia hold a call, and ask for a coach."""
    await house.staff(ways=ways)
    tia, ines = house.guest("tia"), house.guest("ines")
    attempt = await tia.starts()
    await tia.writes(LINE)
    await tia.writes("end call")
    await tia.presses(Verb.ASK_COACH, tia.finds("4 of 5"))
    return Asked(house, tia, ines, attempt)
