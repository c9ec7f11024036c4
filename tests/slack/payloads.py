"""What happens in Slack, in the form in which Slack tells an app of it.

`teller` makes them. The same payloads travel by HTTP (`requests`) and by Socket Mode (the Town's
sockets). Shapes are those of docs.slack.dev/reference/events and /reference/interaction-payloads;
ids are made here and differ each time, unless given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any, Literal

Thing = dict[str, Any]
Kind = Literal["events_api", "interactive", "slash_commands", "url_verification"]
# An address at which nobody listens, for tests that have no Town.
NOWHERE = "http://127.0.0.1:9/response"
_numbers = count(1)


def fresh(prefix: str) -> str:
    """An id that no other has, as Slack writes them: "Ev" gives "Ev0000000001"."""
    return f"{prefix}{next(_numbers):010d}"


@dataclass(frozen=True, slots=True)
class Payload:
    """One thing to tell; `kind` is the name that Socket Mode has for it."""

    kind: Kind
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Installed:
    """The app as it is installed in one workspace."""

    team: str = "T0ACME"
    bot: str = "U0ACMEBOT"
    app: str = "A0SCRIMMAGE"
    domain: str = "acme"
