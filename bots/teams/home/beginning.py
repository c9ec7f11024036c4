"""The first steps of an administrator, in their order."""

from __future__ import annotations

from bots.teams.buttons import Button, dialog
from bots.teams.elements import Element, rich
from bots.teams.names import Verb
from bots.teams.texts import bold, lined

_ADMIN = "You administer Scrimmage here. Three steps, and the first call is on its way:"


def beginning() -> list[Element]:
    """Return what to do first, where nobody practises yet."""
    steps = lined(
        ["1. ", bold("People"), ": choose who takes part, as trainees and as their coaches."],
        ["2. Add me to your coaches’ team. Then ", bold("Settings"), ": choose their channel."],
        ["3. ", bold("Assign a call"), ": give a trainee something to practise."],
    )
    return [*rich([_ADMIN]), *rich(steps)]


def first_steps() -> list[Button]:
    """Return the buttons for them."""
    return [
        dialog("People", Verb.PEOPLE, style="positive"),
        dialog("Settings", Verb.WAYS),
        dialog("Assign a call", Verb.ASSIGN),
    ]
