"""Which of the bot's tokens are good, and where."""

from __future__ import annotations

from tests.teams.town.records import Called, Refusal


class Tokens:
    """Asks for none as long as none was let in."""

    def __init__(self) -> None:
        self._tenants: dict[str, frozenset[str]] = {}

    def admit(self, token: str, *tenants: str) -> None:
        """Let this token speak in these tenants."""
        self._tenants[token] = self._tenants.get(token, frozenset()) | set(tenants)

    def end(self, token: str) -> None:
        """Let a token be good for nothing any more."""
        self._tenants[token] = frozenset()

    def check(self, called: Called) -> None:
        """Raise Refusal where the token is not good for this tenant."""
        if not self._tenants:
            return
        good_for = self._tenants.get(called.token, frozenset())
        if called.tenant not in good_for:
            breach = "a token used in another tenant than its own" if good_for else ""
            raise Refusal(401, "Unauthorized", "Authorization has been denied.", breach)
