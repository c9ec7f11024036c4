"""Whom to ask, and what an administrator is told who asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from core.errors import Refusal
from core.people import Person, Role, ask_admin, require_coach, require_sight

ADA = Person("ada", "w", "Ada", frozenset({Role.ADMIN}))
BEN = replace(ADA, id="ben", name="Ben")
TIA = Person("tia", "w", "Tia", frozenset({Role.TRAINEE}))
CLEO = Person("cleo", "w", "Cleo", frozenset({Role.COACH}))


def test_whoever_asks_is_told_the_administrators_by_name() -> None:
    assert ask_admin([TIA, ADA, BEN], "add you") == "Ask Ada or Ben to add you."
    assert ask_admin([ADA, TIA], "add you", TIA.id) == "Ask Ada to add you."
    assert ask_admin([TIA], "add you", "nobody") == "Ask your administrator to add you."


def test_an_administrator_is_not_sent_to_an_administrator() -> None:
    told = "You can do that yourself: open People."

    assert ask_admin([ADA, BEN], "make you the manager of yours", ADA.id) == told
    for refuses in (require_coach, require_sight):
        assert told in _refusal(refuses, ADA)
        assert "Ask your administrator" in _refusal(refuses, CLEO)


def _refusal(refuses: Callable[[Person, Person], None], asker: Person) -> str:
    with pytest.raises(Refusal) as refused:
        refuses(asker, TIA)
    return str(refused.value)
