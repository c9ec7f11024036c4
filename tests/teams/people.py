"""Who lives in the tenants of the tests, in which teams and channels.

The app and the first tenant are those that the tests' Entra knows.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.integration.teams_install.entra import APP, TENANT

__all__ = ["ACME", "APP", "BOT", "BOT_NAME", "BRAVO", "NAMES", "Place", "Resident"]

BOT = f"28:{APP}"
BOT_NAME = "Scrimmage"
NAMES = {
    "alex": "Alex Kim",
    "tia": "Tia Moreau",
    "ines": "Ines Duarte",
    "ravi": "Ravi Patel",
    "ada": "Ada Byron",
    "zed": "Zed Stranger",
}


@dataclass(frozen=True, slots=True)
class Resident:
    """Somebody of a tenant. `id` is what this bot knows them by, `object_id` what Entra does."""

    name: str
    real_name: str
    place: str
    object_id: str

    @property
    def id(self) -> str:
        return f"29:1{self.place}-{self.name}"

    @property
    def email(self) -> str:
        return f"{self.name}@{self.place}.test"

    @property
    def chat(self) -> str:
        """Their personal chat with the bot."""
        return f"a:1{self.place}-{self.name}"


@dataclass(frozen=True, slots=True)
class Place:
    """A tenant with one team. `number` makes its ids its own."""

    name: str
    tenant: str
    number: int

    @property
    def residents(self) -> tuple[Resident, ...]:
        return tuple(
            Resident(name, real_name, self.name, f"{self._guid(number)}")
            for number, (name, real_name) in enumerate(NAMES.items(), 1)
        )

    @property
    def team(self) -> str:
        """The team's id, which is that of its first channel, General."""
        return f"19:{self.name}general@thread.tacv2"

    @property
    def group(self) -> str:
        """The team's id in Entra."""
        return self._guid(99)

    @property
    def channels(self) -> dict[str, str]:
        """The channels' ids by their names."""
        named = {n: f"19:{self.name}{n}@thread.tacv2" for n in ("coaches", "practice")}
        return {"general": self.team, **named}

    def person(self, name: str) -> Resident:
        """Somebody by their short name. Raises StopIteration."""
        return next(one for one in self.residents if one.name == name)

    def _guid(self, number: int) -> str:
        return f"a0a0a0a0-0000-4000-8{self.number:03d}-{number:012d}"


ACME = Place("acme", TENANT, 1)
BRAVO = Place("bravo", "33333333-aaaa-4bbb-8ccc-000000000003", 2)
