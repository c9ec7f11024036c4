"""Which token is good for what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tests.slack.people import SCOPES
from tests.slack.town.asked import Refused
from tests.slack.town.workspace import Workspace

ALL_SCOPES = frozenset(SCOPES.split())
# The scopes of which a method needs one. "{}" is the kind of conversation.
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "assistant.threads.setStatus": ("chat:write", "assistant:write"),
    "calls.info": ("calls:read",),
    "calls.": ("calls:write",),
    "chat.": ("chat:write",),
    "conversations.history": ("{}:history",),
    "conversations.replies": ("{}:history",),
    "conversations.info": ("{}:read",),
    "conversations.members": ("{}:read",),
    "conversations.list": ("channels:read", "groups:read", "im:read", "mpim:read"),
    "conversations.join": ("channels:join",),
    "conversations.open": ("im:write", "mpim:write"),
    "files.info": ("files:read",),
    "files.list": ("files:read",),
    "files.": ("files:write",),
    "reactions.get": ("reactions:read",),
    "reactions.": ("reactions:write",),
    "team.info": ("team:read",),
    "users.lookupByEmail": ("users:read.email",),
    "users.": ("users:read",),
}
_KINDS = {"D": "im", "G": "groups"}


@dataclass(frozen=True, slots=True)
class Grant:
    """What a token is good for; `error` is what Slack answers when it is good for nothing more."""

    workspace: Workspace
    scopes: frozenset[str] = ALL_SCOPES
    error: str = ""


class Tokens:
    """All tokens that were ever given out."""

    def __init__(self, workspaces: tuple[Workspace, ...]) -> None:
        self._grants = {each.bot_token: Grant(each) for each in workspaces}

    def give(self, token: str, workspace: Workspace, scopes: frozenset[str] = ALL_SCOPES) -> None:
        self._grants[token] = Grant(workspace, scopes)

    def narrow(self, token: str, *without: str) -> None:
        """Take scopes away from a token. Raises KeyError for an unknown one."""
        grant = self._grants[token]
        self._grants[token] = replace(grant, scopes=grant.scopes - set(without))

    def end(self, token: str, error: str = "token_revoked") -> None:
        """From now on this token meets the error, for example token_expired."""
        self._grants[token] = replace(self._grants[token], error=error)

    def check(self, token: str) -> Grant:
        """What this token is good for. Raises Refused."""
        if not token:
            raise Refused("not_authed")
        grant = self._grants.get(token)
        if grant is None:
            raise Refused("invalid_auth")
        if grant.error:
            raise Refused(grant.error)
        return grant


def check_scope(method: str, arguments: Mapping[str, object], scopes: frozenset[str]) -> None:
    """Raise Refused when none of the scopes is one that the method needs."""
    needed = [_filled(scope, arguments) for scope in _needed(method)]
    if arguments.get("username") or arguments.get("icon_url") or arguments.get("icon_emoji"):
        _require(["chat:write.customize"], scopes)
    if needed:
        _require(needed, scopes)


def _require(needed: list[str], scopes: frozenset[str]) -> None:
    if not scopes.intersection(needed):
        provided = ",".join(sorted(scopes))
        raise Refused("missing_scope", needed=",".join(needed), provided=provided)


def _needed(method: str) -> tuple[str, ...]:
    family = method[: method.find(".") + 1]
    return _NEEDED.get(method) or _NEEDED.get(family, ())


def _filled(scope: str, arguments: Mapping[str, object]) -> str:
    return scope.format(_KINDS.get(str(arguments.get("channel", "C"))[:1], "channels"))
